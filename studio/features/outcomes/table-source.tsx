'use client';
import { FileSpreadsheet } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { KeptText } from '@/features/device/kept-text';
import { LongText } from '@/features/device/long-text';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import { Segmented } from '@/features/ui/segmented';
import styles from './dialogs.module.css';
import { base64Of, type Table } from './read-file';

/** What one request carries once it is in base64. */
const MOST_BYTES = 1_500_000;

/** What is pasted, as the server takes it. */
export const tableOf = (text: string): Table | undefined => (text.trim() === '' ? undefined : { csv: text });

/** A table, pasted or from a file. */
export function TableSource({
  pasted,
  onChange,
}: {
  /** What is pasted; it stays in the tab until it is imported. */
  pasted: KeptText;
  onChange: (table: Table | undefined) => void;
}) {
  const t = useTranslations('outcomes.import');
  const [from, setFrom] = useState<'paste' | 'file'>('paste');
  const [name, setName] = useState<string>();
  const [tooLarge, setTooLarge] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setTooLarge(file.size > MOST_BYTES);
    setName(file.name);
    onChange(file.size > MOST_BYTES ? undefined : { file: base64Of(new Uint8Array(await file.arrayBuffer())) });
  };
  return (
    <>
      <p className={styles.hint}>{t('columns')}</p>
      <div className={styles.source}>
        <Segmented
          label={t('from')}
          value={from}
          onChange={(next) => {
            setFrom(next);
            setName(undefined);
            onChange(next === 'paste' ? tableOf(pasted.value) : undefined);
          }}
          options={[
            { value: 'paste', label: t('paste') },
            { value: 'file', label: t('file') },
          ]}
        />
        {from === 'paste' ? (
          <Field label={t('pasted')} hint={t('pastedHint')}>
            {(control) => (
              <LongText
                {...control}
                className={`${control.className} ${styles.cells}`}
                name="table"
                rows={9}
                spellCheck={false}
                wrap="off"
                placeholder={t('example')}
                kept={{
                  ...pasted,
                  set: (text) => {
                    pasted.set(text);
                    onChange(tableOf(text));
                  },
                  discard: () => {
                    pasted.discard?.();
                    onChange(undefined);
                  },
                }}
              />
            )}
          </Field>
        ) : (
          <label className={styles.drop}>
            <FileSpreadsheet size={24} strokeWidth={1.5} aria-hidden />
            <span>{name ?? t('choose')}</span>
            <span className={styles.hint}>{t('fileHint')}</span>
            <input
              type="file"
              className={styles.fileInput}
              accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              onChange={(event) => void take(event.target.files?.[0])}
            />
          </label>
        )}
      </div>
      {tooLarge && from === 'file' && (
        <Note tone="danger" title={t('tooLarge')}>
          {t('tooLargeText')}
        </Note>
      )}
    </>
  );
}
