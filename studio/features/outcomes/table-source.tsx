'use client';
import { FileSpreadsheet } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import { Segmented } from '@/features/ui/segmented';
import styles from './dialogs.module.css';
import { type Table, tableFrom } from './read-file';

/** What one request carries once it is in base64. */
const MOST_BYTES = 1_500_000;

/** A table, pasted or from a file. */
export function TableSource({
  table,
  onChange,
}: {
  table: Table | undefined;
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
    onChange(file.size > MOST_BYTES ? undefined : tableFrom(new Uint8Array(await file.arrayBuffer())));
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
            onChange(undefined);
          }}
          options={[
            { value: 'paste', label: t('paste') },
            { value: 'file', label: t('file') },
          ]}
        />
        {from === 'paste' ? (
          <Field label={t('pasted')} hint={t('pastedHint')}>
            {(control) => (
              <textarea
                {...control}
                className={`${control.className} ${styles.cells}`}
                name="table"
                rows={9}
                spellCheck={false}
                wrap="off"
                placeholder={t('example')}
                value={table && 'csv' in table ? table.csv : ''}
                onChange={(event) =>
                  onChange(event.target.value.trim() === '' ? undefined : { csv: event.target.value })
                }
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
