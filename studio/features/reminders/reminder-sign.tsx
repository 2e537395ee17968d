'use client';
import {
  Archive,
  Ban,
  CheckCheck,
  CircleAlert,
  CircleCheck,
  CircleHelp,
  Clock,
  Hourglass,
  type LucideIcon,
  Send,
  TimerOff,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReminderState } from '@/gql/graphql';
import styles from './reminders.module.css';

const LOOKS: Record<ReminderState, { icon: LucideIcon; tone: 'quiet' | 'ok' | 'info' | 'warn' | 'danger' }> = {
  PLANNED: { icon: Clock, tone: 'info' },
  QUEUED: { icon: Hourglass, tone: 'info' },
  SENDING: { icon: Send, tone: 'info' },
  SENT: { icon: CircleCheck, tone: 'ok' },
  DELIVERED: { icon: CheckCheck, tone: 'ok' },
  UNKNOWN: { icon: CircleHelp, tone: 'warn' },
  SUPPRESSED: { icon: Ban, tone: 'quiet' },
  EXPIRED: { icon: TimerOff, tone: 'quiet' },
  FAILED: { icon: CircleAlert, tone: 'danger' },
};

/** In a sandbox what would have gone out stays here. */
const KEPT = { icon: Archive, tone: 'quiet' } as const;

/** What became of a message: a sign and its word, the same wherever messages are shown. */
export function ReminderSign({ state, sink = false }: { state: ReminderState; sink?: boolean }) {
  const t = useTranslations('reminders');
  const isKept = sink && (state === 'SENT' || state === 'DELIVERED');
  const { icon: Icon, tone } = isKept ? KEPT : LOOKS[state];
  return (
    <span className={styles.sign} data-tone={tone}>
      <Icon size={15} strokeWidth={1.75} aria-hidden />
      {isKept ? t('sunk') : t(`states.${state}`)}
    </span>
  );
}
