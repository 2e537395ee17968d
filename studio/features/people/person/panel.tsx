import type { ReactNode } from 'react';
import styles from './person.module.css';

/** One thing about a person, under its own title; `action` is what can be done about it. */
export function Panel({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.panel} aria-label={title}>
      <header className={styles.panelHead}>
        <h2 className={styles.panelTitle}>{title}</h2>
        {action}
      </header>
      {children}
    </section>
  );
}
