import type { ReactNode } from 'react';
import styles from './page.module.css';

/** Bar of a page: its title (with facts beside it) on the left, what can be done on the right. */
export function PageBar({ title, facts, actions }: { title: ReactNode; facts?: ReactNode; actions?: ReactNode }) {
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>{title}</h1>
      {facts}
      <span className={styles.space} />
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

/** The scrolling rest of a page, with the page's margins. `width` limits what is read as text. */
export function PageBody({ children, width }: { children: ReactNode; width?: number }) {
  return (
    <div className={styles.body}>
      <div className={styles.column} style={width ? { maxWidth: width } : undefined}>
        {children}
      </div>
    </div>
  );
}
