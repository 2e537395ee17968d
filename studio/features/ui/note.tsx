import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './note.module.css';

export type Tone = 'danger' | 'warn' | 'ok' | 'info';

const ICONS = { danger: CircleAlert, warn: TriangleAlert, ok: CircleCheck, info: Info } as const;

/** A message in the page: what happened, what it means, what to do next. */
export function Note({
  tone,
  title,
  children,
  action,
}: {
  tone: Tone;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  const Icon = ICONS[tone];
  return (
    <div className={styles.note} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon size={18} strokeWidth={1.75} aria-hidden className={styles.icon} />
      <div className={styles.body}>
        <span className={styles.title}>{title}</span>
        {children && <div className={styles.text}>{children}</div>}
      </div>
      {action}
    </div>
  );
}
