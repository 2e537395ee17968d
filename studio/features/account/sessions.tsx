'use client';
import { useTranslations } from 'next-intl';
import { useCommand } from '@/features/api/use-command';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { CommandErrors } from '@/features/ui/command-errors';
import { List } from '@/features/ui/list';
import { Tag } from '@/features/ui/tag';
import { useToast } from '@/features/ui/toast';
import type { MyAccountQuery } from '@/gql/graphql';
import styles from './account.module.css';
import { deviceName } from './device-name';
import { endSession, endSessions } from './documents';

/** Where one is signed in, and the way out of each place. */
export function Sessions({ sessions, onChanged }: { sessions: MyAccountQuery['sessions']; onChanged: () => void }) {
  const t = useTranslations('account');
  const words = useTimeWords();
  const toast = useToast();
  const one = useCommand(endSession);
  const all = useCommand(endSessions);
  const others = sessions.filter(({ current }) => !current);
  const named = (userAgent: string | null | undefined): string => {
    const { browser, system } = deviceName(userAgent);
    if (browser && system) return t('sessions.device', { browser, system });
    return browser ?? system ?? t('sessions.unknown');
  };
  const ended = (kind: string) => {
    if (kind === 'done') toast({ tone: 'ok', text: t('sessions.ended') });
    onChanged();
  };
  return (
    <section className={styles.section} aria-labelledby="sessions">
      <h2 id="sessions" className={styles.heading}>
        {t('sessions.title')}
      </h2>
      <p className={styles.quiet}>{t('sessions.text')}</p>
      <List className={styles.wide}>
        {sessions.map(({ id, userAgent, createdAt, lastSeenAt, current }) => (
          <li key={id} className={styles.row}>
            <div>
              <div>{named(userAgent)}</div>
              <div className={styles.quiet}>
                {t('sessions.times', { since: words.date(createdAt, 'dayTime'), seen: words.ago(lastSeenAt) })}
              </div>
            </div>
            {current ? (
              <Tag tone="soft">{t('sessions.current')}</Tag>
            ) : (
              <Button
                busy={one.pending}
                aria-label={t('sessions.endNamed', { device: named(userAgent) })}
                onClick={async () => ended((await one.run({ input: { sessionId: id } })).kind)}
              >
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </List>
      <CommandErrors command={one} />
      <CommandErrors command={all} />
      {others.length > 0 && (
        <Button busy={all.pending} onClick={async () => ended((await all.run({ input: {} })).kind)}>
          {t('sessions.endOthers')}
        </Button>
      )}
    </section>
  );
}
