'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { CohortPicker } from '@/features/pickers/cohort-picker';
import { PeoplePicker } from '@/features/pickers/people-picker';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import type { CohortChoiceFragment, PersonChoiceFragment } from '@/gql/graphql';
import { scheduleReport } from './documents';
import styles from './sending.module.css';
import { useWeekday } from './use-weekday';

const RHYTHMS = [1, 2, 4, 12] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Which report, how often, on which day, to which people. */
export function SendDialog({
  cohorts,
  onClose,
  onDone,
}: {
  cohorts: readonly CohortChoiceFragment[];
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('reports.sending');
  const words = useTranslations('reports');
  const weekdayName = useWeekday();
  const command = useCommand(scheduleReport);
  const [cohortId, setCohortId] = useState(cohorts[0]?.id ?? '');
  const [everyWeeks, setEveryWeeks] = useState<number>(1);
  const [weekday, setWeekday] = useState<number>(1);
  const [people, setPeople] = useState<PersonChoiceFragment[]>([]);
  const submit = async () => {
    const recipientIds = people.map(({ id }) => id);
    const { kind } = await command.run({ input: { cohortId, everyWeeks, weekday, recipientIds } });
    if (kind === 'done') onDone();
  };
  return (
    <FormDialog
      title={t('title')}
      action={t('confirm')}
      testId="confirm-sending"
      command={command}
      safe={t('kept')}
      canSubmit={cohortId !== '' && people.length > 0}
      onSubmit={submit}
      onClose={onClose}
      width={560}
    >
      <p className={styles.lead}>{t('text')}</p>
      <CohortPicker label={words('filter.cohort')} cohorts={cohorts} value={cohortId} onChange={setCohortId} />
      <div className={styles.pair}>
        <Field label={t('howOften')}>
          {(control) => (
            <select {...control} value={everyWeeks} onChange={(event) => setEveryWeeks(Number(event.target.value))}>
              {RHYTHMS.map((weeks) => (
                <option key={weeks} value={weeks}>
                  {t('every', { weeks })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('day')} hint={t('dayHint')}>
          {(control) => (
            <select {...control} value={weekday} onChange={(event) => setWeekday(Number(event.target.value))}>
              {WEEKDAYS.map((day) => (
                <option key={day} value={day}>
                  {weekdayName(day)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <PeoplePicker label={t('recipients')} chosen={people} onChange={setPeople} withRole="HR" height={200} />
    </FormDialog>
  );
}
