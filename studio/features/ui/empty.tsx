import type { ReactNode } from 'react';
import styles from './empty.module.css';

/** Nothing here yet: says why, and offers what to do. It stands where the first entry would, on every page. */
export function Empty({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty} data-testid="empty">
      <p className={styles.title}>{title}</p>
      {children && <p className={styles.text}>{children}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
