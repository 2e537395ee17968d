'use client';
import { Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '@/features/api/use-command';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { CommandErrors } from '@/features/ui/command-errors';
import { FailureNote } from '@/features/ui/failure-note';
import type { CohortChoiceFragment, ReportSchedulesQuery } from '@/gql/graphql';
import { cancelReportSchedule, reportSchedules } from './documents';
import { SendDialog } from './send-dialog';
import styles from './sending.module.css';
import { useWeekday } from './use-weekday';

type Schedule = ReportSchedulesQuery['reportSchedules']['edges'][number]['node'];

/** Reports that are sent by themselves, and the way to send one. */
export function Sendings({ cohorts }: { cohorts: readonly CohortChoiceFragment[] }) {
  const t = useTranslations('reports.sending');
  const [{ data, error }, read] = useQuery({ query: reportSchedules });
  const [isOpen, setOpen] = useState(false);
  const again = () => read({ requestPolicy: 'network-only' });
  const schedules = data?.reportSchedules.edges.map(({ node }) => node) ?? [];
  return (
    <section className={styles.sendings} aria-labelledby="sendings-title">
      <header className={styles.head}>
        <h2 id="sendings-title" className={styles.title}>
          {t('heading')}
        </h2>
        <Button
          icon={<Send size={16} aria-hidden />}
          disabled={cohorts.length === 0}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
          data-testid="send-regularly"
        >
          {t('open')}
        </Button>
      </header>
      {error && !data && <FailureNote error={error} retry={again} />}
      {data && schedules.length === 0 && <p className={styles.lead}>{t('none')}</p>}
      {schedules.length > 0 && (
        <ul className={styles.list}>
          {schedules.map((schedule) => (
            <SendingRow key={schedule.id} schedule={schedule} onChanged={again} />
          ))}
        </ul>
      )}
      {isOpen && (
        <SendDialog
          cohorts={cohorts}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            again();
          }}
        />
      )}
    </section>
  );
}

function SendingRow({ schedule, onChanged }: { schedule: Schedule; onChanged: () => void }) {
  const t = useTranslations('reports.sending');
  const words = useTranslations('reports');
  const { date } = useTimeWords();
  const weekdayName = useWeekday();
  const { id, cohort, everyWeeks, weekday, nextAt, recipients } = schedule;
  const command = useCommand(cancelReportSchedule);
  const stop = async () => {
    const { kind } = await command.run({ input: { scheduleId: id } });
    if (kind === 'done') onChanged();
  };
  return (
    <li className={styles.row} data-testid="sending">
      <div>
        <p className={styles.what}>
          {cohort.name} · {t('rhythm', { weeks: everyWeeks, day: weekdayName(weekday) })}
        </p>
        <p className={styles.lead}>
          {t('next', { date: date(nextAt, 'full') })} ·{' '}
          {t('to', { names: recipients.map(({ name }) => name).join(words('separator')) })}
        </p>
        <CommandErrors command={command} />
      </div>
      <Button
        look="quiet"
        busy={command.pending}
        onClick={() => void stop()}
        aria-label={t('stopOf', { cohort: cohort.name })}
      >
        {t('stop')}
      </Button>
    </li>
  );
}
