'use client';
import { useTranslations } from 'next-intl';
import { useTimeWords } from '@/features/time/use-time-words';
import { Fact, Facts } from '@/features/ui/facts';
import type { ExperimentViewFragment } from '@/gql/graphql';
import styles from './experiment-page.module.css';
import { Panel } from './panel';

/** What was decided, the newest first; earlier decisions stay to be read. */
export function Decisions({ experiment }: { experiment: ExperimentViewFragment }) {
  const t = useTranslations('experiments');
  const { date } = useTimeWords();
  if (experiment.decisions.length === 0) return null;
  return (
    <Panel title={t('decide.heading')}>
      <Facts data-testid="decisions">
        {experiment.decisions.toReversed().map(({ decision, version, reason, hadVerdict, decidedAt, decidedBy }) => (
          <Fact key={decidedAt} name={date(decidedAt, 'full')}>
            <strong>{t(`decide.${decision}`, { number: version?.number ?? 0 })}</strong>
            <span className={styles.text}>
              {' · '}
              {reason}
            </span>
            <span className={styles.quiet}>
              {t(hadVerdict ? 'decide.withVerdict' : 'decide.withoutVerdict', { name: decidedBy?.name ?? '–' })}
            </span>
          </Fact>
        ))}
      </Facts>
    </Panel>
  );
}
