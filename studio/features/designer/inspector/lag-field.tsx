'use client';
import { type Lag, UNITS } from '@planwright/schema/calendar';
import { useTranslations } from 'next-intl';
import { NumberField, SelectField } from './fields';
import styles from './inspector.module.css';

/** How long after the link was met the item opens; nothing = at once. */
export function LagField({ value, onChange }: { value: Lag | undefined; onChange: (lag: Lag | undefined) => void }) {
  const t = useTranslations('designer');
  return (
    <div className={styles.row}>
      <NumberField
        label={t('links.lag')}
        optional
        min={0}
        max={3650}
        value={value?.offset}
        onChange={(offset) =>
          onChange(offset === undefined || offset === 0 ? undefined : { offset, unit: value?.unit ?? 'WORKDAY' })
        }
      />
      <SelectField
        label={t('dates.unit')}
        value={value?.unit ?? 'WORKDAY'}
        options={UNITS.map((unit) => ({ value: unit, label: t(`dates.units.${unit}`) }))}
        onChange={(unit) => value && onChange({ ...value, unit })}
      />
    </div>
  );
}
