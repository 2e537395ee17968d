'use client';
import { LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTimeWords } from '@/features/time/use-time-words';
import { daysBetween } from '@/features/time/words';
import type { ExperimentViewFragment } from '@/gql/graphql';
import styles from './experiment-page.module.css';
import { useToday } from './use-today';

/** Outcomes stay closed until the day that was written down, and then until somebody opens them; why, in plain words. */
export function Locked({ experiment, isDue }: { experiment: ExperimentViewFragment; isDue: boolean }) {
  const t = useTranslations('experiments');
  const { date } = useTimeWords();
  const today = useToday();
  const measured = experiment.arms.reduce((sum, arm) => sum + arm.measured, 0);
  const allocated = experiment.arms.reduce((sum, arm) => sum + arm.allocated, 0);
  return (
    <section className={styles.locked} data-testid="locked">
      <LockKeyhole size={24} strokeWidth={1.75} aria-hidden />
      <div>
        <h2 className={styles.verdict}>
          {isDue ? t('due.title') : t('locked.title', { date: date(experiment.analysisOn, 'full') })}
        </h2>
        <p className={styles.text}>{isDue ? t('due.text') : t('locked.text')}</p>
        <p className={styles.quiet}>
          {!isDue && `${t('locked.days', { count: daysBetween(today, experiment.analysisOn) })} · `}
          {t('locked.measured', { count: measured, of: allocated, metric: experiment.metric.title })}
        </p>
      </div>
    </section>
  );
}
