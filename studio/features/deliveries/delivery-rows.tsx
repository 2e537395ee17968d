'use client';
import { ChevronDown } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { byDay } from '@/features/inbox/by-day';
import { isChannel } from '@/features/integrations/channels';
import { ReminderSign } from '@/features/reminders/reminder-sign';
import { useZone } from '@/features/time/clock';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { List } from '@/features/ui/list';
import { Markdown } from '@/features/ui/markdown';
import { SkeletonRows } from '@/features/ui/skeleton';
import type { DeliveriesPageQuery } from '@/gql/graphql';
import styles from './deliveries.module.css';
import { deliveriesPage } from './documents';

/** With the reasons of each part a page of 100 would cost more than one query may. */
const PAGE = 50;
type Delivery = DeliveriesPageQuery['deliveries']['edges'][number]['node'];

const momentOf = (delivery: Delivery): string => delivery.sentAt ?? delivery.dueAt;

/** One page of messages, by day. */
export function DeliveryRows({
  filter,
  after,
  last,
  isFiltered,
  isSandbox,
  onTotal,
  onMore,
}: {
  filter: { personId: string | null; from: string | null; until: string | null };
  after: string | undefined;
  last: boolean;
  isFiltered: boolean;
  isSandbox: boolean;
  onTotal: ((total: number | undefined) => void) | undefined;
  onMore: (cursor: string) => void;
}) {
  const t = useTranslations('deliveries');
  const ui = useTranslations('ui');
  const { date } = useTimeWords();
  const zone = useZone();
  const [{ data, error }, read] = useQuery({
    query: deliveriesPage,
    variables: { first: PAGE, after: after ?? null, ...filter },
  });
  const total = data?.deliveries.totalCount ?? undefined;
  useEffect(() => onTotal?.(total), [onTotal, total]);
  if (error && !data) return <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />;
  if (!data) return <SkeletonRows count={8} height={40} label={ui('loading')} />;
  const { edges, pageInfo } = data.deliveries;
  if (edges.length === 0 && !after) {
    if (isFiltered) return <Empty title={t('noneFound')}>{t('noneFoundNext')}</Empty>;
    return <Empty title={t('empty')}>{isSandbox ? t('emptySandbox') : t('emptyNext')}</Empty>;
  }
  const cursor = pageInfo.endCursor;
  return (
    <>
      {byDay(
        edges.map(({ node }) => node),
        momentOf,
        zone,
      ).map((day) => (
        <section key={day.date}>
          <h2 className={styles.day}>
            {date(day.date, 'day')}
            <span>{t('count', { count: day.list.length })}</span>
          </h2>
          <List>
            {day.list.map((delivery) => (
              <li key={delivery.id}>
                <Row delivery={delivery} />
              </li>
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

function Row({ delivery }: { delivery: Delivery }) {
  const t = useTranslations('deliveries');
  const reminders = useTranslations('reminders');
  const { date } = useTimeWords();
  const channel = isChannel(delivery.channel) ? reminders(`channels.${delivery.channel}`) : delivery.channel;
  return (
    <details className={styles.message} data-testid="delivery">
      <summary className={styles.summary}>
        <time className={styles.time} dateTime={momentOf(delivery)}>
          {date(momentOf(delivery), 'time')}
        </time>
        <span className={styles.to}>{delivery.to.name}</span>
        <span className={styles.channel}>
          {delivery.integration ? t('via', { channel, integration: delivery.integration.name }) : channel}
        </span>
        <span className={styles.title}>{delivery.title}</span>
        <span className={styles.state}>
          <ReminderSign state={delivery.state} sink={delivery.sink} />
        </span>
        <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
      </summary>
      <div className={styles.body}>
        <div>
          <h3>{t('text')}</h3>
          <div className={styles.text}>
            <Markdown>{delivery.markdown}</Markdown>
          </div>
        </div>
        <div>
          <h3>{t('why')}</h3>
          <ul className={styles.whys}>
            {delivery.occurrences.length === 0 && (
              <li>
                <div>{t('atOnce')}</div>
              </li>
            )}
            {delivery.occurrences.map((part) => (
              <li key={part.id}>
                <div>{part.why}</div>
                <div className={styles.quiet}>
                  {t('planned', { at: date(part.dueAt, 'dayTime') })}
                  {' · '}
                  <Link href={`/enrolments/${encodeURIComponent(part.enrolment.id)}`}>
                    {t('about', { name: part.enrolment.person.name })}
                  </Link>
                </div>
              </li>
            ))}
            {delivery.attempts > 1 && <li className={styles.quiet}>{t('attempts', { count: delivery.attempts })}</li>}
            {delivery.detail && <li className={styles.quiet}>{delivery.detail}</li>}
            {delivery.state === 'UNKNOWN' && <li>{reminders('unknownText')}</li>}
          </ul>
        </div>
      </div>
    </details>
  );
}
