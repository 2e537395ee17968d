'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '@/features/api/use-change';
import { type FoundPerson, PersonPicker } from '@/features/cohorts/person-picker';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { FailureNote } from '@/features/ui/failure-note';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import type { ReportChoicesQuery } from '@/gql/graphql';
import { scheduleReport } from './documents';
import styles from './sending.module.css';
import { useWeekday } from './use-weekday';

type Cohort = ReportChoicesQuery['cohorts']['edges'][number]['node'];

const RHYTHMS = [1, 2, 4, 12] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Which report, how often, on which day, to which people. */
export function SendDialog({
  cohorts,
  onClose,
  onDone,
}: {
  cohorts: readonly Cohort[];
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('reports.sending');
  const words = useTranslations('reports');
  const ui = useTranslations('ui');
  const weekdayName = useWeekday();
  const change = useChange(scheduleReport, (data) => data.scheduleReport.userErrors);
  const [cohortId, setCohortId] = useState(cohorts[0]?.id ?? '');
  const [everyWeeks, setEveryWeeks] = useState<number>(1);
  const [weekday, setWeekday] = useState<number>(1);
  const [people, setPeople] = useState<FoundPerson[]>([]);
  const submit = async () => {
    const recipientIds = people.map(({ id }) => id);
    if (await change.run({ input: { cohortId, everyWeeks, weekday, recipientIds } })) onDone();
  };
  return (
    <Dialog
      title={t('title')}
      width={560}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            look="primary"
            busy={change.busy}
            disabled={cohortId === '' || people.length === 0}
            onClick={() => void submit()}
            data-testid="confirm-sending"
          >
            {t('confirm')}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{t('text')}</p>
      <Field label={words('filter.cohort')}>
        {(control) => (
          <select {...control} value={cohortId} onChange={(event) => setCohortId(event.target.value)}>
            {cohorts.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
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
      <PersonPicker label={t('recipients')} chosen={people} onChange={setPeople} withRole="HR" height={200} />
      {change.wrong.map(({ message, path }) => (
        <Note key={path.join(' ')} tone="danger" title={message} />
      ))}
      {change.error && <FailureNote error={change.error} safe={t('kept')} />}
    </Dialog>
  );
}
