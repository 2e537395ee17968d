'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { spanText } from '@/features/time/span';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { FailureNote } from '@/features/ui/failure-note';
import { SkeletonRows } from '@/features/ui/skeleton';
import type { EnrolmentViewFragment } from '@/gql/graphql';
import { enrolmentHistory } from './enrolment-documents';
import styles from './history.module.css';

/** Facts of an event that people want to read beside it. */
const commentOf = (data: unknown): string | undefined => {
  if (typeof data !== 'object' || data === null) return undefined;
  const { comment, reason } = data as Record<string, unknown>;
  if (typeof comment === 'string' && comment) return comment;
  return typeof reason === 'string' && reason ? reason : undefined;
};

/** How long the person said it took. */
const minutesOf = (data: unknown): number | undefined => {
  if (typeof data !== 'object' || data === null || !('minutes' in data)) return undefined;
  return typeof data.minutes === 'number' && data.minutes > 0 ? data.minutes : undefined;
};

/** Everything that happened to a person in this plan, the newest first. Nothing of it is ever deleted. */
export function History({ enrolment }: { enrolment: EnrolmentViewFragment }) {
  const [pages, setPages] = useState<(string | null)[]>([null]);
  return (
    <div>
      {pages.map((after, index) => (
        <HistoryPage
          key={after ?? 'first'}
          enrolment={enrolment}
          after={after}
          onMore={index === pages.length - 1 ? (cursor) => setPages([...pages, cursor]) : undefined}
        />
      ))}
    </div>
  );
}

function HistoryPage({
  enrolment,
  after,
  onMore,
}: {
  enrolment: EnrolmentViewFragment;
  after: string | null;
  onMore: ((cursor: string) => void) | undefined;
}) {
  const t = useTranslations('enrolment');
  const ui = useTranslations('ui');
  const locale = useLocale();
  const { date } = useTimeWords(enrolment.person.timeZone);
  const [{ data, error }, retry] = useQuery({ query: enrolmentHistory, variables: { id: enrolment.id, after } });
  if (error && !data) return <FailureNote error={error} retry={() => retry({ requestPolicy: 'network-only' })} />;
  if (!data?.enrolment) return <SkeletonRows count={6} height={44} label={ui('loading')} />;
  const titleOf = (key: string | null | undefined) => enrolment.items.find((item) => item.key === key)?.title;
  const { edges, pageInfo } = data.enrolment.history;
  return (
    <>
      <ol className={styles.events}>
        {edges.map(({ node }) => (
          <li key={node.seq} className={styles.event}>
            <span className={styles.when}>{date(node.at, 'fullTime')}</span>
            <span>
              {t.has(`event.${node.type}`) ? t(`event.${node.type}`) : node.type}
              {titleOf(node.itemKey) && <strong className={styles.what}>《{titleOf(node.itemKey)}》</strong>}
              {minutesOf(node.data) !== undefined && (
                <span className={styles.comment} data-testid="time-spent">
                  {t('took', { time: spanText(minutesOf(node.data) ?? 0, locale) })}
                </span>
              )}
              {commentOf(node.data) && <span className={styles.comment}>{commentOf(node.data)}</span>}
            </span>
            <span className={styles.who}>{node.actor?.name ?? t('bySystem')}</span>
          </li>
        ))}
      </ol>
      {onMore && pageInfo.hasNextPage && pageInfo.endCursor && (
        <Button onClick={() => pageInfo.endCursor && onMore(pageInfo.endCursor)}>{ui('loadMore')}</Button>
      )}
    </>
  );
}
