'use client';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { Menu } from '@/features/ui/menu';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Cell, Table } from '@/features/ui/table';
import { Tag } from '@/features/ui/tag';
import { PeopleTabs } from '../people-tabs';
import {
  CloseDepartmentDialog,
  CreateDepartmentDialog,
  type Department,
  EditDepartmentDialog,
  MergeDepartmentDialog,
} from './department-dialogs';
import { departmentTree, withAllBelow } from './department-tree';
import styles from './departments.module.css';
import { departmentsPage } from './documents';

type Open =
  | { dialog: 'create'; department: Department | undefined }
  | { dialog: 'edit' | 'merge' | 'close'; department: Department };

/** The company as a tree. HR for the whole company draws it; everybody else reads it. */
export function DepartmentsPage() {
  const t = useTranslations('people.departments');
  const ui = useTranslations('ui');
  const locale = useLocale();
  const { viewer, has } = useSession();
  const mayOrganise = has('HR', 'ADMIN') && viewer.reachesEverybody;
  const [{ data, error }, read] = useQuery({ query: departmentsPage, requestPolicy: 'cache-and-network' });
  const [open, setOpen] = useState<Open>();
  const again = () => read({ requestPolicy: 'network-only' });
  const departments = useMemo(
    () =>
      data?.departments.map(({ people, ...department }) => ({ ...department, people: people.totalCount ?? 0 })) ?? [],
    [data],
  );
  const rows = useMemo(() => departmentTree(departments, locale), [departments, locale]);
  const create = mayOrganise && (
    <Button
      look="primary"
      icon={<Plus size={16} aria-hidden />}
      aria-haspopup="dialog"
      onClick={() => setOpen({ dialog: 'create', department: undefined })}
      data-testid="add-department"
    >
      {t('create')}
    </Button>
  );
  const close = () => setOpen(undefined);
  return (
    <>
      <PageBar
        title={t('title')}
        facts={data && <Tag>{t('count', { count: rows.filter(({ closed }) => !closed).length })}</Tag>}
        actions={create}
      />
      <PeopleTabs />
      <PageBody width={1000}>
        {error && !data && <FailureNote error={error} retry={again} />}
        {!data && !error && <SkeletonRows count={8} height={41} label={ui('loading')} />}
        {data && rows.length === 0 && (
          <Empty title={t('empty')} {...(create ? { action: create } : {})}>
            {t('emptyNext')}
          </Empty>
        )}
        {rows.length > 0 && (
          <Table caption={t('title')} heads={[t('name'), t('people'), ...(mayOrganise ? [''] : [])]}>
            <tbody>
              {rows.map((department) => (
                <tr key={department.id} data-testid="department">
                  <Cell>
                    <span className={styles.name} style={{ '--depth': department.depth } as React.CSSProperties}>
                      {department.name} {department.closed && <Tag>{t('closed')}</Tag>}
                    </span>
                  </Cell>
                  <Cell label={t('people')}>
                    {department.people > 0 ? (
                      <Link href={`/people?department=${encodeURIComponent(department.id)}`}>
                        {t('peopleCount', { count: department.people })}
                      </Link>
                    ) : (
                      t('nobody')
                    )}
                  </Cell>
                  {mayOrganise && (
                    <Cell end>
                      <span className={styles.menu}>
                        <Menu
                          label={t('actions', { name: department.name })}
                          entries={(department.closed
                            ? (['close'] as const)
                            : (['edit', 'create', 'merge', 'close'] as const)
                          ).map((dialog) => ({
                            key: dialog,
                            label: t(`open.${dialog === 'close' && department.closed ? 'reopen' : dialog}`),
                            run: () => setOpen({ dialog, department }),
                          }))}
                        />
                      </span>
                    </Cell>
                  )}
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </PageBody>
      {open?.dialog === 'create' && <CreateDepartmentDialog below={open.department} onClose={close} onDone={again} />}
      {open?.dialog === 'edit' && (
        <EditDepartmentDialog
          department={open.department}
          without={withAllBelow(departments, open.department.id)}
          onClose={close}
          onDone={again}
        />
      )}
      {open?.dialog === 'merge' && (
        <MergeDepartmentDialog
          department={open.department}
          without={withAllBelow(departments, open.department.id)}
          onClose={close}
          onDone={again}
        />
      )}
      {open?.dialog === 'close' && (
        <CloseDepartmentDialog department={open.department} onClose={close} onDone={again} />
      )}
    </>
  );
}
