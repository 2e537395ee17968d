'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import type { Direction, MetricFamily, MetricScale } from '@/gql/graphql';
import styles from './dialogs.module.css';
import { createMetric } from './documents';
import { FAMILIES, proposedKey } from './metric';

const SCALES = ['CONTINUOUS', 'RATING', 'YES_NO'] as const satisfies readonly MetricScale[];
const DIRECTIONS = ['HIGHER_IS_BETTER', 'LOWER_IS_BETTER'] as const satisfies readonly Direction[];
const FIELDS = ['title', 'key', 'family', 'scale', 'unit', 'direction', 'low', 'high'];

const bound = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** A custom metric: its name, its unit and scale, and which direction is better. */
export function CreateMetricDialog({
  taken,
  onClose,
  onCreated,
}: {
  /** Keys of the metrics that there are. */
  taken: ReadonlySet<string>;
  onClose: () => void;
  onCreated: (key: string) => void;
}) {
  const t = useTranslations('outcomes.new');
  const words = useTranslations('outcomes');
  const command = useCommand(createMetric);
  const [title, setTitle] = useState('');
  const [ownKey, setOwnKey] = useState<string>();
  const [family, setFamily] = useState<MetricFamily>('PERFORMANCE');
  const [scale, setScale] = useState<MetricScale>('CONTINUOUS');
  const [direction, setDirection] = useState<Direction>('HIGHER_IS_BETTER');
  const [unit, setUnit] = useState('');
  const [low, setLow] = useState('');
  const [high, setHigh] = useState('');
  const key = ownKey ?? proposedKey(title, taken);
  const counts = scale !== 'YES_NO';

  const submit = async () => {
    const outcome = await command.run({
      input: {
        key,
        title: title.trim(),
        family,
        scale,
        direction,
        unit: counts && unit.trim() !== '' ? unit.trim() : null,
        low: counts ? bound(low) : null,
        high: counts ? bound(high) : null,
      },
    });
    if (outcome.kind === 'done' && outcome.payload.metric) onCreated(outcome.payload.metric.key);
  };

  return (
    <FormDialog
      title={words('create')}
      action={words('create')}
      command={command}
      shownAt={FIELDS}
      safe={words('kept')}
      canSubmit={title.trim() !== '' && key !== ''}
      onSubmit={submit}
      onClose={onClose}
      width={560}
      byEnter
    >
      <Field label={t('title')} hint={t('titleHint')} error={command.errorAt('title')}>
        {(control) => (
          <input
            {...control}
            name="title"
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('key')} hint={t('keyHint')} error={command.errorAt('key')}>
        {(control) => (
          <input
            {...control}
            name="key"
            maxLength={63}
            autoCapitalize="none"
            spellCheck={false}
            value={key}
            onChange={(event) => setOwnKey(event.target.value.toLowerCase())}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <Field label={t('family')} error={command.errorAt('family')}>
          {(control) => (
            <select {...control} value={family} onChange={(event) => setFamily(event.target.value as MetricFamily)}>
              {FAMILIES.map((each) => (
                <option key={each} value={each}>
                  {words(`family.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('direction')} error={command.errorAt('direction')}>
          {(control) => (
            <select {...control} value={direction} onChange={(event) => setDirection(event.target.value as Direction)}>
              {DIRECTIONS.map((each) => (
                <option key={each} value={each}>
                  {words(`direction.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('scale')} error={command.errorAt('scale')}>
          {(control) => (
            <select {...control} value={scale} onChange={(event) => setScale(event.target.value as MetricScale)}>
              {SCALES.map((each) => (
                <option key={each} value={each}>
                  {words(`scale.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {counts && (
          <Field label={t('unit')} error={command.errorAt('unit')}>
            {(control) => (
              <input
                {...control}
                name="unit"
                maxLength={20}
                placeholder={t('unitExample')}
                value={unit}
                onChange={(event) => setUnit(event.target.value)}
              />
            )}
          </Field>
        )}
        {counts && (
          <Field label={t('low')} error={command.errorAt('low')}>
            {(control) => (
              <input
                {...control}
                name="low"
                type="number"
                step="any"
                placeholder={t('noBound')}
                value={low}
                onChange={(event) => setLow(event.target.value)}
              />
            )}
          </Field>
        )}
        {counts && (
          <Field label={t('high')} error={command.errorAt('high')}>
            {(control) => (
              <input
                {...control}
                name="high"
                type="number"
                step="any"
                placeholder={t('noBound')}
                value={high}
                onChange={(event) => setHigh(event.target.value)}
              />
            )}
          </Field>
        )}
      </div>
    </FormDialog>
  );
}
