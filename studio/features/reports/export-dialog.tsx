'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { apiAddress } from '@/features/api/address';
import type { Wrong } from '@/features/api/use-change';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { FailureNote } from '@/features/ui/failure-note';
import { Note } from '@/features/ui/note';
import { exportBundle, exportReport } from './documents';
import styles from './export-dialog.module.css';

const FORMATS = ['PDF', 'XLSX', 'CSV', 'JSON', 'BUNDLE'] as const;
type Format = (typeof FORMATS)[number];

/** Makes a file of the cohort's report of now and hands it to the browser. */
export function ExportDialog({ cohortId, onClose }: { cohortId: string; onClose: () => void }) {
  const t = useTranslations('reports.export');
  const client = useClient();
  const [busy, setBusy] = useState<Format>();
  const [wrong, setWrong] = useState<Wrong[]>([]);
  const [error, setError] = useState<CombinedError>();
  const fetchFile = async (format: Format) => {
    setBusy(format);
    setWrong([]);
    setError(undefined);
    const answer =
      format === 'BUNDLE'
        ? await client.mutation(exportBundle, { input: { cohortId } }).toPromise()
        : await client.mutation(exportReport, { input: { cohortId, format } }).toPromise();
    const made = answer.data && ('exportBundle' in answer.data ? answer.data.exportBundle : answer.data.exportReport);
    setBusy(undefined);
    setError(answer.error);
    setWrong(made?.userErrors ?? []);
    // The answer is an attachment, so the page stays.
    if (made?.url) window.location.assign(new URL(made.url, apiAddress(window.__PLANWRIGHT__, window.location)));
  };
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <p className={styles.lead}>{t('lead')}</p>
      <ul className={styles.formats}>
        {FORMATS.map((format) => (
          <li key={format} className={styles.format}>
            <div>
              <p className={styles.name}>{t(`${format}.name`)}</p>
              <p className={styles.use}>{t(`${format}.use`)}</p>
            </div>
            <Button
              busy={busy === format}
              disabled={busy !== undefined}
              aria-label={t('fetch', { format: t(`${format}.name`) })}
              onClick={() => void fetchFile(format)}
            >
              {t(busy === format ? 'making' : 'download')}
            </Button>
          </li>
        ))}
      </ul>
      {wrong.map(({ message }) => (
        <Note key={message} tone="danger" title={message} />
      ))}
      {error && <FailureNote error={error} />}
    </Dialog>
  );
}
