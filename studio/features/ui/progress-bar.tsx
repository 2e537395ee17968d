import { wholePercent } from '@planwright/schema/figures';
import styles from './progress-bar.module.css';

/** A share from 0 to 1 as a bar; `label` names it for screen readers. */
export function ProgressBar({ share, label, height = 6 }: { share: number; label: string; height?: number }) {
  const percent = wholePercent(Math.min(1, Math.max(0, share)));
  return (
    <span
      className={styles.track}
      style={{ height }}
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span className={styles.fill} style={{ width: `${percent}%` }} />
    </span>
  );
}
