'use client';
import { FileSpreadsheet } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { LongText } from '@/features/device/long-text';
import { useKept } from '@/features/device/use-kept';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { CommandErrors } from '@/features/ui/command-errors';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import { Segmented } from '@/features/ui/segmented';
import { preparePeopleImport } from './documents';
import styles from './import.module.css';
import { pastedRows } from './pasted-rows';
import { PeopleFileLink } from './people-file-link';
import { base64Of, MOST_BYTES } from './read-chosen-file';

/** A file, or cells that are pasted. Nothing is written: what it would do is shown first. */
export function SourceStep({ onPrepared }: { onPrepared: (id: string) => void }) {
  const t = useTranslations('peopleImport');
  const locale = useLocale();
  const { viewer } = useSession();
  const command = useCommand(preparePeopleImport);
  const [from, setFrom] = useState<'file' | 'paste'>('file');
  const [file, setFile] = useState<File>();
  // Other people's data: they go with the tab.
  const kept = useKept(['people-import', viewer.workspace?.id ?? ''], 'tab');
  const pasted = kept.text('rows');
  const tooLarge = from === 'file' && file !== undefined && file.size > MOST_BYTES;
  const ready = from === 'file' ? file !== undefined && !tooLarge : pasted.trim() !== '';

  const look = async () => {
    const source =
      from === 'file' && file
        ? { file: base64Of(new Uint8Array(await file.arrayBuffer())) }
        : { rows: pastedRows(pasted) };
    const outcome = await command.run({
      input: { ...source, missing: 'KEEP', allOrNothing: false, createUnits: false },
    });
    if (outcome.kind !== 'done' || !outcome.payload.import) return;
    kept.done();
    onPrepared(outcome.payload.import.id);
  };

  return (
    <section className={styles.panel}>
      <h2 className={styles.heading}>{t('source')}</h2>
      <p className={styles.hint}>{t('sourceText')}</p>
      <p className={styles.links}>
        <PeopleFileLink name="template.xlsx" language={locale}>
          {t('template')}
        </PeopleFileLink>
        <PeopleFileLink name="people.xlsx" language={locale}>
          {t('current')}
        </PeopleFileLink>
      </p>
      <Segmented
        label={t('from')}
        value={from}
        onChange={(next) => {
          setFrom(next);
          command.reset();
        }}
        options={[
          { value: 'file', label: t('file') },
          { value: 'paste', label: t('paste') },
        ]}
      />
      {from === 'file' ? (
        <label className={styles.drop}>
          <FileSpreadsheet size={24} strokeWidth={1.5} aria-hidden />
          <span>{file?.name ?? t('choose')}</span>
          <span className={styles.hint}>{t('fileHint')}</span>
          <input
            type="file"
            className={styles.fileInput}
            accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            onChange={(event) => {
              setFile(event.target.files?.[0]);
              command.reset();
            }}
          />
        </label>
      ) : (
        <Field label={t('pasted')} hint={t('pastedHint')}>
          {(control) => (
            <LongText
              {...control}
              className={`${control.className} ${styles.cells}`}
              name="rows"
              rows={10}
              spellCheck={false}
              wrap="off"
              placeholder={t('pastedExample')}
              kept={kept.field('rows')}
            />
          )}
        </Field>
      )}
      {tooLarge && (
        <Note tone="danger" title={t('tooLarge')}>
          {t('tooLargeText')}
        </Note>
      )}
      <CommandErrors command={command} safe={t('safe')} />
      <div className={styles.actions}>
        <Button look="primary" busy={command.pending} disabled={!ready} onClick={() => void look()} data-testid="look">
          {t('look')}
        </Button>
      </div>
    </section>
  );
}
