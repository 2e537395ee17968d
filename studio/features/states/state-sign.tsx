'use client';
import { ArrowUp, Check, Circle, CircleDot, Clock, Lock, type LucideIcon, Minus, Undo2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { type StateLook, stateColours } from '@/features/tokens/tokens';
import styles from './state-sign.module.css';

/** The sign of each state; colour never stands alone. */
export const STATE_ICONS: Record<StateLook, LucideIcon> = {
  locked: Lock,
  open: Circle,
  started: CircleDot,
  submitted: ArrowUp,
  returned: Undo2,
  done: Check,
  failed: X,
  overdue: Clock,
  excused: Minus,
};

const paint = (look: StateLook): CSSProperties => {
  const { ink, soft } = stateColours(look);
  return { '--state-ink': ink, '--state-soft': soft } as CSSProperties;
};

/** Sign and word of a state. */
export function StateTag({ look }: { look: StateLook }) {
  const t = useTranslations('states');
  const Icon = STATE_ICONS[look];
  return (
    <span className={styles.tag} style={paint(look)} data-look={look}>
      <Icon size={12} strokeWidth={2.25} aria-hidden />
      {t(look)}
    </span>
  );
}

/** The sign alone in its square, named for screen readers; for dense places that show the word elsewhere. */
export function StateSign({ look, size = 28, label }: { look: StateLook; size?: number; label?: string }) {
  const t = useTranslations('states');
  const Icon = STATE_ICONS[look];
  return (
    <span
      className={styles.sign}
      style={{ ...paint(look), width: size, height: size }}
      data-look={look}
      role="img"
      aria-label={label ?? t(look)}
    >
      <Icon size={Math.round(size / 2)} strokeWidth={2.25} aria-hidden />
    </span>
  );
}
