'use client';
import { CircleAlert, FileCheck, FileUp, RotateCw, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type DragEvent, useId, useState } from 'react';
import { Button } from '@/features/ui/button';
import { List } from '@/features/ui/list';
import { ProgressBar } from '@/features/ui/progress-bar';
import { fileSize } from './file-size';
import styles from './files.module.css';
import type { Upload, Uploads } from './use-uploads';

/** Where files are chosen or dropped, with how far each is on its way and what became of it. */
export function FileUpload({
  label,
  hint,
  error,
  of: { uploaded, uploads, add, retry, remove },
}: {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  of: Uploads;
}) {
  const t = useTranslations('files');
  const locale = useLocale();
  const id = useId();
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };
  return (
    <div className={styles.upload}>
      <label
        htmlFor={id}
        className={styles.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <FileUp size={20} strokeWidth={1.75} aria-hidden />
        <span className={styles.dropWords}>
          <span>{label}</span>
          {hint && (
            <span id={`${id}-hint`} className={styles.quiet}>
              {hint}
            </span>
          )}
        </span>
        <input
          id={id}
          type="file"
          multiple
          className="visually-hidden"
          aria-label={label}
          aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
          aria-invalid={error ? true : undefined}
          onChange={(event) => {
            add(event.target.files ?? []);
            // The same file may be chosen once more.
            event.target.value = '';
          }}
        />
      </label>
      {error && (
        <span id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </span>
      )}
      {uploaded.length + uploads.length > 0 && (
        <List aria-label={t('chosen')} className={styles.list}>
          {uploaded.map(({ id: fileId, name, bytes }) => (
            <li key={fileId} className={styles.row}>
              <FileCheck size={16} strokeWidth={1.75} aria-hidden className={styles.ok} />
              <span className={styles.name} translate="no">
                {name}
              </span>
              <span className={styles.quiet}>{fileSize(bytes, locale)}</span>
              <RemoveButton label={t('remove', { name })} onClick={() => remove(fileId)} />
            </li>
          ))}
          {uploads.map((upload) => (
            <UploadRow
              key={upload.key}
              upload={upload}
              onRetry={() => retry(upload.key)}
              onRemove={() => remove(upload.key)}
            />
          ))}
        </List>
      )}
    </div>
  );
}

function UploadRow({ upload, onRetry, onRemove }: { upload: Upload; onRetry: () => void; onRemove: () => void }) {
  const t = useTranslations('files');
  const locale = useLocale();
  const { file, state, share, message } = upload;
  const wrong = state === 'refused' || state === 'failed';
  return (
    <li className={styles.row} data-wrong={wrong || undefined}>
      {wrong ? (
        <CircleAlert size={16} strokeWidth={1.75} aria-hidden className={styles.wrong} />
      ) : (
        <FileUp size={16} strokeWidth={1.75} aria-hidden />
      )}
      <span className={styles.name} translate="no">
        {file.name}
      </span>
      <span className={styles.quiet}>{fileSize(file.size, locale)}</span>
      <RemoveButton label={t('remove', { name: file.name })} onClick={onRemove} />
      <span className={styles.below}>
        {wrong ? (
          <span role="alert" className={styles.error}>
            {state === 'refused' ? message : t('failed')}
          </span>
        ) : (
          <>
            <ProgressBar share={share} label={t('progress', { name: file.name })} />
            <span className={styles.quiet}>{t(`state.${state}`, { share })}</span>
          </>
        )}
        {state === 'failed' && (
          <Button icon={<RotateCw size={16} strokeWidth={1.75} aria-hidden />} onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </span>
    </li>
  );
}

function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button
      look="quiet"
      aria-label={label}
      title={label}
      icon={<X size={16} strokeWidth={1.75} aria-hidden />}
      onClick={onClick}
    />
  );
}
