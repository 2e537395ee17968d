import { Skeleton, SkeletonRows } from '@/features/ui/skeleton';
import styles from './figures.module.css';

const FIGURES = ['completion', 'onTime', 'feedback', 'overdue', 'waiting', 'people'];

/** The board as it will stand: its figures in one line, and people below. */
export function BoardSkeleton({ label }: { label: string }) {
  return (
    <>
      <div className={styles.figures} aria-hidden>
        {FIGURES.map((figure) => (
          <div key={figure} className={styles.waiting}>
            <Skeleton width="60%" />
            <Skeleton width="80%" height={28} />
            <Skeleton />
          </div>
        ))}
      </div>
      <SkeletonRows count={10} height={37} label={label} />
    </>
  );
}
