'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { unmask } from '@/features/api/fragments';
import { isChannel } from '@/features/integrations/channels';
import { useNow } from '@/features/time/clock';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { List } from '@/features/ui/list';
import { Markdown } from '@/features/ui/markdown';
import { headline, plainText } from '@/features/ui/markdown-blocks';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Tag } from '@/features/ui/tag';
import type { PlannedReminderFragment } from '@/gql/graphql';
import { CancelReminderDialog } from './cancel-reminder-dialog';
import { enrolmentReminders } from './documents';
import { ReminderSign } from './reminder-sign';
import styles from './reminders.module.css';
import { momentOf, timeline } from './timeline';

/** All messages about one person’s run: what comes, then what was, each with its reason. */
export function ReminderTimeline({
  enrolmentId,
  zone,
  mayCancel,
  titleOf,
}: {
  enrolmentId: string;
  zone: string;
  mayCancel: boolean;
  titleOf: (itemKey: string) => string | undefined;
}) {
  const t = useTranslations('reminders');
  const ui = useTranslations('ui');
  const words = useTimeWords(zone);
  const now = useNow();
  const [{ data, error }, read] = useQuery({ query: enrolmentReminders, variables: { id: enrolmentId } });
  const [cancelling, setCancelling] = useState<PlannedReminderFragment>();
  const again = () => read({ requestPolicy: 'network-only' });
  if (error && !data) return <FailureNote error={error} retry={again} />;
  if (!data) return <SkeletonRows count={6} height={56} label={ui('loading')} />;
  const { planned, past } = timeline(unmask<PlannedReminderFragment>(data.reminders), now);
  if (data.reminders.length === 0) return <Empty title={t('empty')}>{t('emptyNext')}</Empty>;
  const list = (entries: readonly PlannedReminderFragment[]) => (
    <List ordered>
      {entries.map((entry) => (
        <Entry
          key={entry.id}
          entry={entry}
          zone={zone}
          itemTitle={entry.itemKey ? titleOf(entry.itemKey) : undefined}
          onCancel={mayCancel && entry.state === 'PLANNED' ? () => setCancelling(entry) : undefined}
        />
      ))}
    </List>
  );
  return (
    <div>
      <section className={styles.part}>
        <h2 className={styles.heading}>
          {t('planned')}
          <span>{t('plannedHint')}</span>
        </h2>
        {planned.length > 0 ? list(planned) : <p className={styles.why}>{t('nothingPlanned')}</p>}
      </section>
      <p className={styles.now}>{t('now', { at: words.date(now.toISOString(), 'dayTime') })}</p>
      <section className={styles.part}>
        <h2 className={styles.heading}>{t('past')}</h2>
        {past.length > 0 ? list(past) : <p className={styles.why}>{t('nothingPast')}</p>}
      </section>
      {cancelling && (
        <CancelReminderDialog
          occurrence={cancelling}
          onClose={() => setCancelling(undefined)}
          onDone={() => {
            setCancelling(undefined);
            again();
          }}
        />
      )}
    </div>
  );
}

function Entry({
  entry,
  zone,
  itemTitle,
  onCancel,
}: {
  entry: PlannedReminderFragment;
  zone: string;
  itemTitle: string | undefined;
  onCancel: (() => void) | undefined;
}) {
  const t = useTranslations('reminders');
  const { date } = useTimeWords(zone);
  const channel = isChannel(entry.channel) ? t(`channels.${entry.channel}`) : entry.channel;
  const about = entry.title ?? (entry.text ? headline(entry.text) : undefined) ?? itemTitle ?? entry.ruleKey;
  return (
    <li className={styles.entry} data-state={entry.state}>
      <time className={styles.when} dateTime={momentOf(entry)}>
        {date(momentOf(entry), 'dayTime')}
      </time>
      <div className={styles.what}>
        <span className={styles.title}>{about}</span>
        <span className={styles.facts}>
          {t('facts', { to: entry.to.name, role: t(`recipients.${entry.recipient}`), channel })}
          {entry.provisional && <> · {t('provisional')}</>}
        </span>
        <span className={styles.why}>{t('because', { why: entry.why })}</span>
        {entry.deferredTo && entry.deferredTo !== entry.dueAt && (
          <span className={styles.why}>{t('deferred', { from: date(entry.dueAt, 'dayTime') })}</span>
        )}
        {entry.reason && <span className={styles.why}>{entry.reason}</span>}
        {entry.state === 'UNKNOWN' && <p className={styles.unknown}>{t('unknownText')}</p>}
        {entry.state === 'EXPIRED' && <span className={styles.why}>{t('expiredText')}</span>}
        {entry.text && plainText(entry.text) !== about && (
          <details className={styles.text}>
            <summary>{t('showText')}</summary>
            <div>
              <Markdown>{entry.text}</Markdown>
            </div>
          </details>
        )}
      </div>
      <div className={styles.end}>
        {entry.state === 'PLANNED' ? (
          <Tag tone="soft">{t('states.PLANNED')}</Tag>
        ) : (
          <ReminderSign state={entry.state} />
        )}
        {onCancel && (
          <Button look="quiet" aria-haspopup="dialog" onClick={onCancel} aria-label={t('cancelOf', { title: about })}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </li>
  );
}
