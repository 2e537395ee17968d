import type { ReactNode } from 'react';
import styles from './empty.module.css';

/** Nothing here yet: says why, and offers what to do. It stands where the first entry would, on every page. */
export function Empty({
  title,
  children,
  action,
  isPage = false,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** The whole page is empty, so its title is the page's. */
  isPage?: boolean;
}) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className={styles.empty} data-testid="empty">
      <Title className={styles.title}>{title}</Title>
      {children && <p className={styles.text}>{children}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
