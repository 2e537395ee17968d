'use client';
import { useTranslations } from 'next-intl';
import { useTimeWords } from '@/features/time/use-time-words';
import styles from './live-sign.module.css';
import type { Liveness } from './use-board';

/** The dot with its word: Live, Reconnecting, Stale since 14:02. */
export function LiveSign({ liveness }: { liveness: Liveness }) {
  const t = useTranslations('board');
  const { date } = useTimeWords();
  const text =
    liveness.kind === 'stale'
      ? t('live.stale', { time: date(liveness.since.toISOString(), 'time') })
      : t(`live.${liveness.kind}`);
  return (
    <span className={styles.sign} data-kind={liveness.kind} role="status" data-testid="live-sign">
      <span className={styles.dot} aria-hidden />
      {text}
    </span>
  );
}
