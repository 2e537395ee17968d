'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { useZone } from '@/features/time/clock';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button, ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { List } from '@/features/ui/list';
import { Markdown } from '@/features/ui/markdown';
import { SkeletonRows } from '@/features/ui/skeleton';
import type { InboxPageQuery } from '@/gql/graphql';
import { byDay } from './by-day';
import { inboxPage } from './documents';
import styles from './inbox.module.css';
import { linkPath } from './link-path';

const PAGE = 30;
type Message = InboxPageQuery['inbox']['edges'][number]['node'];

/** One page of the inbox, by day. */
export function InboxRows({
  unreadOnly,
  after,
  round,
  last,
  onUnread,
  onRead,
  onMore,
}: {
  unreadOnly: boolean;
  after: string | undefined;
  round: number;
  last: boolean;
  onUnread: ((unread: number) => void) | undefined;
  onRead: (id: string) => void;
  onMore: (cursor: string) => void;
}) {
  const t = useTranslations('inbox');
  const ui = useTranslations('ui');
  const { date } = useTimeWords();
  const zone = useZone();
  const [{ data, error }, read] = useQuery({
    query: inboxPage,
    variables: { first: PAGE, after: after ?? null, unread: unreadOnly ? true : null },
  });
  const first = useRef(round);
  useEffect(() => {
    if (first.current === round) return;
    first.current = round;
    read({ requestPolicy: 'network-only' });
  }, [round, read]);
  const unread = data?.inbox.unread;
  useEffect(() => {
    if (unread !== undefined) onUnread?.(unread);
  }, [unread, onUnread]);

  if (error && !data) return <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />;
  if (!data) return <SkeletonRows count={5} height={72} label={ui('loading')} />;
  const { edges, pageInfo } = data.inbox;
  if (edges.length === 0 && !after) {
    return <Empty title={unreadOnly ? t('allRead') : t('empty')}>{unreadOnly ? undefined : t('emptyNext')}</Empty>;
  }
  const cursor = pageInfo.endCursor;
  return (
    <>
      {byDay(
        edges.map(({ node }) => node),
        (node) => node.at,
        zone,
      ).map((day) => (
        <section key={day.date}>
          <h2 className={styles.day}>{date(day.date, 'day')}</h2>
          <List>
            {day.list.map((message) => (
              <Row key={message.id} message={message} onRead={onRead} />
            ))}
          </List>
        </section>
      ))}
      {last && pageInfo.hasNextPage && cursor && (
        <Button look="quiet" onClick={() => onMore(cursor)}>
          {ui('loadMore')}
        </Button>
      )}
    </>
  );
}

function Row({ message, onRead }: { message: Message; onRead: (id: string) => void }) {
  const t = useTranslations('inbox');
  const { date } = useTimeWords();
  const isUnread = !message.readAt;
  const href = linkPath(message.link);
  return (
    <li className={styles.message} data-unread={isUnread || undefined}>
      <div className={styles.title}>
        <h3>
          {isUnread && <span className="visually-hidden">{t('unreadPrefix')}</span>}
          {message.title}
        </h3>
        <time dateTime={message.at}>{date(message.at, 'time')}</time>
      </div>
      <div className={styles.text}>
        <Markdown>{message.markdown}</Markdown>
      </div>
      {(href || isUnread) && (
        <div className={styles.actions}>
          {href && (
            <ButtonLink href={href} onClick={() => isUnread && onRead(message.id)}>
              {t('open')}
            </ButtonLink>
          )}
          {isUnread && (
            <Button look="quiet" onClick={() => onRead(message.id)} aria-label={t('markOne', { title: message.title })}>
              {t('mark')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
