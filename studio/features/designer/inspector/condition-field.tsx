'use client';
import { type Condition, compileExpression, textIn } from '@planwright/schema';
import { useTranslations } from 'next-intl';
import { useDesigner } from '../store/use-designer';
import { useCanvasWords, useLanguage } from '../words/use-canvas-words';
import { AddButton, NumberField, RemoveButton, SelectField, TextField } from './fields';
import styles from './inspector.module.css';
import { ResultField } from './result-field';

const SHAPES = ['all', 'any', 'not', 'atLeast', 'item', 'expression'] as const;
type Shape = (typeof SHAPES)[number];

const shapeOf = (condition: Condition): Shape => SHAPES.find((shape) => shape in condition) ?? 'expression';

/** What a condition becomes in another shape: what it held is kept where it fits. */
function reshaped(condition: Condition, shape: Shape, firstItem: string): Condition {
  const children =
    'all' in condition
      ? condition.all
      : 'any' in condition
        ? condition.any
        : 'atLeast' in condition
          ? condition.atLeast.of
          : 'not' in condition
            ? [condition.not]
            : [condition];
  switch (shape) {
    case 'all':
      return { all: children };
    case 'any':
      return { any: children };
    case 'not':
      return { not: children[0] ?? condition };
    case 'atLeast':
      return { atLeast: { n: 1, of: children } };
    case 'item':
      return { item: firstItem, is: 'COMPLETED' };
    case 'expression':
      return { expression: 'person.teamSize >= 3' };
    default: {
      const unknown: never = shape;
      throw new Error(`Unknown shape: ${String(unknown)}`);
    }
  }
}

/** A tree of conditions; every level says in words how its parts combine. */
export function ConditionField({
  value,
  itemKey,
  onChange,
}: {
  value: Condition | undefined;
  itemKey: string;
  onChange: (value: Condition | undefined) => void;
}) {
  const t = useTranslations('designer.conditions');
  const others = useOthers(itemKey);
  if (!value) {
    return (
      <AddButton onClick={() => onChange({ expression: 'person.teamSize >= 3' })} testId="add-condition">
        {t('add')}
      </AddButton>
    );
  }
  return <Branch value={value} others={others} onChange={onChange} onRemove={() => onChange(undefined)} />;
}

interface Other {
  value: string;
  label: string;
}

function Branch({
  value,
  others,
  onChange,
  onRemove,
}: {
  value: Condition;
  others: readonly Other[];
  onChange: (value: Condition) => void;
  onRemove: () => void;
}) {
  const t = useTranslations('designer.conditions');
  const shape = shapeOf(value);
  return (
    <div className={styles.tree}>
      <div className={styles.entryHead}>
        <div style={{ flex: 1 }}>
          <SelectField
            label={<span className="visually-hidden">{t('shape')}</span>}
            value={shape}
            options={SHAPES.filter((each) => each !== 'item' || others.length > 0).map((each) => ({
              value: each,
              label: t(`shapes.${each}`),
            }))}
            onChange={(next) => onChange(reshaped(value, next, others[0]?.value ?? ''))}
          />
        </div>
        <RemoveButton label={t('remove')} onClick={onRemove} />
      </div>
      {'expression' in value && (
        <ExpressionField value={value.expression} onChange={(expression) => onChange({ expression })} />
      )}
      {'item' in value && (
        <>
          <SelectField
            label={t('item')}
            value={value.item}
            options={
              others.some((other) => other.value === value.item)
                ? others
                : [{ value: value.item, label: value.item }, ...others]
            }
            onChange={(item) => onChange({ ...value, item })}
          />
          <ResultField
            label={t('is')}
            value={value.is}
            from={value.item}
            onChange={(is) => onChange({ ...value, is })}
          />
        </>
      )}
      {'not' in value && (
        <Branch value={value.not} others={others} onChange={(not) => onChange({ not })} onRemove={onRemove} />
      )}
      {'all' in value && (
        <Parts parts={value.all} others={others} onRemove={onRemove} onChange={(all) => onChange({ all })} />
      )}
      {'any' in value && (
        <Parts parts={value.any} others={others} onRemove={onRemove} onChange={(any) => onChange({ any })} />
      )}
      {'atLeast' in value && (
        <>
          <NumberField
            label={t('n')}
            value={value.atLeast.n}
            min={1}
            max={value.atLeast.of.length}
            onChange={(n) => n !== undefined && onChange({ atLeast: { ...value.atLeast, n } })}
          />
          <Parts
            parts={value.atLeast.of}
            others={others}
            onRemove={onRemove}
            onChange={(of) => onChange({ atLeast: { n: Math.min(value.atLeast.n, of.length), of } })}
          />
        </>
      )}
    </div>
  );
}

function Parts({
  parts,
  others,
  onChange,
  onRemove,
}: {
  parts: readonly Condition[];
  others: readonly Other[];
  onChange: (parts: Condition[]) => void;
  /** The last part takes its branch along: an empty one is no condition. */
  onRemove: () => void;
}) {
  const t = useTranslations('designer.conditions');
  return (
    <>
      {parts.map((part, index) => (
        <Branch
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
          key={index}
          value={part}
          others={others}
          onChange={(next) => onChange(parts.with(index, next))}
          onRemove={() => (parts.length === 1 ? onRemove() : onChange(parts.toSpliced(index, 1)))}
        />
      ))}
      <AddButton onClick={() => onChange([...parts, { expression: 'person.teamSize >= 3' }])}>{t('addPart')}</AddButton>
    </>
  );
}

/** CEL over `person`; what is wrong is said while it is typed. */
export function ExpressionField({
  value,
  onChange,
  label,
  name = 'expression',
}: {
  value: string;
  onChange: (value: string) => void;
  label?: string;
  name?: string;
}) {
  const t = useTranslations('designer.conditions');
  const language = useLanguage();
  const compiled = value.trim() === '' ? undefined : compileExpression(value);
  return (
    <TextField
      name={name}
      label={label ?? t('expression')}
      value={value}
      onChange={onChange}
      hint={t('expressionHint')}
      error={compiled && 'problem' in compiled ? textIn(compiled.message, language) : undefined}
    />
  );
}

function useOthers(itemKey: string): Other[] {
  const stages = useDesigner((state) => state.document.definition.stages);
  const { text } = useCanvasWords();
  return stages.flatMap((stage) =>
    stage.items.filter((item) => item.key !== itemKey).map((item) => ({ value: item.key, label: text(item.title) })),
  );
}
