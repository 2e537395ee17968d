'use client';
import type { RuleUse } from '@planwright/schema/kinds';
import { useTranslations } from 'next-intl';
import { freeKey, isKey } from '../edits/keys';
import { useDesigner } from '../store/use-designer';
import { useCanvasWords } from '../words/use-canvas-words';
import { AddButton, NumberField, PickField, RemoveButton, TextField } from './fields';
import styles from './inspector.module.css';

type Settings = NonNullable<RuleUse['with']>;

/** Two of our own scorers have settings that no schema form draws well: rows of criteria, weights of the plan's items. */
export const RUBRIC = 'core/rubric';
export const WEIGHTED = 'core/weighted';

/** What they begin with; the others begin with the defaults of their schema. */
export const START: Record<string, Settings> = {
  [RUBRIC]: { criteria: [{ key: 'quality', weight: 100 }] },
  [WEIGHTED]: { weights: {} },
};

interface SettingsProps {
  value: Settings;
  onChange: (value: Settings) => void;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const recordIn = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});
const recordsIn = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** Criteria of a rubric with their weights. */
export function RubricFields({ value, onChange }: SettingsProps) {
  const t = useTranslations('designer.rules');
  const criteria = recordsIn(value.criteria);
  const set = (next: typeof criteria) => onChange({ ...value, criteria: next as Settings[string] });
  const sum = criteria.reduce((total, each) => total + (number(each.weight) ?? 0), 0);
  const keys = new Set(criteria.map((each) => text(each.key, '')));
  return (
    <>
      <ul className={styles.list}>
        {criteria.map((criterion, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the key is what is edited here
          <li key={index} className={styles.entryHead}>
            <div className={styles.row} style={{ flex: 1 }}>
              <TextField
                label={t('criterion')}
                value={text(criterion.key, '')}
                error={isKey(text(criterion.key, '')) ? undefined : t('badKey')}
                onChange={(key) => set(criteria.with(index, { ...criterion, key }))}
              />
              <NumberField
                label={t('weight')}
                value={number(criterion.weight)}
                min={0}
                max={100}
                step="any"
                onChange={(weight) => weight !== undefined && set(criteria.with(index, { ...criterion, weight }))}
              />
            </div>
            <RemoveButton
              label={t('removeCriterion', { name: text(criterion.key, '') })}
              onClick={() => set(criteria.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{t('sum', { sum })}</p>
      <AddButton
        onClick={() => set([...criteria, { key: freeKey(keys, 'criterion'), weight: Math.max(0, 100 - sum) }])}
      >
        {t('addCriterion')}
      </AddButton>
    </>
  );
}

/** Items that count towards the total, with their weights. */
export function WeightFields({ value, onChange }: SettingsProps) {
  const t = useTranslations('designer.rules');
  const words = useCanvasWords();
  const stages = useDesigner((state) => state.document.definition.stages);
  const weights = recordIn(value.weights);
  const titles = new Map(stages.flatMap((stage) => stage.items.map((item) => [item.key, words.text(item.title)])));
  const set = (next: Record<string, unknown>) => onChange({ ...value, weights: next as Settings[string] });
  const sum = Object.values(weights).reduce((total: number, each) => total + (number(each) ?? 0), 0);
  return (
    <>
      <ul className={styles.list}>
        {Object.entries(weights).map(([key, weight]) => (
          <li key={key} className={styles.entryHead}>
            <div style={{ flex: 1 }}>
              <NumberField
                label={titles.get(key) ?? key}
                value={number(weight)}
                min={0}
                max={100}
                step="any"
                onChange={(next) => next !== undefined && set({ ...weights, [key]: next })}
              />
            </div>
            <RemoveButton
              label={t('removeWeight', { title: titles.get(key) ?? key })}
              onClick={() => {
                const { [key]: _, ...rest } = weights;
                set(rest);
              }}
            />
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{t('sum', { sum })}</p>
      <PickField
        label={<span className="visually-hidden">{t('addWeight')}</span>}
        placeholder={t('addWeight')}
        value=""
        options={[...titles].filter(([key]) => !(key in weights)).map(([key, title]) => ({ value: key, label: title }))}
        onChange={(key) => key !== '' && set({ ...weights, [key]: Math.max(0, 100 - sum) })}
      />
    </>
  );
}
