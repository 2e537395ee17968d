import type { HTMLAttributes } from 'react';
import styles from './list.module.css';

/**
 * Rows below each other in one frame, with a hair line between two. Its children are `li`; how a row is laid out is its
 * owner's. `ordered` where the order says something, such as time.
 */
export function List({
  ordered = false,
  className,
  ...rest
}: { ordered?: boolean } & HTMLAttributes<HTMLUListElement & HTMLOListElement>) {
  const Tag = ordered ? 'ol' : 'ul';
  return <Tag {...rest} className={[styles.list, className].filter(Boolean).join(' ')} />;
}
