'use client';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { PageBar, PageBody } from '@/features/ui/page';
import { Table } from '@/features/ui/table';
import { Tag } from '@/features/ui/tag';
import type { PersonFilter, Role } from '@/gql/graphql';
import { peopleDepartments } from './documents';
import styles from './people.module.css';
import { PeopleRows } from './people-rows';

const ROLES = ['HR', 'DESIGNER', 'MENTOR', 'TEAM_LEAD', 'LEARNER', 'ADMIN'] as const satisfies readonly Role[];
const TYPING_PAUSE = 200;

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** Everybody the viewer may see. Read only: people come from the organisation, not from here. */
export function PeoplePage() {
  const t = useTranslations('people');
  const frame = useTranslations('frame');
  const [search, setSearch] = useState('');
  const [departmentId, setDepartmentId] = useState('');
  const [role, setRole] = useState<Role | ''>('');
  const [{ data }] = useQuery({ query: peopleDepartments });
  const [total, setTotal] = useState<number>();
  const settled = useSettled(search.trim());

  const filter: PersonFilter = useMemo(
    () => ({
      ...(settled ? { search: settled } : {}),
      ...(departmentId ? { departmentId } : {}),
      ...(role ? { role } : {}),
    }),
    [settled, departmentId, role],
  );
  const shown = useDeferredValue(filter);
  const filterKey = JSON.stringify(shown);
  // Each later page begins after the end of the one before; another filter starts over.
  const [pages, setPages] = useState<{ filterKey: string; cursors: string[] }>({ filterKey, cursors: [] });
  const cursors = pages.filterKey === filterKey ? pages.cursors : [];

  return (
    <>
      <PageBar title={t('title')} facts={total !== undefined && <Tag>{t('count', { count: total })}</Tag>} />
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
          <label>
            <span className="visually-hidden">{t('department')}</span>
            <select value={departmentId} onChange={(event) => setDepartmentId(event.target.value)}>
              <option value="">{t('anyDepartment')}</option>
              {data?.departments.map((department) => (
                <option key={department.id} value={department.id}>
                  {department.name}
                </option>
              ))}
            </select>
          </label>
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
        </search>
        <Table
          caption={t('title')}
          heads={[t('name'), t('department'), t('jobRole'), t('manager'), t('role'), t('joined')]}
        >
          {[undefined, ...cursors].map((after, index, all) => (
            <PeopleRows
              key={`${filterKey} ${after ?? ''}`}
              filter={shown}
              after={after}
              last={index === all.length - 1}
              onTotal={index === 0 ? setTotal : undefined}
              onMore={(cursor) => setPages({ filterKey, cursors: [...cursors, cursor] })}
            />
          ))}
        </Table>
      </PageBody>
    </>
  );
}
