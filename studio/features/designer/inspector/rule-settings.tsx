'use client';
import { type RuleUse, WEEKDAYS } from '@planwright/schema';
import { useTranslations } from 'next-intl';
import { freeKey, isKey } from '../edits/keys';
import { useDesigner } from '../store/use-designer';
import { useCanvasWords } from '../words/use-canvas-words';
import { TimeField } from './date-rule-field';
import { AddButton, NumberField, RemoveButton, SelectField, TextField } from './fields';
import styles from './inspector.module.css';

export type RuleRole = 'scorer' | 'scoring' | 'reminder';
type Settings = NonNullable<RuleUse['with']>;

/** Our own rules, with the settings they begin with. */
export const KNOWN_RULES: Record<RuleRole, readonly { use: string; start: Settings }[]> = {
  scorer: [{ use: 'core/rubric', start: { criteria: [{ key: 'quality', weight: 100 }] } }],
  scoring: [{ use: 'core/weighted', start: { weights: {} } }],
  reminder: [
    { use: 'core/weekly', start: { weekday: 'MON', at: '09:00', holidays: 'SKIP' } },
    { use: 'core/before-due', start: { days: 3, at: '09:00', holidays: 'PREVIOUS' } },
    { use: 'core/feedback-due', start: { hoursBefore: 4 } },
  ],
};

interface SettingsProps {
  value: Settings;
  onChange: (value: Settings) => void;
}

/** The settings of one of our own rules. Settings that the form does not show stay as they are. */
export function SettingsFields({ use, ...props }: SettingsProps & { use: string }) {
  switch (use) {
    case 'core/rubric':
      return <RubricFields {...props} />;
    case 'core/weighted':
      return <WeightFields {...props} />;
    case 'core/weekly':
      return <WeeklyFields {...props} />;
    case 'core/before-due':
      return <BeforeDueFields {...props} />;
    case 'core/feedback-due':
      return <FeedbackDueFields {...props} />;
    default:
      return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const recordIn = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});
const recordsIn = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

function RubricFields({ value, onChange }: SettingsProps) {
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

function WeightFields({ value, onChange }: SettingsProps) {
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
      <SelectField
        label={<span className="visually-hidden">{t('addWeight')}</span>}
        value=""
        options={[
          { value: '', label: t('addWeight') },
          ...[...titles].filter(([key]) => !(key in weights)).map(([key, title]) => ({ value: key, label: title })),
        ]}
        onChange={(key) => key !== '' && set({ ...weights, [key]: Math.max(0, 100 - sum) })}
      />
    </>
  );
}

function HolidaysField({ value, onChange, choices }: SettingsProps & { choices: readonly string[] }) {
  const t = useTranslations('designer.rules');
  return (
    <SelectField
      label={t('holidays')}
      value={text(value.holidays, choices[0] ?? '')}
      options={choices.map((each) => ({ value: each, label: t(`holidayWays.${each}`) }))}
      onChange={(holidays) => onChange({ ...value, holidays })}
    />
  );
}

function WeeklyFields({ value, onChange }: SettingsProps) {
  const t = useTranslations('designer');
  return (
    <div className={styles.row}>
      <SelectField
        label={t('dates.weekday')}
        value={text(value.weekday, 'MON')}
        options={WEEKDAYS.map((day) => ({ value: day as string, label: t(`dates.weekdays.${day}`) }))}
        onChange={(weekday) => onChange({ ...value, weekday })}
      />
      <TimeField value={text(value.at, '09:00')} onChange={(at) => at !== '' && onChange({ ...value, at })} />
      <HolidaysField value={value} onChange={onChange} choices={['SKIP', 'PREVIOUS', 'NEXT', 'SEND']} />
    </div>
  );
}

function BeforeDueFields({ value, onChange }: SettingsProps) {
  const t = useTranslations('designer');
  return (
    <div className={styles.row}>
      <NumberField
        label={t('rules.days')}
        value={number(value.days)}
        min={0}
        max={365}
        onChange={(days) => days !== undefined && onChange({ ...value, days })}
      />
      <TimeField value={text(value.at, '09:00')} onChange={(at) => at !== '' && onChange({ ...value, at })} />
      <HolidaysField value={value} onChange={onChange} choices={['PREVIOUS', 'SKIP', 'NEXT', 'SEND']} />
    </div>
  );
}

function FeedbackDueFields({ value, onChange }: SettingsProps) {
  const t = useTranslations('designer.rules');
  return (
    <NumberField
      label={t('hoursBefore')}
      value={number(value.hoursBefore)}
      min={0}
      max={720}
      step="any"
      onChange={(hoursBefore) => hoursBefore !== undefined && onChange({ ...value, hoursBefore })}
    />
  );
}
