import type { ReactNode } from 'react';
import styles from './tag.module.css';

/** A quiet fact beside a title: version, number of people, role. */
export function Tag({
  children,
  tone = 'quiet',
}: {
  children: ReactNode;
  tone?: 'quiet' | 'soft' | 'danger' | 'warn';
}) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}
