'use client';
import { LANGUAGES, type Language, type LocalizedText } from '@planwright/schema/text';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { withOptionalText, withText } from '../edits/text';
import { useLanguage } from '../words/use-canvas-words';
import { AddButton, TextField } from './fields';

/** A text in every language of the studio; other languages that the plan carries stay as they are. */
export function LocalizedField({
  name,
  label,
  value,
  onChange,
  multiline = false,
}: {
  name: string;
  label: string;
  value: LocalizedText | undefined;
  onChange: (value: LocalizedText, language: Language) => void;
  multiline?: boolean;
}) {
  const t = useTranslations('designer.inspector');
  const own = useLanguage();
  const ordered = [...LANGUAGES].sort((a, b) => Number(b === own) - Number(a === own));
  return ordered.map((language) => (
    <TextField
      key={language}
      name={`${name}.${language}`}
      alias={language === own ? name : undefined}
      label={t('inLanguage', { label, language: t(`languages.${language}`) })}
      value={value?.[language] ?? ''}
      multiline={multiline}
      onChange={(text) => onChange(withText(value, language, text), language)}
    />
  ));
}

/** A description, which may be absent: then it takes one line until somebody wants to write it. */
export function DescriptionField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: LocalizedText | undefined;
  onChange: (value: LocalizedText | undefined, language: Language) => void;
}) {
  const t = useTranslations('designer.inspector');
  const [isWanted, setWanted] = useState(value !== undefined);
  if (!isWanted && value === undefined) {
    return <AddButton onClick={() => setWanted(true)}>{t('addDescription')}</AddButton>;
  }
  return <OptionalLocalizedField name="description" label={label} value={value} onChange={onChange} multiline />;
}

/** The same for a text that may be absent. */
export function OptionalLocalizedField({
  value,
  onChange,
  ...rest
}: {
  name: string;
  label: string;
  value: LocalizedText | undefined;
  onChange: (value: LocalizedText | undefined, language: Language) => void;
  multiline?: boolean;
}) {
  return (
    <LocalizedField
      {...rest}
      value={value}
      onChange={(next, language) => onChange(withOptionalText(value, language, next[language] ?? ''), language)}
    />
  );
}
