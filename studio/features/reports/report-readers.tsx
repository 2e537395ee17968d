'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useSession } from '@/features/session/session';
import { Empty } from '@/features/ui/empty';
import { PageBody } from '@/features/ui/page';

/** HR and administrators read reports; to others the page says who to ask. */
export function ReportReaders({ children }: { children: ReactNode }) {
  const t = useTranslations('reports');
  const { has } = useSession();
  if (has('ADMIN', 'HR')) return children;
  return (
    <PageBody>
      <Empty title={t('notForYou')}>{t('notForYouNext')}</Empty>
    </PageBody>
  );
}
