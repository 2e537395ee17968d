'use client';
import { useTranslations } from 'next-intl';
import { Skeleton } from '@/features/ui/skeleton';
import styles from './designer.module.css';

const ENTRIES = [1, 2, 3, 4, 5, 6, 7];
const STAGES = [
  { stage: 1, cards: 3 },
  { stage: 2, cards: 4 },
  { stage: 3, cards: 3 },
];

/** The designer's own outline while the plan is being read. */
export function DesignerSkeleton() {
  const t = useTranslations('ui');
  return (
    <div className={styles.designer} role="status" aria-label={t('loading')}>
      <div className={styles.skeletonBar}>
        <Skeleton width={180} height={18} />
        <Skeleton width={120} />
      </div>
      <div className={styles.work} data-view="canvas">
        <div className={styles.skeletonSide}>
          {ENTRIES.map((entry) => (
            <Skeleton key={entry} height={36} />
          ))}
        </div>
        <div className={styles.skeletonCanvas}>
          {STAGES.map(({ stage, cards }) => (
            <div key={stage} className={styles.skeletonStage}>
              <Skeleton height={60} />
              {ENTRIES.slice(0, cards).map((entry) => (
                <Skeleton key={entry} height={74} />
              ))}
            </div>
          ))}
        </div>
        <div className={styles.skeletonSide}>
          <Skeleton width="60%" height={20} />
          {ENTRIES.slice(0, 5).map((entry) => (
            <Skeleton key={entry} height={32} />
          ))}
        </div>
      </div>
    </div>
  );
}
