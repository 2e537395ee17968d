'use client';
import { pText } from '@planwright/schema/figures';
import { CircleCheck, CircleHelp, Eye, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { signed } from '@/features/charts/figures';
import type { ExperimentViewFragment } from '@/gql/graphql';
import styles from './experiment-page.module.css';
import { smallestText } from './in-unit';
import { Panel } from './panel';

type Result = ExperimentViewFragment['measureResults'][number];

/** The metrics declared beside the primary one: before the opening which, afterwards how they came out. */
export function Measures({ experiment }: { experiment: ExperimentViewFragment }) {
  const t = useTranslations('experiments');
  const { measures, measureResults, arms } = experiment;
  if (measures.length === 0) return null;
  if (measureResults.length === 0)
    return (
      <Panel title={t('measures.title')} lead={t('measures.before')}>
        <ul className={styles.checks}>
          {measures.map(({ role, margin, metric }) => (
            <li key={metric.key}>
              <Eye size={18} strokeWidth={1.75} aria-hidden />
              <span>
                {role === 'GUARDRAIL'
                  ? t('measures.guardrail', { metric: metric.title, margin: smallestText(margin ?? 0, metric.unit) })
                  : t('measures.secondary', { metric: metric.title })}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    );
  return (
    <Panel title={t('measures.title')} lead={t('measures.lead')}>
      <ul className={styles.checks} data-testid="measures">
        {measureResults.map((result) => (
          <li key={`${result.metricKey} ${result.arm.version.id}`} data-passed={result.state !== 'WORSE'}>
            <Sign result={result} />
            <span>
              {arms.length > 2 && `${t('version', { number: result.arm.version.number })} · `}
              {result.sentence}
              {result.low != null && result.high != null && (
                <span className={styles.quiet}>
                  {t('measures.figures', {
                    low: signed(result.low),
                    high: signed(result.high),
                    p: result.adjustedP == null ? '–' : pText(result.adjustedP),
                  })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Sign({ result: { state } }: { result: Result }) {
  const t = useTranslations('experiments');
  if (state === 'WORSE') return <TriangleAlert size={18} strokeWidth={1.75} aria-label={t('measures.WORSE')} />;
  if (state === 'HELD') return <CircleCheck size={18} strokeWidth={1.75} aria-label={t('measures.HELD')} />;
  return (
    <CircleHelp
      size={18}
      strokeWidth={1.75}
      aria-label={t(state === 'OPEN' ? 'measures.OPEN' : 'measures.SECONDARY')}
    />
  );
}
