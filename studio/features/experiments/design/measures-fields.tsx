'use client';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { MetricPicker } from '@/features/pickers/metric-picker';
import { Button } from '@/features/ui/button';
import { Field } from '@/features/ui/field';
import styles from './design.module.css';
import { MOST_MEASURES } from './draft';
import { type Metric, useMetricsByFamily } from './metrics-by-family';

interface Guardrail {
  metricKey: string;
  margin: string;
}

/** Metrics declared beside the primary one: what must not get worse, and what would be good to know. */
export function MeasuresFields({
  metrics,
  primary,
  guardrails,
  secondaryMetrics,
  onGuardrails,
  onSecondary,
  errors,
}: {
  metrics: readonly Metric[];
  primary: string;
  guardrails: readonly Guardrail[];
  secondaryMetrics: readonly string[];
  onGuardrails: (guardrails: Guardrail[]) => void;
  onSecondary: (keys: string[]) => void;
  errors: { guardrails: string | undefined; secondaryMetrics: string | undefined };
}) {
  const t = useTranslations('experiments');
  const taken = [primary, ...guardrails.map(({ metricKey }) => metricKey), ...secondaryMetrics];
  const without = (own: string) => taken.filter((key) => key !== own);
  const replace = <T,>(list: readonly T[], index: number, value: T) =>
    list.map((each, i) => (i === index ? value : each));
  const remove = <T,>(list: readonly T[], index: number) => list.filter((_, i) => i !== index);
  const offered = useMetricsByFamily(metrics);
  const unitOf = (key: string) => metrics.find((metric) => metric.key === key)?.unit;
  return (
    <>
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>{t('design.guardrails')}</legend>
        <p className={styles.quiet}>{t('design.guardrailsHint')}</p>
        {guardrails.map((guardrail, index) => {
          const unit = unitOf(guardrail.metricKey);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <div key={index} className={styles.inline}>
              <MetricPicker
                label={t('design.guardrail', { number: index + 1 })}
                placeholder={t('design.chooseMetric')}
                metrics={offered}
                taken={without(guardrail.metricKey)}
                value={guardrail.metricKey}
                onChange={(metricKey) => onGuardrails(replace(guardrails, index, { ...guardrail, metricKey }))}
              />
              <Field label={unit ? t('design.marginIn', { unit }) : t('design.margin')}>
                {(control) => (
                  <input
                    {...control}
                    inputMode="decimal"
                    value={guardrail.margin}
                    onChange={(event) =>
                      onGuardrails(replace(guardrails, index, { ...guardrail, margin: event.target.value }))
                    }
                  />
                )}
              </Field>
              <Button
                look="quiet"
                icon={<X size={16} aria-hidden />}
                aria-label={t('design.removeGuardrail', { number: index + 1 })}
                onClick={() => onGuardrails(remove(guardrails, index))}
              />
            </div>
          );
        })}
        {errors.guardrails && (
          <p className={styles.error} role="alert">
            {errors.guardrails}
          </p>
        )}
        {guardrails.length < MOST_MEASURES && (
          <div>
            <Button
              look="quiet"
              icon={<Plus size={16} aria-hidden />}
              onClick={() => onGuardrails([...guardrails, { metricKey: '', margin: '' }])}
              data-testid="add-guardrail"
            >
              {t('design.addGuardrail')}
            </Button>
          </div>
        )}
      </fieldset>
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>{t('design.secondary')}</legend>
        <p className={styles.quiet}>{t('design.secondaryHint')}</p>
        {secondaryMetrics.map((key, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <div key={index} className={styles.inline}>
            <MetricPicker
              label={t('design.secondaryOne', { number: index + 1 })}
              placeholder={t('design.chooseMetric')}
              metrics={offered}
              taken={without(key)}
              value={key}
              onChange={(metricKey) => onSecondary(replace(secondaryMetrics, index, metricKey))}
            />
            <Button
              look="quiet"
              icon={<X size={16} aria-hidden />}
              aria-label={t('design.removeSecondary', { number: index + 1 })}
              onClick={() => onSecondary(remove(secondaryMetrics, index))}
            />
          </div>
        ))}
        {errors.secondaryMetrics && (
          <p className={styles.error} role="alert">
            {errors.secondaryMetrics}
          </p>
        )}
        {secondaryMetrics.length < MOST_MEASURES && (
          <div>
            <Button
              look="quiet"
              icon={<Plus size={16} aria-hidden />}
              onClick={() => onSecondary([...secondaryMetrics, ''])}
              data-testid="add-secondary"
            >
              {t('design.addSecondary')}
            </Button>
          </div>
        )}
      </fieldset>
    </>
  );
}
