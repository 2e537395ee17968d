'use client';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { DepartmentPicker } from '@/features/pickers/department-picker';
import { Button } from '@/features/ui/button';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import { MAPPED_ROLES, type MappingDraft, type MappingRow, makesAdmins, withRow } from './role-mapping';
import styles from './sign-in-providers.module.css';

/** Which values of a claim give which roles, row by row. */
export function RoleMappingFields({
  mapping,
  onChange,
}: {
  mapping: MappingDraft;
  onChange: (mapping: MappingDraft) => void;
}) {
  const t = useTranslations('signInProviders.mapping');
  const { claim, rows } = mapping;
  const change = (key: number, changes: Partial<MappingRow>) =>
    onChange({ claim, rows: rows.map((row) => (row.key === key ? { ...row, ...changes } : row)) });
  return (
    <>
      <Field label={t('claim')} hint={t('claimHint')}>
        {(control) => (
          <input {...control} value={claim} onChange={(event) => onChange({ claim: event.target.value, rows })} />
        )}
      </Field>
      {claim.trim() !== '' && (
        <>
          {rows.map((row, at) => (
            <Row
              key={row.key}
              row={row}
              number={at + 1}
              onChange={(changes) => change(row.key, changes)}
              onRemove={() => onChange({ claim, rows: rows.filter(({ key }) => key !== row.key) })}
            />
          ))}
          {makesAdmins(mapping) && <Note tone="warn" title={t('admins')} />}
          <div>
            <Button icon={<Plus size={16} aria-hidden />} onClick={() => onChange(withRow(mapping))}>
              {t('add')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function Row({
  row: { value, role, department },
  number,
  onChange,
  onRemove,
}: {
  row: MappingRow;
  number: number;
  onChange: (changes: Partial<MappingRow>) => void;
  onRemove: () => void;
}) {
  const t = useTranslations('signInProviders.mapping');
  const roles = useTranslations('frame.roles');
  return (
    <fieldset className={styles.row}>
      <legend className={styles.legend}>{t('row', { number })}</legend>
      <Field label={t('value')}>
        {(control) => (
          <input {...control} value={value} onChange={(event) => onChange({ value: event.target.value })} />
        )}
      </Field>
      <Field label={t('role')}>
        {(control) => (
          <select
            {...control}
            value={role}
            onChange={(event) => {
              const chosen = MAPPED_ROLES.find((one) => one === event.target.value);
              if (chosen) onChange({ role: chosen });
            }}
          >
            {MAPPED_ROLES.map((one) => (
              <option key={one} value={one}>
                {roles(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {role === 'HR' && (
        <DepartmentPicker
          by="key"
          label={t('department')}
          placeholder={t('whole')}
          value={department}
          onChange={(key) => onChange({ department: key })}
          clearable
        />
      )}
      <div>
        <Button
          look="quiet"
          icon={<Trash2 size={16} aria-hidden />}
          aria-label={t('removeRow', { number })}
          onClick={onRemove}
        >
          {t('remove')}
        </Button>
      </div>
    </fieldset>
  );
}
