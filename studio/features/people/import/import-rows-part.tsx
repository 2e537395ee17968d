'use client';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { Button } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { Skeleton } from '@/features/ui/skeleton';
import { Cell } from '@/features/ui/table';
import type { PeopleImportRowsQuery, PeopleRowResult } from '@/gql/graphql';
import { peopleImportRows } from './documents';
import styles from './import.module.css';

const PAGE = 50;

type Row = NonNullable<PeopleImportRowsQuery['peopleImport']>['rows']['edges'][number]['node'];
type ShownCell = Row['cells'][number];

/** One page of rows as a table body. */
export function ImportRowsPart({
  id,
  result,
  after,
  columns,
  last,
  onMore,
}: {
  id: string;
  result: PeopleRowResult;
  after: string | undefined;
  columns: readonly { column: string; title: string }[];
  last: boolean;
  onMore: (cursor: string) => void;
}) {
  const t = useTranslations('peopleImport');
  const ui = useTranslations('ui');
  const [{ data, error }, read] = useQuery({
    query: peopleImportRows,
    variables: { id, result, first: PAGE, after: after ?? null },
  });
  const width = columns.length + 1;
  const rows = data?.peopleImport?.rows;
  if (!rows) {
    return (
      <tbody aria-busy={!error || undefined}>
        <tr>
          <td colSpan={width}>
            {error ? (
              <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />
            ) : (
              <Skeleton width="60%" height={20} />
            )}
          </td>
        </tr>
      </tbody>
    );
  }
  const { hasNextPage, endCursor } = rows.pageInfo;
  return (
    <tbody>
      {rows.edges.length === 0 && (
        <tr>
          <td colSpan={width} style={{ padding: 0 }}>
            <Empty title={t('noRows')} />
          </td>
        </tr>
      )}
      {rows.edges.map(({ cursor, node }) => (
        <ImportRow key={cursor} row={node} columns={columns} />
      ))}
      {last && hasNextPage && endCursor && (
        <tr>
          <td colSpan={width}>
            <Button look="quiet" onClick={() => onMore(endCursor)}>
              {ui('loadMore')}
            </Button>
          </td>
        </tr>
      )}
    </tbody>
  );
}

function ImportRow({ row, columns }: { row: Row; columns: readonly { column: string; title: string }[] }) {
  const t = useTranslations('peopleImport');
  const cells = new Map(row.cells.map((cell) => [cell.column, cell]));
  const general = row.problems.filter(({ column }) => column == null);
  return (
    <tr data-testid="import-row" data-result={row.result}>
      <Cell>
        <span className={styles.rowHead}>
          <span className={styles.rowName}>
            {row.line == null ? row.name : t('rowName', { line: row.line, name: row.name })}
          </span>
          {general.map(({ message }) => (
            <span key={message} className={styles.wrongNote}>
              {message}
            </span>
          ))}
        </span>
      </Cell>
      {columns.map(({ column, title }) => (
        <Cell key={column} label={title}>
          <CellContent cell={cells.get(column)} />
        </Cell>
      ))}
    </tr>
  );
}

/** What stands in the file; where it changes something, what it was before; what is wrong or was read otherwise. */
function CellContent({ cell }: { cell: ShownCell | undefined }) {
  const t = useTranslations('peopleImport');
  if (!cell) return null;
  const { given, now, changes, wrong, notes } = cell;
  return (
    <span className={styles.cell} data-wrong={wrong || undefined} data-changes={changes || undefined}>
      {given !== '' ? (
        <span className={styles.given}>{given}</span>
      ) : (
        now != null && <span className={styles.now}>{now}</span>
      )}
      {given === '' && now == null && <span className={styles.now}>–</span>}
      {changes && now != null && given !== '' && <span className={styles.before}>{t('before', { now })}</span>}
      {notes.map((note) => (
        <span key={note} className={wrong ? styles.wrongNote : styles.note}>
          {note}
        </span>
      ))}
    </span>
  );
}
