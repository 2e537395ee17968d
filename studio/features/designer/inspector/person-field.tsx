'use client';
import { textIn } from '@planwright/schema/text';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { personExpression, readPersonTest } from '../edits/person-expression';
import { useCompiler } from '../rules/use-compiler';
import { useLanguage } from '../words/use-canvas-words';
import { NumberField, SelectField, TextField } from './fields';
import styles from './inspector.module.css';

type Asked = '' | 'teamSize' | 'joinedOn' | 'other';

const askedBy = (expression: string): Asked => (expression === '' ? '' : (readPersonTest(expression)?.fact ?? 'other'));

/** What is asked about the person. Nothing is in force until the question is whole. */
export function PersonField({
  value,
  onChange,
  name = 'expression',
  label,
  optional = false,
}: {
  /** '' = nothing is asked yet. */
  value: string;
  onChange: (value: string) => void;
  name?: string;
  label?: string;
  /** Whether nothing may be asked. */
  optional?: boolean;
}) {
  const t = useTranslations('designer.conditions');
  const language = useLanguage();
  const [chosen, setChosen] = useState<Asked>();
  const [typed, setTyped] = useState<string>();
  const asked = chosen ?? askedBy(value);
  const test = readPersonTest(value);
  const size = test?.fact === 'teamSize' ? test : undefined;
  const joined = test?.fact === 'joinedOn' ? test : undefined;
  const [sizeIs, setSizeIs] = useState<'>=' | '<='>(size?.is ?? '>=');
  const [joinedIs, setJoinedIs] = useState<'>=' | '<'>(joined?.is ?? '>=');
  // What is not whole yet stays here; everything else is the plan's, which may have been undone meanwhile.
  const compile = useCompiler(asked === 'other');
  const isWhole = (expression: string): boolean => compile !== undefined && !('problem' in compile(expression));
  const text = typed === undefined || isWhole(typed) ? value : typed;
  const compiled = text.trim() === '' ? undefined : compile?.(text);
  const options: Asked[] = ['teamSize', 'joinedOn', 'other'];
  return (
    <div className={styles.fields}>
      <SelectField
        name={name}
        label={label ?? t('asked')}
        value={asked}
        options={(optional || asked === '' ? (['', ...options] as const) : options).map((each) => ({
          value: each,
          label: each === '' ? t(optional ? 'askNothing' : 'askChoose') : t(`asks.${each}`),
        }))}
        onChange={(next) => {
          setChosen(next);
          setTyped(undefined);
          if (next === '') onChange('');
        }}
      />
      {asked === 'teamSize' && (
        <div className={styles.row}>
          <SelectField
            label={t('compare')}
            value={sizeIs}
            options={[
              { value: '>=', label: t('atLeastPeople') },
              { value: '<=', label: t('atMostPeople') },
            ]}
            onChange={(is) => {
              setSizeIs(is);
              if (size) onChange(personExpression({ ...size, is }));
            }}
          />
          <NumberField
            label={t('people')}
            value={size?.value}
            min={0}
            max={999_999}
            onChange={(people) =>
              people !== undefined && onChange(personExpression({ fact: 'teamSize', is: sizeIs, value: people }))
            }
          />
        </div>
      )}
      {asked === 'joinedOn' && (
        <div className={styles.row}>
          <SelectField
            label={t('compare')}
            value={joinedIs}
            options={[
              { value: '>=', label: t('onOrAfter') },
              { value: '<', label: t('before') },
            ]}
            onChange={(is) => {
              setJoinedIs(is);
              if (joined) onChange(personExpression({ ...joined, is }));
            }}
          />
          <TextField
            type="date"
            label={t('date')}
            value={joined?.value ?? ''}
            onChange={(date) =>
              date !== '' && onChange(personExpression({ fact: 'joinedOn', is: joinedIs, value: date }))
            }
          />
        </div>
      )}
      {asked === 'other' && (
        <TextField
          label={t('expression')}
          value={text}
          onChange={(next) => {
            setTyped(next);
            if (isWhole(next)) onChange(next);
          }}
          hint={t('expressionHint')}
          error={compiled && 'problem' in compiled ? textIn(compiled.message, language) : undefined}
        />
      )}
    </div>
  );
}
