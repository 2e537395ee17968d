import { type ReactNode, useId } from 'react';
import styles from './experiment-page.module.css';

/** A part of the experiment's page. */
export function Panel({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {lead && <p className={styles.quiet}>{lead}</p>}
      {children}
    </section>
  );
}
