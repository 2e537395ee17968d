'use client';
import { ChevronLeft } from 'lucide-react';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useApi } from '@/features/api/api-provider';
import { useLive } from '@/features/api/use-live';
import { useAfterLoss, useNews } from '@/features/api/use-news';
import { useReread } from '@/features/api/use-reread';
import { reviewQueueChanged } from '@/features/frame/waiting-reviews';
import { NameDeputy, StandingIn } from '@/features/people/deputy/own-deputy';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { PageBar } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Tag } from '@/features/ui/tag';
import { reviewQueue } from './documents';
import { OneReview } from './one-review';
import { afterDecided, byTimeLeft, neighbour } from './queue';
import { QueueRow } from './queue-row';
import styles from './reviews.module.css';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** What waits for this person's review: the queue, the work, the decision. */
export function ReviewsPage() {
  const t = useTranslations('reviews');
  const ui = useTranslations('ui');
  const router = useRouter();
  const path = usePathname();
  const asked = useSearchParams().get('submission') ?? undefined;
  const [{ data, error }, read] = useQuery({ query: reviewQueue });
  const [{ data: live, error: liveError }] = useLive({ query: reviewQueueChanged });
  const { socket } = useApi();
  const { has } = useSession();
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const work = useRef<HTMLDivElement>(null);

  const again = useCallback(() => read({ requestPolicy: 'network-only' }), [read]);
  const count = data?.reviewQueue.edges.length;
  useNews(live, live?.reviewQueueChanged === count, count !== undefined, again);
  // What happened while the connection was away is not told again.
  useAfterLoss(socket, again);

  useReread(liveError !== undefined, again);

  const rows = byTimeLeft((data?.reviewQueue.edges ?? []).map((edge) => edge.node)).filter(
    (row) => !decided.has(row.id),
  );
  const ids = rows.map((row) => row.id);
  const chosen = rows.find((row) => row.id === asked);
  // A wide screen always shows one; a phone shows the list until one is chosen.
  const shown = chosen ?? rows[0];

  const choose = useCallback(
    (id: string | undefined, how: 'push' | 'replace' = 'push') => {
      router[how](id ? `${path}?submission=${encodeURIComponent(id)}` : path, { scroll: false });
    },
    [router, path],
  );

  const keys = useRef({ ids, shownId: shown?.id });
  keys.current = { ids, shownId: shown?.id };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (event.key !== 'j' && event.key !== 'k') return;
      const next = neighbour(keys.current.ids, keys.current.shownId, event.key === 'j' ? 1 : -1);
      if (!next) return;
      event.preventDefault();
      choose(next, 'replace');
      document.getElementById(`row-${next}`)?.scrollIntoView({ block: 'nearest' });
      work.current?.focus({ preventScroll: true });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [choose]);

  const goOn = (id: string) => {
    const next = afterDecided(ids, id);
    setDecided((before) => new Set(before).add(id));
    choose(chosen ? next : undefined, 'replace');
    again();
    work.current?.focus({ preventScroll: true });
  };

  return (
    <>
      <PageBar
        title={t('title')}
        facts={data && rows.length > 0 && <Tag>{t('count', { count: rows.length })}</Tag>}
        actions={
          <>
            {rows.length > 1 && <span className={styles.keysHint}>{t('keys')}</span>}
            {has('MENTOR') && <NameDeputy />}
          </>
        }
      />
      <StandingIn />
      {error && (
        <div className={styles.note}>
          <FailureNote error={error} retry={again} />
        </div>
      )}
      {!data && !error && (
        <div className={styles.note}>
          <SkeletonRows count={5} height={72} label={ui('loading')} />
        </div>
      )}
      {data && rows.length === 0 && (
        <div className={styles.note}>
          <Empty title={t('empty')}>{t('emptyNext')}</Empty>
        </div>
      )}
      {shown && (
        <div className={styles.columns} data-chosen={chosen !== undefined}>
          <ul className={styles.queue} aria-label={t('title')}>
            {rows.map((row) => (
              <QueueRow key={row.id} row={row} current={row.id === shown.id} onChoose={() => choose(row.id)} />
            ))}
          </ul>
          <div className={styles.detail} ref={work} tabIndex={-1}>
            <div className={styles.back}>
              <Button
                look="quiet"
                size="large"
                icon={<ChevronLeft size={18} aria-hidden />}
                onClick={() => choose(undefined)}
              >
                {t('back')}
              </Button>
            </div>
            <OneReview key={shown.id} id={shown.id} onDone={() => goOn(shown.id)} />
          </div>
        </div>
      )}
    </>
  );
}
