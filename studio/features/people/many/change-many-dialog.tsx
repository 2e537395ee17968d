'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DepartmentPicker } from '@/features/pickers/department-picker';
import { JobRolePicker } from '@/features/pickers/job-role-picker';
import { PersonPicker, type PickedPerson } from '@/features/pickers/person-picker';
import { FormDialog } from '@/features/ui/form-dialog';
import { useToast } from '@/features/ui/toast';
import type { UpdatePersonInput } from '@/gql/graphql';
import { updatePerson } from '../documents';
import styles from '../people.module.css';
import { EachOutcome } from './each-outcome';
import type { SelectedPeople } from './selected-people';
import { useEachPerson } from './use-each-person';

export const CHANGES = ['department', 'jobRole', 'manager'] as const;
export type Change = (typeof CHANGES)[number];

/** Gives everybody who is ticked the same department, job role or superior. */
export function ChangeManyDialog({
  change,
  people,
  onClose,
  onDone,
}: {
  change: Change;
  people: SelectedPeople;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('people.many');
  const fields = useTranslations('people.field');
  const toast = useToast();
  const [value, setValue] = useState('');
  const [manager, setManager] = useState<PickedPerson>();
  const everybody = [...people.values()];
  const said = (): Omit<UpdatePersonInput, 'personId'> => {
    switch (change) {
      case 'department':
        return { departmentId: value };
      case 'jobRole':
        return { jobRoleKey: value };
      case 'manager':
        return { managerId: manager?.id ?? null };
      default:
        return change satisfies never;
    }
  };
  const each = useEachPerson(updatePerson, everybody, ({ id }) => ({ input: { personId: id, ...said() } }));
  const submit = async () => {
    const forAll = await each.run();
    onDone();
    if (!forAll) return;
    toast({ tone: 'ok', text: t('changed', { count: everybody.length }) });
    onClose();
  };
  return (
    <FormDialog
      title={t(`title.${change}`, { count: everybody.length })}
      action={t('change', { count: everybody.length })}
      testId="change-many"
      command={each.command}
      canSubmit={change === 'manager' ? manager !== undefined : value !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className={styles.quiet}>{t('about', { names: namesOf(everybody, t) })}</p>
      {change === 'department' && <DepartmentPicker label={fields('departmentId')} value={value} onChange={setValue} />}
      {change === 'jobRole' && <JobRolePicker label={fields('jobRoleKey')} value={value} onChange={setValue} />}
      {change === 'manager' && (
        <PersonPicker
          label={fields('managerId')}
          chosen={manager}
          onChange={setManager}
          without={new Set(people.keys())}
        />
      )}
      <EachOutcome each={each} count={everybody.length} />
    </FormDialog>
  );
}

const MOST_NAMES = 6;

/** The first names of a long list, and how many more there are. */
export function namesOf(
  people: readonly { name: string }[],
  t: ReturnType<typeof useTranslations<'people.many'>>,
): string {
  const names = people.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = people.length - names.length;
  return [...names, ...(more > 0 ? [t('andMore', { count: more })] : [])].join(t('separator'));
}
