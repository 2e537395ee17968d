'use client';
import type { ItemKind, LinkResult } from '@planwright/schema/kinds';
import { useTranslations } from 'next-intl';
import { findItem } from '../edits/find';
import { useDesigner } from '../store/use-designer';
import { NumberField, SelectField } from './fields';
import styles from './inspector.module.css';

const RESULTS = ['COMPLETED', 'PASSED', 'FAILED', 'SUBMITTED', 'APPROVED', 'REJECTED', 'scoreIn'] as const;
type Result = (typeof RESULTS)[number];

/** Results that an item of the kind can have; what else a plan says stays selectable where it stands. */
const POSSIBLE: Record<ItemKind, readonly Result[]> = {
  COURSE: ['COMPLETED', 'scoreIn'],
  TASK: ['COMPLETED', 'SUBMITTED', 'APPROVED', 'REJECTED', 'scoreIn'],
  ASSESSMENT: ['COMPLETED', 'PASSED', 'FAILED', 'scoreIn'],
  APPROVAL: ['COMPLETED', 'SUBMITTED', 'APPROVED', 'REJECTED'],
  MEETING: ['COMPLETED'],
  SURVEY: ['COMPLETED', 'SUBMITTED'],
};

/** The result that an item must have: a mark, or a score in a range. */
export function ResultField({
  label,
  value,
  from,
  onChange,
}: {
  label: string;
  value: LinkResult;
  from: string;
  onChange: (value: LinkResult) => void;
}) {
  const t = useTranslations('designer');
  const kind = useDesigner((state) => findItem(state.document.definition, from)?.item.kind);
  const chosen: Result = typeof value === 'string' ? value : 'scoreIn';
  const possible = kind ? POSSIBLE[kind] : RESULTS;
  const offered = RESULTS.filter((result) => result === chosen || possible.includes(result));
  const [low, high] = typeof value === 'string' ? [60, 100] : value.scoreIn;
  return (
    <div className={styles.row}>
      <SelectField
        name="on"
        label={label}
        value={chosen}
        options={offered.map((result) => ({ value: result, label: t(`resultNames.${result}`) }))}
        onChange={(result) => onChange(result === 'scoreIn' ? { scoreIn: [low, high] } : result)}
      />
      {chosen === 'scoreIn' && (
        <>
          <NumberField
            label={t('links.scoreFrom')}
            value={low}
            min={0}
            max={100}
            step="any"
            onChange={(score) => score !== undefined && onChange({ scoreIn: [score, high] })}
          />
          <NumberField
            label={t('links.scoreTo')}
            value={high}
            min={0}
            max={100}
            step="any"
            onChange={(score) => score !== undefined && onChange({ scoreIn: [low, score] })}
          />
        </>
      )}
    </div>
  );
}
