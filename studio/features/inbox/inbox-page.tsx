'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClient } from 'urql';
import { useCommand } from '@/features/api/use-command';
import { useLive } from '@/features/api/use-live';
import { useNews } from '@/features/api/use-news';
import { Button } from '@/features/ui/button';
import { PageBar, PageBody } from '@/features/ui/page';
import { Segmented } from '@/features/ui/segmented';
import { Tag } from '@/features/ui/tag';
import { inboxChanged, markRead, unreadMessages } from './documents';
import styles from './inbox.module.css';
import { InboxRows } from './inbox-rows';

/** What the system told this person, the newest first. */
export function InboxPage() {
  const t = useTranslations('inbox');
  const client = useClient();
  const marking = useCommand(markRead);
  const [view, setView] = useState<'all' | 'unread'>('all');
  const [cursors, setCursors] = useState<string[]>([]);
  const [unread, setUnread] = useState<number>();
  // Grows with every change that the server reports, so that the first page is read again.
  const [round, setRound] = useState(0);
  const [{ data: live }] = useLive({ query: inboxChanged });
  useNews(live, live?.inboxChanged === unread, unread !== undefined, () => setRound((count) => count + 1));

  const mark = async (ids?: string[]) => {
    await marking.run({ input: ids ? { ids } : {} });
    await client.query(unreadMessages, {}, { requestPolicy: 'network-only' }).toPromise();
    setRound((count) => count + 1);
  };

  return (
    <>
      <PageBar
        title={t('title')}
        facts={unread !== undefined && unread > 0 && <Tag tone="soft">{t('unreadCount', { count: unread })}</Tag>}
      />
      <PageBody width={720}>
        <div className={styles.head}>
          <Segmented
            label={t('show')}
            value={view}
            onChange={(next) => {
              setView(next);
              setCursors([]);
            }}
            options={[
              { value: 'all', label: t('all') },
              { value: 'unread', label: t('unread') },
            ]}
          />
          {unread !== undefined && unread > 0 && <Button onClick={() => void mark()}>{t('markAll')}</Button>}
        </div>
        {[undefined, ...cursors].map((after, index, pages) => (
          <InboxRows
            key={`${view} ${after ?? ''}`}
            unreadOnly={view === 'unread'}
            after={after}
            round={round}
            last={index === pages.length - 1}
            onUnread={index === 0 ? setUnread : undefined}
            onRead={(id) => void mark([id])}
            onMore={(cursor) => setCursors([...cursors, cursor])}
          />
        ))}
      </PageBody>
    </>
  );
}
