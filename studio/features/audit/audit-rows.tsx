'use client';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { FailureNote } from '@/features/ui/failure-note';
import { Skeleton } from '@/features/ui/skeleton';
import { Cell } from '@/features/ui/table';
import { Tag } from '@/features/ui/tag';
import { graphql } from '@/gql';
import styles from './audit.module.css';
import { detailWords } from './detail-words';

const auditPage = graphql(/* GraphQL */ `
  query AuditPage($first: Int!, $after: String) {
    auditLog(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          at
          action
          subject
          outcome
          detail
          actor {
            id
            name
          }
        }
      }
    }
  }
`);

const PAGE = 50;
const COLUMNS = 6;

/** One page of the trail as a table body. */
export function AuditRows({
  after,
  last,
  onMore,
}: {
  after: string | undefined;
  last: boolean;
  onMore: (cursor: string) => void;
}) {
  const t = useTranslations('audit');
  const ui = useTranslations('ui');
  const words = useTimeWords();
  const [{ data, error }, read] = useQuery({ query: auditPage, variables: { first: PAGE, after: after ?? null } });
  const action = (key: string) => (t.has(`actions.${key}` as never) ? t(`actions.${key}` as never) : key);

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
          ['60%', '80%', '50%', '70%', '65%'].map((width) => (
            <tr key={width}>
              <td colSpan={COLUMNS}>
                <Skeleton width={width} height={20} />
              </td>
            </tr>
          ))
        )}
      </tbody>
    );
  }
  const { edges, pageInfo } = data.auditLog ?? { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
  const cursor = pageInfo.endCursor;
  return (
    <tbody>
      {edges.map(({ node }) => (
        <tr key={node.id}>
          <Cell label={t('at')}>
            <time dateTime={node.at}>{words.date(node.at, 'fullTime')}</time>
          </Cell>
          <Cell label={t('who')}>{node.actor?.name ?? t('nobody')}</Cell>
          <Cell label={t('action')}>{action(node.action)}</Cell>
          <Cell label={t('outcome')}>
            {node.outcome === 'OK' ? t('done') : <Tag tone="danger">{t('refused')}</Tag>}
          </Cell>
          <Cell label={t('subject')}>{node.subject && <span className={styles.code}>{node.subject}</span>}</Cell>
          <Cell label={t('detail')}>
            {node.detail ? <span className={styles.code}>{detailWords(node.detail)}</span> : null}
          </Cell>
        </tr>
      ))}
      {last && pageInfo.hasNextPage && cursor && (
        <tr>
          <td colSpan={COLUMNS}>
            <Button look="quiet" onClick={() => onMore(cursor)}>
              {ui('loadMore')}
            </Button>
          </td>
        </tr>
      )}
    </tbody>
  );
}
