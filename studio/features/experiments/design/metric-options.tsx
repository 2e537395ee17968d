'use client';
import { useTranslations } from 'next-intl';
import type { DesignChoicesQuery, MetricFamily } from '@/gql/graphql';

const FAMILIES = [
  'PERFORMANCE',
  'SURVEY',
  'TASK',
  'LEARNING',
  'COLLABORATION',
] as const satisfies readonly MetricFamily[];
export type Metric = DesignChoicesQuery['metrics'][number];

/** Metrics by family, for a select. `taken` = chosen elsewhere in the form. */
export function MetricOptions({ metrics, taken = [] }: { metrics: readonly Metric[]; taken?: readonly string[] }) {
  const t = useTranslations('experiments');
  return FAMILIES.map((family) => (
    <optgroup key={family} label={t(`family.${family}`)}>
      {metrics
        .filter((each) => each.family === family)
        .map((each) => (
          <option key={each.key} value={each.key} disabled={taken.includes(each.key)}>
            {each.title}
          </option>
        ))}
    </optgroup>
  ));
}
