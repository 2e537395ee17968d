'use client';
import { useTranslations } from 'next-intl';
import { MetricPicker } from '@/features/pickers/metric-picker';
import { Field } from '@/features/ui/field';
import styles from './design.module.css';
import { type Metric, useMetricsByFamily } from './metrics-by-family';

/** One primary metric, and from which difference on it would matter, in the metric's own unit. */
export function MeasureStep({
  metrics,
  metricKey,
  smallestEffect,
  onMetric,
  onSmallest,
  errors,
}: {
  metrics: readonly Metric[];
  metricKey: string;
  smallestEffect: string;
  onMetric: (key: string) => void;
  onSmallest: (text: string) => void;
  errors: { metric: string | undefined; smallest: string | undefined };
}) {
  const t = useTranslations('experiments');
  const metric = metrics.find(({ key }) => key === metricKey);
  return (
    <div className={styles.pair}>
      <MetricPicker
        name="metric"
        label={t('design.metric')}
        placeholder={t('design.chooseMetric')}
        hint={metric && t(`direction.${metric.direction}`)}
        error={errors.metric}
        metrics={useMetricsByFamily(metrics)}
        value={metricKey}
        onChange={onMetric}
      />
      <Field
        label={metric?.unit ? t('design.smallestIn', { unit: metric.unit }) : t('design.smallest')}
        hint={t('design.smallestHint')}
        error={errors.smallest}
      >
        {(control) => (
          <input
            {...control}
            name="smallest"
            inputMode="decimal"
            value={smallestEffect}
            onChange={(event) => onSmallest(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}
