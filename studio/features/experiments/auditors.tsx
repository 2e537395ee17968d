'use client';
import { useTranslations } from 'next-intl';
import { Fact, Facts } from '@/features/ui/facts';
import type { ExperimentViewFragment } from '@/gql/graphql';
import styles from './experiment-page.module.css';

/** What only somebody needs who checks the drawing or the results again: folded away from everybody else. */
export function Auditors({ experiment }: { experiment: ExperimentViewFragment }) {
  const t = useTranslations('experiments');
  const { seed, seedHash, rosterDigest, algorithm, registrationHash, resultDigest } = experiment;
  const facts = [
    [t('registration.hash'), registrationHash],
    [t('allocation.seed'), seed],
    [t('allocation.commitment'), seedHash],
    [t('allocation.roster'), rosterDigest],
    [t('allocation.algorithm'), algorithm],
    [t('results.digest'), resultDigest],
  ] as const;
  return (
    <details className={styles.more} data-testid="auditors">
      <summary>{t('auditors.title')}</summary>
      <p className={styles.quiet}>{t('auditors.lead')}</p>
      <Facts>
        {facts.map(
          ([title, value]) =>
            value && (
              <Fact key={title} name={title}>
                <code className={styles.digest}>{value}</code>
              </Fact>
            ),
        )}
      </Facts>
    </details>
  );
}
