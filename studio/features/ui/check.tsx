import type { InputHTMLAttributes, ReactNode } from 'react';
import styles from './check.module.css';

/** A box to tick, with its words beside it: `<Check checked={…} onCheck={set}>…</Check>`. */
export function Check({
  children,
  onCheck,
  ...rest
}: { children: ReactNode; onCheck: (checked: boolean) => void } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'onChange'
>) {
  return (
    <label className={styles.check}>
      <input {...rest} type="checkbox" onChange={(event) => onCheck(event.target.checked)} />
      {children}
    </label>
  );
}
