'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiAddress } from '@/features/api/address';
import { useCommand } from '@/features/api/use-command';
import { Button } from '@/features/ui/button';
import { CommandErrors } from '@/features/ui/command-errors';
import { Dialog } from '@/features/ui/dialog';
import { exportBundle, exportReport } from './documents';
import styles from './export-dialog.module.css';

const FORMATS = ['PDF', 'XLSX', 'CSV', 'JSON', 'BUNDLE'] as const;
type Format = (typeof FORMATS)[number];

/** Makes a file of the cohort's report of now and hands it to the browser. */
export function ExportDialog({ cohortId, onClose }: { cohortId: string; onClose: () => void }) {
  const t = useTranslations('reports.export');
  const report = useCommand(exportReport);
  const bundle = useCommand(exportBundle);
  const [format, setFormat] = useState<Format>();
  const command = format === 'BUNDLE' ? bundle : report;
  const busy = command.pending ? format : undefined;
  const fetchFile = async (chosen: Format) => {
    setFormat(chosen);
    const outcome =
      chosen === 'BUNDLE'
        ? await bundle.run({ input: { cohortId } })
        : await report.run({ input: { cohortId, format: chosen } });
    if (outcome.kind !== 'done' || !outcome.payload.url) return;
    // The answer is an attachment, so the page stays.
    window.location.assign(new URL(outcome.payload.url, apiAddress(window.__PLANWRIGHT__, window.location)));
  };
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <p className={styles.lead}>{t('lead')}</p>
      <ul className={styles.formats}>
        {FORMATS.map((each) => (
          <li key={each} className={styles.format}>
            <div>
              <p className={styles.name}>{t(`${each}.name`)}</p>
              <p className={styles.use}>{t(`${each}.use`)}</p>
            </div>
            <Button
              busy={busy === each}
              disabled={busy !== undefined}
              aria-label={t('fetch', { format: t(`${each}.name`) })}
              onClick={() => void fetchFile(each)}
            >
              {t(busy === each ? 'making' : 'download')}
            </Button>
          </li>
        ))}
      </ul>
      <CommandErrors command={command} />
    </Dialog>
  );
}
