'use client';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { Skeleton } from '@/features/ui/skeleton';
import { Cell } from '@/features/ui/table';
import { Tag } from '@/features/ui/tag';
import type { PersonFilter } from '@/gql/graphql';
import { peoplePage } from './documents';
import styles from './people.module.css';
import { useJobRole } from './use-job-role';

const PAGE = 50;
const COLUMNS = 6;

/** One page of people as a table body. */
export function PeopleRows({
  filter,
  after,
  last,
  onTotal,
  onMore,
}: {
  filter: PersonFilter;
  after: string | undefined;
  last: boolean;
  onTotal: ((total: number | undefined) => void) | undefined;
  onMore: (cursor: string) => void;
}) {
  const t = useTranslations('people');
  const ui = useTranslations('ui');
  const frame = useTranslations('frame');
  const words = useTimeWords();
  const jobRole = useJobRole();
  const [{ data, error }, read] = useQuery({
    query: peoplePage,
    variables: { first: PAGE, after: after ?? null, filter },
  });
  const total = data?.people.totalCount ?? undefined;
  useEffect(() => onTotal?.(total), [onTotal, total]);

  if (!data) {
    return (
      <tbody aria-busy={!error || undefined}>
        {error ? (
          <tr>
            <td colSpan={COLUMNS}>
              <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />
            </td>
          </tr>
        ) : (
          Array.from({ length: 8 }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: placeholders are all the same
            <tr key={row}>
              {Array.from({ length: COLUMNS }, (_, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: placeholders are all the same
                <td key={column}>
                  <Skeleton width={`${50 + ((row + column) % 4) * 12}%`} height={20} />
                </td>
              ))}
            </tr>
          ))
        )}
      </tbody>
    );
  }
  const people = data.people.edges.map((edge) => edge.node);
  const { hasNextPage, endCursor } = data.people.pageInfo;
  return (
    <tbody>
      {people.length === 0 && (
        <tr>
          <td colSpan={COLUMNS} style={{ padding: 0 }}>
            <Empty title={t('empty')}>{t('emptyNext')}</Empty>
          </td>
        </tr>
      )}
      {people.map((person) => (
        <tr key={person.id} data-left={!person.active || undefined}>
          <Cell>
            <span className={styles.who}>
              <span className={styles.name}>{person.name}</span>
              {!person.active && <Tag>{t('left')}</Tag>}
              {person.email && <span className={styles.email}>{person.email}</span>}
            </span>
          </Cell>
          <Cell label={t('department')}>{person.department?.name}</Cell>
          <Cell label={t('jobRole')}>{jobRole(person.jobRole)}</Cell>
          <Cell label={t('manager')}>{person.manager?.name}</Cell>
          <Cell label={t('role')}>
            {person.roles && person.roles.length > 0
              ? person.roles.map((role) => frame(`roles.${role}`)).join(frame('separator'))
              : null}
          </Cell>
          <Cell label={t('joined')}>{person.joinedOn && words.date(person.joinedOn, 'full')}</Cell>
        </tr>
      ))}
      {last && hasNextPage && endCursor && (
        <tr>
          <td colSpan={COLUMNS}>
            <Button look="quiet" onClick={() => onMore(endCursor)}>
              {ui('loadMore')}
            </Button>
          </td>
        </tr>
      )}
    </tbody>
  );
}
