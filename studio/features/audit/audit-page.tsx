'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSession } from '@/features/session/session';
import { Empty } from '@/features/ui/empty';
import { PageBar, PageBody } from '@/features/ui/page';
import { Table } from '@/features/ui/table';
import { AuditRows } from './audit-rows';

/** Who signed in, was refused or did something administrative; for administrators. */
export function AuditPage() {
  const t = useTranslations('audit');
  const { has } = useSession();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  return (
    <>
      <PageBar title={t('title')} />
      <PageBody>
        {has('ADMIN') ? (
          <Table caption={t('title')} heads={[t('at'), t('who'), t('action'), t('outcome'), t('subject'), t('detail')]}>
            {[undefined, ...cursors].map((after, index, all) => (
              <AuditRows
                key={after ?? ''}
                after={after}
                last={index === all.length - 1}
                onMore={(cursor) => setCursors([...cursors, cursor])}
              />
            ))}
          </Table>
        ) : (
          <Empty title={t('adminsOnly')}>{t('adminsOnlyNext')}</Empty>
        )}
      </PageBody>
    </>
  );
}
