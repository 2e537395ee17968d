'use client';
import { useTranslations } from 'next-intl';
import { Skeleton } from '@/features/ui/skeleton';
import styles from './designer.module.css';

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
          {Array.from({ length: 7 }, (_, index) => (
            <Skeleton key={index} height={36} />
          ))}
        </div>
        <div className={styles.skeletonCanvas}>
          {[3, 4, 3].map((cards, stage) => (
            <div key={`${stage} ${cards}`} className={styles.skeletonStage}>
              <Skeleton height={60} />
              {Array.from({ length: cards }, (_, index) => (
                <Skeleton key={index} height={74} />
              ))}
            </div>
          ))}
        </div>
        <div className={styles.skeletonSide}>
          <Skeleton width="60%" height={20} />
          {Array.from({ length: 5 }, (_, index) => (
            <Skeleton key={index} height={32} />
          ))}
        </div>
      </div>
    </div>
  );
}
