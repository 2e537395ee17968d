import { pText } from '@planwright/schema/figures';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { unmask } from '@/features/api/fragments';
import { signed, tickText } from '@/features/charts/figures';
import { RangeTable } from '@/features/charts/range-table';
import { scaleOver } from '@/features/charts/scale';
import type { EstimateFieldsFragment, ReportFieldsFragment } from '@/gql/graphql';
import styles from '../reports.module.css';
import { NoFigures, Section } from '../section';

/** Can it be trusted: the checks of the comparison, and the same comparison by other methods. */
export function Trust({ report, number }: { report: ReportFieldsFragment; number: number }) {
  const t = useTranslations('reports');
  const { integrity, design } = report;
  const sensitivity = unmask<EstimateFieldsFragment>(report.sensitivity);
  const reason = design === 'RANDOMISED' ? t('trust.locked') : t('trust.noComparison');
  const scale = scaleOver([0, ...sensitivity.flatMap(({ low, high, estimate }) => [low, high, estimate])]);
  return (
    <Section id="trust" number={number} title={t('trust.title')}>
      <h3 className={styles.part}>{t('trust.integrity')}</h3>
      {integrity.length === 0 ? (
        <NoFigures>{reason}</NoFigures>
      ) : (
        <ul className={styles.checks}>
          {integrity.map(({ key, passed, text }) => (
            <li key={key} data-passed={passed}>
              {passed ? <CircleCheck size={18} aria-hidden /> : <TriangleAlert size={18} aria-hidden />}
              <span>
                <strong>{passed ? t('trust.passed') : t('trust.failed')}</strong> {text}
              </span>
            </li>
          ))}
        </ul>
      )}
      <h3 className={styles.part}>{t('trust.sensitivity')}</h3>
      {sensitivity.length === 0 ? (
        <NoFigures>{reason}</NoFigures>
      ) : (
        <RangeTable
          caption={t('trust.caption')}
          titleHead={t('trust.method')}
          heads={[t('experiment.difference'), t('interval'), 'p']}
          chartHead={t('trust.chart')}
          scale={scale}
          tickText={tickText}
          mark={0}
          rows={sensitivity.map(({ method, estimate, low, high, pValue, note }, index) => {
            const interval = low == null || high == null ? '–' : t('from', { low: signed(low), high: signed(high) });
            return {
              key: `${index} ${method}`,
              title: note ? t('trust.withNote', { method, note }) : method,
              low: low ?? null,
              high: high ?? null,
              middle: estimate ?? null,
              reason: estimate == null ? (note ?? t('trust.onlyP')) : undefined,
              label: t('trust.label', { method, estimate: estimate == null ? '–' : signed(estimate), interval }),
              cells: [estimate == null ? '–' : signed(estimate), interval, pValue == null ? '–' : pText(pValue)],
            };
          })}
        />
      )}
    </Section>
  );
}
