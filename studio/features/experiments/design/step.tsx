import type { ReactNode } from 'react';
import styles from './design.module.css';

/** One question of the design, numbered in the order in which HR thinks of them. */
export function Step({
  number,
  title,
  lead,
  children,
}: {
  number: number;
  title: string;
  lead?: string;
  children: ReactNode;
}) {
  const id = `step-${number}`;
  return (
    <section className={styles.step} aria-labelledby={id}>
      <h2 id={id} className={styles.stepTitle}>
        <span className={styles.number} aria-hidden>
          {number}
        </span>
        {title}
      </h2>
      {lead && <p className={styles.quiet}>{lead}</p>}
      {children}
    </section>
  );
}
