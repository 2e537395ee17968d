'use client';
import type { PlanDefinition } from '@planwright/schema/definition';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { metrics as allMetrics } from '@/features/outcomes/documents';
import { useSession } from '@/features/session/session';
import { ButtonLink } from '@/features/ui/button';
import { metricChoices, metricName } from '../edits/metric-choices';
import { useDesigner } from '../store/use-designer';
import { CheckField, NumberField, PickField, RemoveButton } from './fields';
import styles from './inspector.module.css';

export type Outcome = NonNullable<PlanDefinition['outcomes']>[number];

/** Metrics that tell whether the plan works, each with the smallest difference that matters. */
export function OutcomesField({
  value,
  onChange,
}: {
  value: readonly Outcome[];
  onChange: (field: string, value: Outcome[]) => void;
}) {
  const t = useTranslations('designer.outcomes');
  const metrics = useMetrics();
  const readOnly = useDesigner((state) => state.readOnly);
  const { has } = useSession();
  const taken = new Set(value.map((outcome) => outcome.metric));
  const unknown = (key: string) => t('unknown', { key });
  const free = metricChoices(metrics, { taken, unknown });
  return (
    <>
      <ul className={styles.list}>
        {value.map((outcome, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the metric is what is edited here
          <li key={index} className={styles.entry}>
            <div className={styles.entryHead}>
              <div className={styles.fields} style={{ flex: 1, minWidth: 0 }}>
                <PickField
                  name={`outcomes.${index}.metric`}
                  label={t('metric')}
                  value={outcome.metric}
                  options={metricChoices(metrics, { value: outcome.metric, taken, unknown })}
                  onChange={(metric) => onChange(`${index}.metric`, value.with(index, { ...outcome, metric }))}
                />
                <NumberField
                  label={t('smallestEffect')}
                  optional
                  step="any"
                  min={0}
                  value={outcome.smallestEffect}
                  onChange={(smallestEffect) => {
                    const { smallestEffect: _, ...rest } = outcome;
                    onChange(`${index}.effect`, value.with(index, smallestEffect ? { ...rest, smallestEffect } : rest));
                  }}
                />
              </div>
              <RemoveButton
                label={t('remove', { metric: metricName(metrics, outcome.metric) })}
                onClick={() => onChange('remove', value.toSpliced(index, 1))}
              />
            </div>
            <CheckField
              label={t('baseline')}
              checked={outcome.baseline ?? false}
              onChange={(baseline) => onChange(`${index}.baseline`, value.with(index, { ...outcome, baseline }))}
            />
          </li>
        ))}
      </ul>
      {free.length > 0 && !readOnly && (
        <PickField
          name="outcomes.add"
          label={t('add')}
          placeholder={t('choose')}
          value=""
          options={free}
          onChange={(metric) => metric !== '' && onChange('add', [...value, { metric, baseline: true }])}
        />
      )}
      {has('HR', 'ADMIN') ? (
        <span>
          <ButtonLink look="quiet" href="/outcomes" target="_blank">
            {t('create')}
          </ButtonLink>
        </span>
      ) : (
        <p className={styles.hint}>{t('hrCreates')}</p>
      )}
    </>
  );
}

/** The workspace's metrics; asked again when the person comes back from the page on which they are made. */
function useMetrics() {
  const [{ data }, read] = useQuery({ query: allMetrics, requestPolicy: 'cache-and-network' });
  useEffect(() => {
    const again = () => read({ requestPolicy: 'network-only' });
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, [read]);
  return data?.metrics;
}
