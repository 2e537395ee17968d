'use client';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { Note } from '@/features/ui/note';
import { Skeleton } from '@/features/ui/skeleton';
import styles from './files.module.css';
import { PdfPages } from './pdf-pages';
import { shownAs } from './shown-as';
import { useFileContent } from './use-file-content';

interface ShownFile {
  name: string;
  bytes: number;
  mediaType: string;
  url: string;
}

/** A picture or a PDF, to look at without downloading it. */
export function FilePreview({
  file,
  onDownload,
  onClose,
}: {
  file: ShownFile;
  onDownload: () => void;
  onClose: () => void;
}) {
  const t = useTranslations('files');
  return (
    <Dialog
      title={file.name}
      onClose={onClose}
      width={960}
      footer={
        <Button icon={<Download size={16} strokeWidth={1.75} aria-hidden />} onClick={onDownload}>
          {t('download')}
        </Button>
      }
    >
      <Content file={file} />
    </Dialog>
  );
}

function Content({ file }: { file: ShownFile }) {
  const t = useTranslations('files');
  const found = useFileContent(file.url);
  switch (found.state) {
    case 'reading':
      return (
        <div role="status" aria-label={t('reading', { name: file.name })}>
          <Skeleton height={320} />
        </div>
      );
    case 'failed':
      return (
        <Note tone="danger" title={t('notFetched', { name: file.name })}>
          <Button onClick={found.retry}>{t('retry')}</Button>
        </Note>
      );
    case 'read':
      return shownAs(file) === 'pdf' ? (
        <PdfPages content={found.content} name={file.name} />
      ) : (
        <Picture content={found.content} {...file} />
      );
    default:
      return found satisfies never;
  }
}

/** The type is ours, not what the answer says: only a picture can come of it. */
function Picture({ content, mediaType, name }: ShownFile & { content: ArrayBuffer }) {
  const t = useTranslations('files');
  const [address, setAddress] = useState<string>();
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([content], { type: mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content, mediaType]);
  if (isBroken) return <Note tone="danger" title={t('unreadable', { name })} />;
  // biome-ignore lint/performance/noImgElement: the picture is on this device already
  return address ? <img src={address} alt={name} className={styles.picture} onError={() => setBroken(true)} /> : null;
}
