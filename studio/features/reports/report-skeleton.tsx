'use client';
import { useTranslations } from 'next-intl';
import { PageBar, PageBody } from '@/features/ui/page';
import { Skeleton, SkeletonRows } from '@/features/ui/skeleton';
import styles from './reports.module.css';

/** The layout of a report while it is made. */
export function ReportSkeleton() {
  const t = useTranslations('reports');
  return (
    <>
      <PageBar title={<Skeleton width={240} height={20} />} facts={<Skeleton width={120} height={20} />} />
      <PageBody width={1280}>
        <div className={styles.report}>
          <div className={styles.contents} />
          <div className={styles.chapters}>
            <div className={styles.answer}>
              <Skeleton width={220} height={20} />
              <Skeleton width="80%" height={28} />
              <Skeleton width="60%" />
            </div>
            <SkeletonRows count={4} height={40} label={t('making')} />
            <SkeletonRows count={6} height={40} label={t('making')} />
          </div>
        </div>
      </PageBody>
    </>
  );
}
