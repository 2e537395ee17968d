'use client';
import type { Condition } from '@planwright/schema/definition';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/features/ui/button';
import { useDesigner } from '../store/use-designer';
import { useCanvasWords } from '../words/use-canvas-words';
import { AddButton, NumberField, PickField, RemoveButton, SelectField } from './fields';
import styles from './inspector.module.css';
import { PersonField } from './person-field';
import { ResultField } from './result-field';

const SHAPES = ['all', 'any', 'not', 'atLeast', 'item', 'expression'] as const;
type Shape = (typeof SHAPES)[number];
type Leaf = 'item' | 'expression';

const isLeaf = (shape: Shape): shape is Leaf => shape === 'item' || shape === 'expression';

const shapeOf = (condition: Condition): Shape => SHAPES.find((shape) => shape in condition) ?? 'expression';

/** What a condition becomes when others join it: what it held is kept. A leaf is asked for again, see `NewCondition`. */
function grouped(condition: Condition, shape: Exclude<Shape, Leaf>): Condition {
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
    return <NewCondition label={t('add')} others={others} onChange={onChange} testId="add-condition" />;
  }
  return <Branch value={value} others={others} onChange={onChange} onRemove={() => onChange(undefined)} />;
}

interface Other {
  value: string;
  label: string;
  /** The stage it stands in. */
  about: string;
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
  const [asking, setAsking] = useState<Leaf>();
  const shape = asking ?? shapeOf(value);
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
            onChange={(next) => {
              setAsking(isLeaf(next) && next !== shapeOf(value) ? next : undefined);
              if (!isLeaf(next)) onChange(grouped(value, next));
            }}
          />
        </div>
        <RemoveButton label={t('remove')} onClick={onRemove} />
      </div>
      {asking && (
        <LeafField
          asks={asking}
          others={others}
          onChange={(next) => {
            setAsking(undefined);
            onChange(next);
          }}
        />
      )}
      {!asking && 'expression' in value && (
        <PersonField value={value.expression} onChange={(expression) => expression && onChange({ expression })} />
      )}
      {!asking && 'item' in value && (
        <>
          <PickField
            label={t('item')}
            value={value.item}
            options={others}
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
      {!asking && 'not' in value && (
        <Branch value={value.not} others={others} onChange={(not) => onChange({ not })} onRemove={onRemove} />
      )}
      {!asking && 'all' in value && (
        <Parts parts={value.all} others={others} onRemove={onRemove} onChange={(all) => onChange({ all })} />
      )}
      {!asking && 'any' in value && (
        <Parts parts={value.any} others={others} onRemove={onRemove} onChange={(any) => onChange({ any })} />
      )}
      {!asking && 'atLeast' in value && (
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
      <NewCondition label={t('addPart')} others={others} onChange={(part) => onChange([...parts, part])} />
    </>
  );
}

/** A condition that is being asked: it takes effect when it is whole, and until then it can be left. */
function NewCondition({
  label,
  others,
  onChange,
  testId,
}: {
  label: string;
  others: readonly Other[];
  onChange: (value: Condition) => void;
  testId?: string;
}) {
  const t = useTranslations('designer.conditions');
  const [isOpen, setOpen] = useState(false);
  const [asks, setAsks] = useState<'' | Leaf>('');
  const close = () => {
    setOpen(false);
    setAsks('');
  };
  if (!isOpen) {
    return (
      <AddButton onClick={() => setOpen(true)} testId={testId ?? 'add-part'}>
        {label}
      </AddButton>
    );
  }
  return (
    <div className={styles.tree} data-testid="new-condition">
      <div className={styles.entryHead}>
        <div style={{ flex: 1 }}>
          <SelectField
            label={<span className="visually-hidden">{t('shape')}</span>}
            value={asks}
            options={[
              ...(asks === '' ? [{ value: '' as const, label: t('kindChoose') }] : []),
              ...(others.length > 0 ? [{ value: 'item' as const, label: t('shapes.item') }] : []),
              { value: 'expression' as const, label: t('shapes.expression') },
            ]}
            onChange={setAsks}
          />
        </div>
        <RemoveButton label={t('remove')} onClick={close} />
      </div>
      {asks !== '' && (
        <LeafField
          asks={asks}
          others={others}
          onChange={(value) => {
            close();
            onChange(value);
          }}
        />
      )}
    </div>
  );
}

/** Asks for an item's result or a fact of the person, from nothing. */
function LeafField({
  asks,
  others,
  onChange,
}: {
  asks: Leaf;
  others: readonly Other[];
  onChange: (value: Condition) => void;
}) {
  const t = useTranslations('designer.conditions');
  const [item, setItem] = useState('');
  const [expression, setExpression] = useState('');
  const whole: Condition | undefined =
    asks === 'item' ? (item ? { item, is: 'COMPLETED' } : undefined) : expression ? { expression } : undefined;
  return (
    <>
      {asks === 'item' ? (
        <PickField
          name="new-item"
          label={t('item')}
          value={item}
          placeholder={t('whichItem')}
          options={others}
          onChange={setItem}
        />
      ) : (
        <PersonField name="new-expression" value={expression} onChange={setExpression} />
      )}
      <span>
        <Button disabled={!whole} onClick={() => whole && onChange(whole)} data-testid="use-condition">
          {t('use')}
        </Button>
      </span>
    </>
  );
}

function useOthers(itemKey: string): Other[] {
  const stages = useDesigner((state) => state.document.definition.stages);
  const { text } = useCanvasWords();
  return stages.flatMap((stage) =>
    stage.items
      .filter((item) => item.key !== itemKey)
      .map((item) => ({ value: item.key, label: text(item.title), about: text(stage.title) })),
  );
}
