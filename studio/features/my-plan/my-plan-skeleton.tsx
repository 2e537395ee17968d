'use client';
import { useTranslations } from 'next-intl';
import { Skeleton } from '@/features/ui/skeleton';
import styles from './my-plan.module.css';

export function MyPlanSkeleton() {
  const t = useTranslations('ui');
  return (
    <div className={styles.skeleton} role="status" aria-label={t('loading')}>
      <Skeleton width={180} height={24} />
      <Skeleton height={8} />
      <Skeleton width={220} />
      {[0, 1, 2].map((row) => (
        <div key={row} className={styles.row}>
          <Skeleton width="55%" height={18} />
          <Skeleton width="35%" />
        </div>
      ))}
    </div>
  );
}
