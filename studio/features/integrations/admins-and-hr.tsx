'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useSession } from '@/features/session/session';
import { Empty } from '@/features/ui/empty';
import { PageBody } from '@/features/ui/page';

/** Administrators and HR read these pages; to others they say who to ask. */
export function AdminsAndHr({ children }: { children: ReactNode }) {
  const t = useTranslations('integrations');
  const { has } = useSession();
  if (has('ADMIN', 'HR')) return children;
  return (
    <PageBody>
      <Empty title={t('notForYou')}>{t('notForYouNext')}</Empty>
    </PageBody>
  );
}
