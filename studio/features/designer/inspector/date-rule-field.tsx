'use client';
import { type Anchor, type AnchoredRule, type DateRule, ROLLS, UNITS, WEEKDAYS } from '@planwright/schema/calendar';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { eventsFor } from '../edits/offered-choices';
import { useDesigner } from '../store/use-designer';
import { useCanvasWords } from '../words/use-canvas-words';
import { DateExample } from './date-example';
import { type Choice, FieldProblems, NumberField, PickField, SelectField, TextField } from './fields';
import styles from './inspector.module.css';
import { useProblemsAt } from './problems-context';

type Form = 'none' | 'week' | 'anchored' | 'fixed';
const FORMS: readonly Form[] = ['none', 'week', 'anchored', 'fixed'];

const formOf = (rule: DateRule | undefined): Form =>
  !rule ? 'none' : 'week' in rule ? 'week' : 'fixed' in rule ? 'fixed' : 'anchored';

/** A first rule of each form, close to what is most often wanted. */
function firstRule(form: Form, kind: 'opens' | 'due', startsOn: string): DateRule | undefined {
  switch (form) {
    case 'none':
      return undefined;
    case 'week':
      return kind === 'due' ? { week: 1, weekday: 'FRI', at: '18:00' } : { week: 1, weekday: 'MON' };
    case 'anchored':
      return kind === 'due'
        ? { anchor: 'OPENED', offset: 7, unit: 'DAY', at: '18:00' }
        : { anchor: 'STAGE_START', offset: 0, unit: 'DAY' };
    case 'fixed':
      return { fixed: `${startsOn}T${kind === 'due' ? '18:00' : '09:00'}` };
    default: {
      const unknown: never = form;
      throw new Error(`Unknown form: ${String(unknown)}`);
    }
  }
}

const anchorValue = (anchor: Anchor): string => {
  if (typeof anchor === 'string') return anchor;
  const [[name, value] = ['START', '']] = Object.entries(anchor);
  return `${name}:${value}`;
};

function anchorFrom(value: string): Anchor {
  const [name, key = ''] = value.split(':');
  switch (name) {
    case 'opened':
      return { opened: key };
    case 'completed':
      return { completed: key };
    case 'due':
      return { due: key };
    case 'event':
      return { event: key === 'FIRST_SIGN_IN' ? 'FIRST_SIGN_IN' : 'PROMOTED' };
    case 'STAGE_START':
      return 'STAGE_START';
    case 'OPENED':
      return 'OPENED';
    default:
      return 'START';
  }
}

/** When something opens or is due: a weekday of a week, so long after something else, or one day for everybody. */
export function DateRuleField({
  label,
  kind,
  value,
  target,
  name,
  own,
  noneLabel,
  onChange,
}: {
  label: string;
  kind: 'opens' | 'due';
  value: DateRule | undefined;
  /** Key of the item or stage whose problems are shown here. */
  target: string;
  name: string;
  own: { item?: string; stage: string };
  /** What holds without a rule of its own. */
  noneLabel: string;
  onChange: (rule: DateRule | undefined) => void;
}) {
  const t = useTranslations('designer.dates');
  const startsOn = useDesigner((state) => state.exampleStart);
  const problems = useProblemsAt(target, ...name.split('.'));
  const form = formOf(value);
  return (
    <div className={styles.fields}>
      <SelectField
        name={name}
        label={label}
        value={form}
        options={FORMS.map((each) => ({ value: each, label: each === 'none' ? noneLabel : t(`forms.${each}`) }))}
        onChange={(next) => onChange(firstRule(next, kind, startsOn))}
      />
      {value && 'week' in value && (
        <div className={styles.row}>
          <NumberField
            label={t('week')}
            value={value.week}
            min={1}
            max={520}
            onChange={(week) => week !== undefined && onChange({ ...value, week })}
          />
          <SelectField
            label={t('weekday')}
            value={value.weekday}
            options={WEEKDAYS.map((day) => ({ value: day, label: t(`weekdays.${day}`) }))}
            onChange={(weekday) => onChange({ ...value, weekday })}
          />
          <TimeField value={value.at} onChange={(at) => onChange(withTime(value, at))} />
        </div>
      )}
      {value && 'anchor' in value && <AnchoredFields value={value} own={own} onChange={onChange} />}
      {value && 'fixed' in value && (
        <TextField
          type="datetime-local"
          label={t('fixed')}
          value={value.fixed.slice(0, 16)}
          onChange={(fixed) => fixed !== '' && onChange({ fixed })}
        />
      )}
      <DateExample rule={value} kind={kind} own={own} />
      <FieldProblems problems={problems} />
    </div>
  );
}

