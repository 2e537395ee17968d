import { Skeleton, SkeletonRows } from '@/features/ui/skeleton';
import styles from './frame.module.css';

/** The frame and a page's outline while the session is read. */
export function FrameSkeleton() {
  return (
    <div className={styles.frame} aria-busy="true">
      <div className={styles.rail}>
        <span className={styles.logo}>P</span>
      </div>
      <div className={styles.page}>
        <div className={styles.skeletonBar}>
          <Skeleton width={160} height={18} />
        </div>
        <div className={styles.skeletonBody}>
          <SkeletonRows count={6} label="Planwright" />
        </div>
      </div>
    </div>
  );
}
