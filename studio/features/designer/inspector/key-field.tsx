'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextField } from './fields';
import styles from './inspector.module.css';

/** The key names a thing through all versions: it can be chosen until the first version that has it is published. */
export function KeyField({
  value,
  editable,
  onRename,
}: {
  value: string;
  editable: boolean;
  /** Answers false when the key is malformed or taken. */
  onRename: (key: string) => boolean;
}) {
  const t = useTranslations('designer.fields');
  const [typed, setTyped] = useState<string>();
  if (!editable) {
    return (
      <dl className={styles.facts}>
        <dt>{t('key')}</dt>
        <dd>{value}</dd>
      </dl>
    );
  }
  const isRefused = typed !== undefined && typed !== value;
  return (
    <TextField
      name="key"
      label={t('key')}
      hint={t('keyHint')}
      value={typed ?? value}
      error={isRefused ? t('keyRefused') : undefined}
      onChange={(key) => setTyped(onRename(key) ? undefined : key)}
    />
  );
}
