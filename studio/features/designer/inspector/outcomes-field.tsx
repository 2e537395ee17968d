'use client';
import type { PlanDefinition } from '@planwright/schema';
import { useTranslations } from 'next-intl';
import { freeKey } from '../edits/keys';
import { AddButton, CheckField, NumberField, RemoveButton, TextField } from './fields';
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
  const metrics = new Set(value.map((outcome) => outcome.metric));
  return (
    <>
      <ul className={styles.list}>
        {value.map((outcome, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the metric is what is edited here
          <li key={index} className={styles.entry}>
            <div className={styles.entryHead}>
              <div className={styles.row} style={{ flex: 1 }}>
                <TextField
                  label={t('metric')}
                  value={outcome.metric}
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
                label={t('remove', { metric: outcome.metric })}
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
      <AddButton onClick={() => onChange('add', [...value, { metric: freeKey(metrics, 'metric'), baseline: true }])}>
        {t('add')}
      </AddButton>
    </>
  );
}
