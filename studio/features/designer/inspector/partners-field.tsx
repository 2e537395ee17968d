'use client';
import type { ItemOf, PartnerRequest } from '@planwright/schema/kinds';
import { useTranslations } from 'next-intl';
import { DepartmentPicker } from '@/features/pickers/department-picker';
import { JobRolePicker } from '@/features/pickers/job-role-picker';
import { useDesigner } from '../store/use-designer';
import { AddButton, NumberField, RemoveButton } from './fields';
import styles from './inspector.module.css';
import { useItemEdit } from './use-item-edit';

/** Who else works on a task; the people are chosen for each enrolment. */
export function PartnersField({ item }: { item: ItemOf<'TASK'> }) {
  const t = useTranslations('designer.partners');
  const departments = useTranslations('designer.departments');
  const readOnly = useDesigner((state) => state.readOnly);
  const edit = useItemEdit(item);
  const partners = item.task.with ?? [];
  const set = (field: string, next: PartnerRequest[]) =>
    edit(`with.${field}`, (each) => {
      if (next.length > 0) each.task.with = next;
      else delete each.task.with;
    });
  const changed = (index: number, partner: PartnerRequest, field: 'department' | 'jobRole', value: string) => {
    const { [field]: _, ...rest } = partner;
    set(`${index}.${field}`, partners.with(index, value === '' ? rest : { ...rest, [field]: value }));
  };
  return (
    <>
      <span className={styles.label}>{t('title')}</span>
      <ul className={styles.list}>
        {partners.map((partner, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: requests have no identity but their place
          <li key={index} className={styles.entry}>
            <div className={styles.row}>
              <DepartmentPicker
                by="key"
                label={t('department')}
                placeholder={departments('any')}
                readOnly={readOnly}
                clearable
                value={partner.department ?? ''}
                onChange={(value) => changed(index, partner, 'department', value)}
              />
              <JobRolePicker
                label={t('jobRole')}
                placeholder={departments('any')}
                readOnly={readOnly}
                clearable
                value={partner.jobRole ?? ''}
                onChange={(value) => changed(index, partner, 'jobRole', value)}
              />
            </div>
            <div className={styles.entryHead}>
              <div style={{ flex: 1 }}>
                <NumberField
                  label={t('count')}
                  value={partner.count ?? 1}
                  min={1}
                  max={20}
                  onChange={(count) =>
                    count !== undefined && set(`${index}.count`, partners.with(index, { ...partner, count }))
                  }
                />
              </div>
              <RemoveButton label={t('remove')} onClick={() => set('remove', partners.toSpliced(index, 1))} />
            </div>
          </li>
        ))}
      </ul>
      <AddButton onClick={() => set('add', [...partners, { count: 1 }])}>{t('add')}</AddButton>
    </>
  );
}
