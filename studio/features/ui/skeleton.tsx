import styles from './skeleton.module.css';

/** A still block in the place of a line or part that is being read. Compose them into the real layout of the page. */
export function Skeleton({ width = '100%', height = 14 }: { width?: number | string; height?: number | string }) {
  return <span className={styles.block} style={{ width, height }} aria-hidden />;
}

/** `count` rows of a list, with a hidden word for screen readers. */
export function SkeletonRows({ count, height = 44, label }: { count: number; height?: number; label: string }) {
  return (
    <div className={styles.rows} role="status" aria-label={label}>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <div key={index} className={styles.row} style={{ height }}>
          <Skeleton width={`${34 - (index % 3) * 6}%`} />
          <Skeleton width={`${18 + (index % 2) * 6}%`} />
        </div>
      ))}
    </div>
  );
}
