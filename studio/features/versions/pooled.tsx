'use client';
import { useTranslations } from 'next-intl';
import { type Masked, unmask } from '@/features/api/fragments';
import { percent, signed, tickText } from '@/features/charts/figures';
import { RangeTable } from '@/features/charts/range-table';
import { scaleOver } from '@/features/charts/scale';
import { Panel } from '@/features/experiments/panel';
import type { PooledFieldsFragment } from '@/gql/graphql';

/** Half the side of a cohort's square, by its share of the largest cohort: more people, more weight to the eye. */
const squareOf = (people: number, most: number): number => 3 + 5 * Math.sqrt(people / Math.max(1, most));

/** All experiments between the same two versions, one under the other, and what they say together. */
export function Pooled({ unit, ...props }: { pooled: Masked<PooledFieldsFragment>; unit: string | null | undefined }) {
  const pooled = unmask<PooledFieldsFragment>(props.pooled);
  const t = useTranslations('versions');
  const words = useTranslations('experiments');
  const { cohorts, estimate, low, high, predictionLow, predictionHigh, heterogeneity, sentence } = pooled;
  const scale = scaleOver([
    0,
    low,
    high,
    predictionLow,
    predictionHigh,
    ...cohorts.flatMap((cohort) => [cohort.low, cohort.high]),
  ]);
  const most = Math.max(...cohorts.map(({ people }) => people));
  const people = cohorts.reduce((sum, cohort) => sum + cohort.people, 0);
  const row = (
    key: string,
    title: string,
    count: number | undefined,
    range: { low?: number | null; high?: number | null; middle?: number | null },
    look: { shape?: 'square' | 'diamond'; size?: number },
  ) => {
    const interval =
      range.low == null || range.high == null
        ? '–'
        : words('results.from', { low: signed(range.low), high: signed(range.high) });
    const shown = range.middle == null ? '–' : signed(range.middle);
    return {
      key,
      title,
      low: range.low ?? null,
      high: range.high ?? null,
      middle: range.middle ?? null,
      label: words('sensitivity.label', { method: title, estimate: shown, interval }),
      cells: [count === undefined ? '' : String(count), shown, interval],
      ...look,
    };
  };
  return (
    <Panel title={t('pooled')} lead={sentence}>
      <RangeTable
        caption={t('pooled')}
        titleHead={t('cohort')}
        heads={[t('people'), words('results.estimate'), words('results.interval')]}
        chartHead={unit ? t('chartIn', { unit }) : t('chart')}
        scale={scale}
        tickText={tickText}
        mark={0}
        rows={[
          ...cohorts.map((cohort) =>
            row(
              cohort.title,
              cohort.title,
              cohort.people,
              { low: cohort.low, high: cohort.high, middle: cohort.estimate },
              { shape: 'square', size: squareOf(cohort.people, most) },
            ),
          ),
          row('together', t('together'), people, { low, high, middle: estimate }, { shape: 'diamond', size: 7 }),
          ...(predictionLow == null
            ? []
            : [row('next', t('oneMore'), undefined, { low: predictionLow, high: predictionHigh }, {})]),
        ]}
      />
      {heterogeneity != null && <p>{t('heterogeneity', { share: percent(heterogeneity) })}</p>}
    </Panel>
  );
}
