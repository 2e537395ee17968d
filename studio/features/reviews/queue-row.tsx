'use client';
import { Clock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type Masked, unmask } from '@/features/api/fragments';
import { useTimeWords } from '@/features/time/use-time-words';
import type { QueuedSubmissionFragment } from '@/gql/graphql';
import styles from './reviews.module.css';

/** One submission in the list: who, what, and the time left. */
export function QueueRow({
  current,
  onChoose,
  ...props
}: {
  row: Masked<QueuedSubmissionFragment>;
  current: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations('reviews');
  const row = unmask<QueuedSubmissionFragment>(props.row);
  return (
    <li>
      <button
        type="button"
        id={`row-${row.id}`}
        className={styles.queueRow}
        aria-current={current || undefined}
        onClick={onChoose}
      >
        <span className={styles.who}>{row.enrolment.person.name}</span>
        <TimeLeft dueAt={row.feedbackDueAt} />
        <span className={styles.what}>
          {row.itemTitle}
          {row.attempt > 1 && ` · ${t('attempt', { count: row.attempt })}`}
        </span>
      </button>
    </li>
  );
}

/** `还剩 5 小时`; late in danger. */
export function TimeLeft({ dueAt }: { dueAt?: string | null | undefined }) {
  const t = useTranslations('reviews');
  const words = useTimeWords();
  if (!dueAt) return <span className={styles.left}>{t('noDeadline')}</span>;
  const late = words.isPast(dueAt);
  return (
    <span className={late ? styles.late : styles.left}>
      {late && <Clock size={13} strokeWidth={2} aria-hidden />}
      {words.left(dueAt)}
    </span>
  );
}
