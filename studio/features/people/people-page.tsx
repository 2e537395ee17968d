'use client';
import { Search, UserPlus } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { DepartmentPicker } from '@/features/pickers/department-picker';
import { JobRolePicker } from '@/features/pickers/job-role-picker';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { PageBar, PageBody } from '@/features/ui/page';
import { Table } from '@/features/ui/table';
import { Tag } from '@/features/ui/tag';
import type { PersonFilter, PersonStatus, Role } from '@/gql/graphql';
import { PeopleFileActions } from './import/people-file-actions';
import { HandOversLink } from './leaving/hand-overs-link';
import { ManyBar } from './many/many-bar';
import { type SelectedPeople, withPeople } from './many/selected-people';
import styles from './people.module.css';
import { PeopleRows } from './people-rows';
import { PeopleTabs } from './people-tabs';
import { CreatePersonDialog } from './person-dialog';

const ROLES = ['HR', 'DESIGNER', 'MENTOR', 'TEAM_LEAD', 'LEARNER', 'ADMIN'] as const satisfies readonly Role[];
const STATUSES = ['ACTIVE', 'LEFT', 'ALL'] as const satisfies readonly PersonStatus[];
const TYPING_PAUSE = 200;

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** Everybody the viewer may see. Whoever looks after people adds somebody here, or ticks many and changes them at once. */
export function PeoplePage() {
  const t = useTranslations('people');
  const frame = useTranslations('frame');
  const router = useRouter();
  const { has } = useSession();
  const mayChange = has('HR', 'ADMIN');
  const [search, setSearch] = useState('');
  const address = useSearchParams();
  const [departmentId, setDepartmentId] = useState(address.get('department') ?? '');
  const [jobRole, setJobRole] = useState(address.get('job') ?? '');
  const [role, setRole] = useState<Role | ''>('');
  const [status, setStatus] = useState<PersonStatus>('ACTIVE');
  const [total, setTotal] = useState<number>();
  const [isCreating, setCreating] = useState(false);
  const [selected, setSelected] = useState<SelectedPeople>(new Map());
  const [read, setRead] = useState(0);
  const settled = useSettled(search.trim());

  const filter: PersonFilter = useMemo(
    () => ({
      ...(settled ? { search: settled } : {}),
      ...(departmentId ? { departmentId } : {}),
      ...(jobRole ? { jobRole } : {}),
      ...(role ? { role } : {}),
      ...(status === 'ACTIVE' ? {} : { status }),
    }),
    [settled, departmentId, jobRole, role, status],
  );
  const shown = useDeferredValue(filter);
  const filterKey = JSON.stringify(shown);
  // Each later page begins after the end of the one before; another filter starts over.
  const [pages, setPages] = useState<{ filterKey: string; cursors: string[] }>({ filterKey, cursors: [] });
  const cursors = pages.filterKey === filterKey ? pages.cursors : [];

  return (
    <>
      <PageBar
        title={t('title')}
        facts={total !== undefined && <Tag>{t('count', { count: total })}</Tag>}
        actions={
          mayChange && (
            <>
              <HandOversLink />
              <PeopleFileActions />
              <Button
                look="primary"
                icon={<UserPlus size={16} aria-hidden />}
                aria-haspopup="dialog"
                onClick={() => setCreating(true)}
                data-testid="add-person"
              >
                {t('form.create')}
              </Button>
            </>
          )
        }
      />
      {mayChange && <PeopleTabs />}
      <PageBody>
        <search className={styles.filters}>
          <label className={styles.search}>
            <Search size={16} strokeWidth={1.75} aria-hidden />
            <span className="visually-hidden">{t('search')}</span>
            <input
              type="search"
              placeholder={t('search')}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          </label>
          <DepartmentPicker
            label={<span className="visually-hidden">{t('department')}</span>}
            placeholder={t('anyDepartment')}
            value={departmentId}
            onChange={setDepartmentId}
            clearable
          />
          <JobRolePicker
            label={<span className="visually-hidden">{t('jobRole')}</span>}
            placeholder={t('anyJobRole')}
            value={jobRole}
            onChange={setJobRole}
            clearable
          />
          <label>
            <span className="visually-hidden">{t('role')}</span>
            <select value={role} onChange={(event) => setRole(ROLES.find((each) => each === event.target.value) ?? '')}>
              <option value="">{t('anyRole')}</option>
              {ROLES.map((each) => (
                <option key={each} value={each}>
                  {frame(`roles.${each}`)}
                </option>
              ))}
            </select>
          </label>
          {mayChange && (
            <label>
              <span className="visually-hidden">{t('status')}</span>
              <select
                value={status}
                onChange={(event) => setStatus(STATUSES.find((each) => each === event.target.value) ?? 'ACTIVE')}
              >
                {STATUSES.map((each) => (
                  <option key={each} value={each}>
                    {t(`statuses.${each}`)}
                  </option>
                ))}
              </select>
            </label>
          )}
        </search>
        {selected.size > 0 && (
          <ManyBar people={selected} onClear={() => setSelected(new Map())} onDone={() => setRead(read + 1)} />
        )}
        <Table
          caption={t('title')}
          heads={[t('name'), t('employeeNumber'), t('department'), t('jobRole'), t('manager'), t('role'), t('joined')]}
        >
          {[undefined, ...cursors].map((after, index, all) => (
            <PeopleRows
              key={`${filterKey} ${after ?? ''}`}
              filter={shown}
              after={after}
              last={index === all.length - 1}
              read={read}
              onTotal={index === 0 ? setTotal : undefined}
              onMore={(cursor) => setPages({ filterKey, cursors: [...cursors, cursor] })}
              {...(mayChange
                ? {
                    selected,
                    onSelect: (people, isOn) => setSelected((before) => withPeople(before, people, isOn)),
                  }
                : {})}
            />
          ))}
        </Table>
      </PageBody>
      {isCreating && (
        <CreatePersonDialog
          onClose={() => setCreating(false)}
          onDone={({ id }) => router.push(`/people/${encodeURIComponent(id)}`)}
        />
      )}
    </>
  );
}
