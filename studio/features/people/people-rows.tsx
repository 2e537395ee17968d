'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { type Masked, unmask } from '@/features/api/fragments';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { Check } from '@/features/ui/check';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { Skeleton } from '@/features/ui/skeleton';
import { Cell } from '@/features/ui/table';
import { Tag } from '@/features/ui/tag';
import type { PersonFilter, PersonRowFragment } from '@/gql/graphql';
import { peoplePage } from './documents';
import type { SelectedPeople } from './many/selected-people';
import styles from './people.module.css';

const PAGE = 50;
const COLUMNS = 7;

/** One page of people as a table body. Where people may be ticked, a line above them ticks the whole page. */
export function PeopleRows({
  filter,
  after,
  last,
  read: reads,
  onTotal,
  onMore,
  selected,
  onSelect,
}: {
  filter: PersonFilter;
  after: string | undefined;
  last: boolean;
  /** Counts up when the people have changed. */
  read: number;
  onTotal: ((total: number | undefined) => void) | undefined;
  onMore: (cursor: string) => void;
  selected?: SelectedPeople;
  onSelect?: (people: readonly PersonRowFragment[], isOn: boolean) => void;
}) {
  const t = useTranslations('people');
  const ui = useTranslations('ui');
  const [{ data, error }, read] = useQuery({
    query: peoplePage,
    variables: { first: PAGE, after: after ?? null, filter },
    requestPolicy: 'cache-and-network',
  });
  const readsBefore = useRef(reads);
  useEffect(() => {
    if (readsBefore.current !== reads) read({ requestPolicy: 'network-only' });
    readsBefore.current = reads;
  }, [reads, read]);
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
  const people = unmask<PersonRowFragment>(data.people.edges.map((edge) => edge.node));
  const { hasNextPage, endCursor } = data.people.pageInfo;
  const allOn = people.length > 0 && people.every(({ id }) => selected?.has(id));
  return (
    <tbody>
      {people.length === 0 && (
        <tr>
          <td colSpan={COLUMNS} style={{ padding: 0 }}>
            <Empty title={t('empty')}>{t('emptyNext')}</Empty>
          </td>
        </tr>
      )}
      {onSelect && people.length > 1 && (
        <tr className={styles.all}>
          <td colSpan={COLUMNS}>
            <Check checked={allOn} onCheck={(isOn) => onSelect(people, isOn)}>
              {t('many.selectAll', { count: people.length })}
            </Check>
          </td>
        </tr>
      )}
      {data.people.edges.map(({ node }) => (
        <PersonRow
          key={unmask<PersonRowFragment>(node).id}
          person={node}
          {...(onSelect
            ? {
                isSelected: selected?.has(unmask<PersonRowFragment>(node).id) ?? false,
                onSelect: (isOn: boolean) => onSelect([unmask<PersonRowFragment>(node)], isOn),
              }
            : {})}
        />
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

function PersonRow({
  isSelected,
  onSelect,
  ...props
}: {
  person: Masked<PersonRowFragment>;
  isSelected?: boolean;
  onSelect?: (isOn: boolean) => void;
}) {
  const person = unmask<PersonRowFragment>(props.person);
  const t = useTranslations('people');
  const frame = useTranslations('frame');
  const words = useTimeWords();
  return (
    <tr data-left={!person.active || undefined} data-on={isSelected || undefined} data-testid="person">
      <Cell>
        <span className={styles.first}>
          {onSelect && (
            <input
              type="checkbox"
              className={styles.tick}
              aria-label={t('many.select', { name: person.name })}
              checked={isSelected}
              onChange={(event) => onSelect(event.target.checked)}
            />
          )}
          <span className={styles.who}>
            <Link href={`/people/${encodeURIComponent(person.id)}`} className={styles.name}>
              {person.name}
            </Link>
            {!person.active && <Tag>{t('left')}</Tag>}
            {person.email && <span className={styles.email}>{person.email}</span>}
          </span>
        </span>
      </Cell>
      <Cell label={t('employeeNumber')}>{person.employeeNumber}</Cell>
      <Cell label={t('department')}>{person.department?.name}</Cell>
      <Cell label={t('jobRole')}>{person.job?.title}</Cell>
      <Cell label={t('manager')}>{person.manager?.name}</Cell>
      <Cell label={t('role')}>
        {person.roles && person.roles.length > 0
          ? person.roles.map((role) => frame(`roles.${role}`)).join(frame('separator'))
          : null}
      </Cell>
      <Cell label={t('joined')}>{person.joinedOn && words.date(person.joinedOn, 'full')}</Cell>
    </tr>
  );
}
