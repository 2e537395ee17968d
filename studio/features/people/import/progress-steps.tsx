'use client';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/features/ui/button';
import { Note } from '@/features/ui/note';
import { ProgressBar } from '@/features/ui/progress-bar';
import styles from './import.module.css';

/** The server reads the file; whoever leaves the page finds it here again. */
export function ReadingStep({ read, total }: { read: number; total: number }) {
  const t = useTranslations('peopleImport');
  return (
    <section className={styles.panel} aria-busy>
      <h2 className={styles.heading}>{t('reading')}</h2>
      <ProgressBar share={total === 0 ? 0 : read / total} label={t('reading')} height={8} />
      <p className={styles.hint}>{total === 0 ? t('readingFile') : t('readRows', { read, total })}</p>
    </section>
  );
}

export function WritingStep({ written, total }: { written: number; total: number }) {
  const t = useTranslations('peopleImport');
  return (
    <section className={styles.panel} aria-busy>
      <h2 className={styles.heading}>{t('writing')}</h2>
      <ProgressBar share={total === 0 ? 1 : written / total} label={t('writing')} height={8} />
      <p className={styles.hint}>{t('writtenPeople', { written, total })}</p>
      <p className={styles.hint}>{t('writingStays')}</p>
    </section>
  );
}

export function FailedStep({ message }: { message: string }) {
  const t = useTranslations('peopleImport');
  return (
    <Note
      tone="danger"
      title={t('failed')}
      action={
        <ButtonLink href="/people/import" look="primary">
          {t('startOver')}
        </ButtonLink>
      }
    >
      {message}
    </Note>
  );
}
