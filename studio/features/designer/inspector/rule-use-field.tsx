'use client';
import type { RuleUse } from '@planwright/schema';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SelectField, TextField } from './fields';
import styles from './inspector.module.css';
import { KNOWN_RULES, type RuleRole, SettingsFields } from './rule-settings';

/** A pluggable rule with its settings: a form for the rules we know, JSON for the others. */
export function RuleUseField({
  part,
  value,
  path,
  required = false,
  onChange,
}: {
  part: RuleRole;
  value: RuleUse | undefined;
  /** Names the field for focus and undo. */
  path: string;
  required?: boolean;
  onChange: (value: RuleUse | undefined) => void;
}) {
  const t = useTranslations('designer.rules');
  const known = KNOWN_RULES[part];
  const isKnown = value !== undefined && known.some((rule) => rule.use === value.use);
  const options = [
    ...(required ? [] : [{ value: '', label: t(`none.${part}`) }]),
    ...known.map((rule) => ({ value: rule.use, label: t(`names.${rule.use.replace('/', '-')}`) })),
    ...(value && !isKnown ? [{ value: value.use, label: value.use }] : []),
  ];
  return (
    <>
      <SelectField
        name={path}
        label={t(`roles.${part}`)}
        value={value?.use ?? ''}
        options={options}
        onChange={(use) => {
          if (use === '') return onChange(undefined);
          const rule = known.find((each) => each.use === use);
          if (use !== value?.use) onChange(rule ? { use, with: structuredClone(rule.start) } : { use });
        }}
      />
      {value &&
        (isKnown ? (
          <SettingsFields
            use={value.use}
            value={value.with ?? {}}
            onChange={(settings) => onChange({ ...value, with: settings })}
          />
        ) : (
          <JsonField value={value.with} onChange={(settings) => onChange({ ...value, with: settings })} />
        ))}
    </>
  );
}

/** Settings of a rule that this studio does not know; kept to the letter, and changed only while they are JSON. */
function JsonField({
  value,
  onChange,
}: {
  value: RuleUse['with'];
  onChange: (value: NonNullable<RuleUse['with']>) => void;
}) {
  const t = useTranslations('designer.rules');
  const [typed, setTyped] = useState<string>();
  return (
    <div className={styles.code}>
      <TextField
        multiline
        label={t('settings')}
        value={typed ?? JSON.stringify(value ?? {}, null, 2)}
        error={typed === undefined ? undefined : t('notJson')}
        onChange={(text) => {
          try {
            const parsed: unknown = JSON.parse(text);
            if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return setTyped(text);
            setTyped(undefined);
            onChange(parsed as NonNullable<RuleUse['with']>);
          } catch {
            setTyped(text);
          }
        }}
      />
    </div>
  );
}
