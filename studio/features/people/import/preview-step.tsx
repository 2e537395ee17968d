'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { Button } from '@/features/ui/button';
import { CommandErrors } from '@/features/ui/command-errors';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import { Segmented } from '@/features/ui/segmented';
import type { PeopleImportViewFragment, PeopleRowResult } from '@/gql/graphql';
import { ColumnsPanel } from './columns-panel';
import { importPeople, preparePeopleImport } from './documents';
import styles from './import.module.css';
import { ImportOptions, type ImportWishes, wishesOf } from './import-options';
import { ImportRows } from './import-rows';
import { PeopleFileLink } from './people-file-link';
import { PreviewNotes } from './preview-notes';
import { countsOf, firstShown, RESULTS } from './results';

/** What the import would do, counted first and then row by row; each option is looked at before anything is written. */
export function PreviewStep({
  shown,
  onPrepared,
  onAgreed,
}: {
  shown: PeopleImportViewFragment;
  onPrepared: (id: string) => void;
  onAgreed: () => void;
}) {
  const t = useTranslations('peopleImport');
  const locale = useLocale();
  const again = useCommand(preparePeopleImport);
  const agree = useCommand(importPeople);
  const counts = countsOf(shown);
  const [result, setResult] = useState<PeopleRowResult>(firstShown(counts));
  const [confirmed, setConfirmed] = useState('');
  const deactivates = shown.whenMissing === 'DEACTIVATE';
  const writes = shown.created + shown.updated + (deactivates ? shown.missing : 0);

  const look = async (wishes: Partial<ImportWishes>) => {
    const outcome = await again.run({ input: { again: shown.id, ...wishesOf(shown), ...wishes } });
    if (outcome.kind === 'done' && outcome.payload.import) onPrepared(outcome.payload.import.id);
  };
  const run = async () => {
    if (!shown.previewHash) return;
    const confirmMissing = shown.asksAboutMissing ? Number(confirmed.trim()) : undefined;
    const outcome = await agree.run({
      input: {
        importId: shown.id,
        previewHash: shown.previewHash,
        ...(confirmMissing === undefined || Number.isNaN(confirmMissing)
          ? {}
          : { confirmMissing: Math.trunc(confirmMissing) }),
      },
    });
    if (outcome.kind !== 'failed') onAgreed();
  };

  if (shown.questions.length > 0)
    return <ColumnsPanel shown={shown} asks command={again} onChange={(columns) => void look({ columns })} />;
  return (
    <>
      <PreviewNotes shown={shown} />
      <section className={styles.panel}>
        <h2 className={styles.heading}>{t('previewTitle', { total: shown.total })}</h2>
        <ImportOptions shown={shown} busy={again.pending} onChange={(wishes) => void look(wishes)} />
        {shown.asksAboutMissing && (
          <Field
            label={t('confirmMissing', { missing: shown.missing })}
            hint={t('confirmMissingHint')}
            error={agree.errorAt('confirmMissing')}
          >
            {(control) => (
              <input
                {...control}
                name="confirmMissing"
                inputMode="numeric"
                autoComplete="off"
                value={confirmed}
                onChange={(event) => setConfirmed(event.target.value)}
              />
            )}
          </Field>
        )}
        {shown.blocked && (
          <Note tone="warn" title={t('blocked')}>
            {shown.blocked}
          </Note>
        )}
        <CommandErrors command={again} safe={t('safe')} />
        <CommandErrors command={agree} shownAt={['confirmMissing']} safe={t('safe')} />
        <div className={styles.actions}>
          <Button
            look="primary"
            busy={agree.pending}
            disabled={!shown.previewHash || again.pending}
            onClick={() => void run()}
            data-testid="import-people"
          >
            {t('import', { count: writes })}
          </Button>
          {shown.rejected > 0 && (
            <PeopleFileLink name={`left-out-${shown.id}.xlsx`} language={locale}>
              {t('downloadLeftOut')}
            </PeopleFileLink>
          )}
        </div>
      </section>
      <ColumnsPanel shown={shown} command={again} onChange={(columns) => void look({ columns })} />
      <div className={styles.filter}>
        <Segmented
          label={t('rows')}
          value={result}
          onChange={setResult}
          options={RESULTS.map((value) => ({
            value,
            label: t('counted', { result: t(`result.${value}`), count: counts[value] }),
          }))}
        />
      </div>
      <ImportRows key={result} id={shown.id} result={result} columns={shown.columns} />
    </>
  );
}
