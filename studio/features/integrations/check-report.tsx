'use client';
import { useTranslations } from 'next-intl';
import { FailureNote } from '@/features/ui/failure-note';
import { Note } from '@/features/ui/note';
import styles from './integrations.module.css';
import type { Test } from './use-test';

const VERDICTS = ['ok', 'throttled', 'transient', 'auth', 'config', 'permanent'] as const;

/** What a test found: the verdict as a sentence, and what the plugin says was tried and is missing. */
export function CheckReport({ test }: { test: Test }) {
  const t = useTranslations('integrations');
  if (test.failure) return <FailureNote error={test.failure} safe={t('kept')} />;
  if (!test.report) return null;
  const { ok, verdict, messages } = test.report;
  const known = VERDICTS.find((each) => each === verdict);
  const lines = [...messages, ...test.userErrors.map((each) => each.message)];
  return (
    <Note tone={ok ? 'ok' : 'danger'} title={known ? t(`verdicts.${known}`) : t('verdicts.permanent')}>
      {lines.length > 0 && (
        <ul className={styles.messages}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Note>
  );
}
