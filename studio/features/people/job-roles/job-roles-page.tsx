'use client';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { unmask } from '@/features/api/fragments';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Cell, Table } from '@/features/ui/table';
import { Tag } from '@/features/ui/tag';
import type { JobRoleRowFragment } from '@/gql/graphql';
import { PeopleTabs } from '../people-tabs';
import { jobRolesPage } from './documents';
import { JobRoleDialog } from './job-role-dialog';
import styles from './job-roles.module.css';

/** What people are employed as, with what belongs to it. HR for the whole company writes it; everybody else reads it. */
export function JobRolesPage() {
  const t = useTranslations('people.jobRoles');
  const ui = useTranslations('ui');
  const { viewer, has } = useSession();
  const mayOrganise = has('HR', 'ADMIN') && viewer.reachesEverybody;
  const [{ data, error }, read] = useQuery({ query: jobRolesPage, requestPolicy: 'cache-and-network' });
  const [open, setOpen] = useState<JobRoleRowFragment | 'new'>();
  const again = () => read({ requestPolicy: 'network-only' });
  const jobRoles = data && unmask<JobRoleRowFragment>(data.jobRoles);
  const create = mayOrganise && (
    <Button
      look="primary"
      icon={<Plus size={16} aria-hidden />}
      aria-haspopup="dialog"
      onClick={() => setOpen('new')}
      data-testid="add-job-role"
    >
      {t('create')}
    </Button>
  );
  return (
    <>
      <PageBar
        title={t('heading')}
        facts={jobRoles && <Tag>{t('count', { count: jobRoles.length })}</Tag>}
        actions={create}
      />
      <PeopleTabs />
      <PageBody width={1000}>
        {error && !data && <FailureNote error={error} retry={again} />}
        {!data && !error && <SkeletonRows count={8} height={41} label={ui('loading')} />}
        {jobRoles?.length === 0 && (
          <Empty title={t('empty')} {...(create ? { action: create } : {})}>
            {t('emptyNext')}
          </Empty>
        )}
        {jobRoles && jobRoles.length > 0 && (
          <Table caption={t('heading')} heads={[t('name'), t('duties'), t('people'), ...(mayOrganise ? [''] : [])]}>
            <tbody>
              {jobRoles.map((jobRole) => (
                <tr key={jobRole.id} data-testid="job-role">
                  <Cell>
                    <span className={styles.name}>{jobRole.title}</span>
                  </Cell>
                  <Cell label={t('duties')}>
                    {jobRole.duties && <span className={styles.duties}>{jobRole.duties}</span>}
                  </Cell>
                  <Cell label={t('people')}>
                    {jobRole.people > 0 ? (
                      <Link href={`/people?job=${encodeURIComponent(jobRole.key)}`} className={styles.count}>
                        {t('peopleCount', { count: jobRole.people })}
                      </Link>
                    ) : (
                      t('nobody')
                    )}
                  </Cell>
                  {mayOrganise && (
                    <Cell end>
                      <Button
                        look="quiet"
                        className={styles.edit}
                        aria-haspopup="dialog"
                        aria-label={t('editTitle', { title: jobRole.title })}
                        onClick={() => setOpen(jobRole)}
                      >
                        {t('edit')}
                      </Button>
                    </Cell>
                  )}
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </PageBody>
      {open && (
        <JobRoleDialog jobRole={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} onDone={again} />
      )}
    </>
  );
}