function AnchoredFields({
  value,
  own,
  onChange,
}: {
  value: AnchoredRule;
  own: { item?: string };
  onChange: (rule: AnchoredRule) => void;
}) {
  const t = useTranslations('designer.dates');
  const anchors = useAnchors(value.anchor, own.item);
  const isDays = value.unit !== 'MINUTE' && value.unit !== 'HOUR';
  return (
    <>
      <PickField
        label={t('anchor')}
        value={anchorValue(value.anchor)}
        options={anchors}
        onChange={(anchor) => onChange({ ...value, anchor: anchorFrom(anchor) })}
      />
      <div className={styles.row}>
        <NumberField
          label={t('offset')}
          value={value.offset}
          min={-3650}
          max={3650}
          onChange={(offset) => offset !== undefined && onChange({ ...value, offset })}
        />
        <SelectField
          label={t('unit')}
          value={value.unit}
          options={UNITS.map((unit) => ({ value: unit, label: t(`units.${unit}`) }))}
          onChange={(unit) => {
            const { at: _, ...timeless } = value;
            onChange(unit === 'MINUTE' || unit === 'HOUR' ? { ...timeless, unit } : { ...value, unit });
          }}
        />
        {isDays && <TimeField value={value.at} onChange={(at) => onChange(withTime(value, at))} />}
      </div>
      <SelectField
        label={t('roll')}
        value={value.roll ?? 'NONE'}
        options={ROLLS.map((roll) => ({ value: roll, label: t(`rolls.${roll}`) }))}
        onChange={(roll) => {
          const { roll: _, ...rest } = value;
          onChange(roll === 'NONE' ? rest : { ...rest, roll });
        }}
      />
    </>
  );
}

const withTime = <Rule extends { at?: string | undefined }>({ at: _, ...rest }: Rule, at: string): Rule =>
  (at === '' ? rest : { ...rest, at }) as Rule;

const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/** A time of day, typed as it is read everywhere here: 18:00. Native time fields follow the browser's language. */
export function TimeField({ value, onChange }: { value: string | undefined; onChange: (at: string) => void }) {
  const t = useTranslations('designer');
  const [typed, setTyped] = useState<string>();
  return (
    <TextField
      label={t('dates.at')}
      placeholder="18:00"
      value={typed ?? value ?? ''}
      error={typed === undefined ? undefined : t('inspector.timeRefused')}
      onChange={(text) => {
        const isTime = text === '' || TIME.test(text);
        setTyped(isTime ? undefined : text);
        if (isTime) onChange(text);
      }}
    />
  );
}

/** Everything that dates may count from, with the titles of the other items. */
function useAnchors(now: Anchor, itemKey: string | undefined): Choice<string>[] {
  const t = useTranslations('designer.dates');
  const { text } = useCanvasWords();
  const stages = useDesigner((state) => state.document.definition.stages);
  const items = stages.flatMap((stage) => stage.items).filter((item) => item.key !== itemKey);
  const about = (kind: 'opened' | 'completed' | 'due'): Choice<string>[] =>
    items.map((item) => ({ value: `${kind}:${item.key}`, label: t(`anchors.${kind}`, { title: text(item.title) }) }));
  return [
    ...(['START', 'STAGE_START', 'OPENED'] as const).map((anchor) => ({
      value: anchor as string,
      label: t(`anchors.${anchor}`),
    })),
    ...about('completed'),
    ...about('opened'),
    ...about('due'),
    ...eventsFor(now).map((event) => ({ value: `event:${event}`, label: t(`anchors.${event}`) })),
  ];
}
