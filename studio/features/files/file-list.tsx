'use client';
import { Download, Eye, File } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiAddress } from '@/features/api/address';
import { type Masked, unmask } from '@/features/api/fragments';
import { Button } from '@/features/ui/button';
import { List } from '@/features/ui/list';
import type { KeptFileFragment } from '@/gql/graphql';
import { FilePreview } from './file-preview';
import { fileSize } from './file-size';
import styles from './files.module.css';
import { shownAs } from './shown-as';

/** Files with their sizes: each to download, and those that can be shown to look at. */
export function FileList({ files: given }: { files: readonly Masked<KeptFileFragment>[] }) {
  const files = unmask<KeptFileFragment>(given);
  const t = useTranslations('files');
  const locale = useLocale();
  const [shown, setShown] = useState<KeptFileFragment>();
  return (
    <>
      <List className={styles.list}>
        {files.map((file) => (
          <li key={file.id} className={styles.row}>
            <File size={16} strokeWidth={1.75} aria-hidden />
            <span className={styles.name}>{file.name}</span>
            <span className={styles.quiet}>{fileSize(file.bytes, locale)}</span>
            <span className={styles.actions}>
              {shownAs(file) && (
                <Button
                  look="quiet"
                  aria-label={t('viewOf', { name: file.name })}
                  aria-haspopup="dialog"
                  icon={<Eye size={16} strokeWidth={1.75} aria-hidden />}
                  onClick={() => setShown(file)}
                >
                  {t('view')}
                </Button>
              )}
              <Button
                look="quiet"
                aria-label={t('downloadOf', { name: file.name })}
                title={t('download')}
                icon={<Download size={16} strokeWidth={1.75} aria-hidden />}
                onClick={() => download(file)}
              />
            </span>
          </li>
        ))}
      </List>
      {shown && <FilePreview file={shown} onDownload={() => download(shown)} onClose={() => setShown(undefined)} />}
    </>
  );
}

/** The answer is an attachment, so the page stays. */
function download({ url }: KeptFileFragment): void {
  window.location.assign(new URL(url, apiAddress(window.__PLANWRIGHT__, window.location)));
}
