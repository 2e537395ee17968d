'use client';
import { CalendarClock, FlaskConical, LogOut, MessagesSquare } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { useSession } from '@/features/session/session';
import { useNow } from '@/features/time/clock';
import { useTimeWords } from '@/features/time/use-time-words';
import { useToast } from '@/features/ui/toast';
import { useLater } from '@/features/ui/use-later';
import { workspaceList } from './documents';
import styles from './sandbox.module.css';
import { useEnter } from './use-enter';

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** Says all the time that this is a sandbox and which day it is there; moves its clock, and leads out. */
export function SandboxBar() {
  const { viewer } = useSession();
  if (viewer.workspace?.kind !== 'SANDBOX') return null;
  return <Bar workspace={viewer.workspace} />;
}

function Bar({ workspace }: { workspace: { id: string; name: string; timeZone: string } }) {
  const t = useTranslations('sandbox');
  const { has } = useSession();
  const now = useNow();
  const words = useTimeWords(workspace.timeZone);
  const toast = useToast();
  const [{ data }] = useQuery({ query: workspaceList });
  const clock = useLater(() => import('./move-clock-dialog').then((file) => file.MoveClockDialog));
  const { enter, busy } = useEnter();
  const live = data?.workspaces.find((each) => each.kind === 'LIVE');
  const mayMove = has('ADMIN', 'HR', 'DESIGNER');
  return (
    <>
      <style>{':root{--sandbox-bar:40px}@media(max-width:767px){:root{--sandbox-bar:48px}}'}</style>
      <aside className={styles.bar} aria-label={t('barLabel')} data-testid="sandbox-bar">
        <p className={styles.words}>
          <FlaskConical {...icon} />
          <span className={styles.clock}>{t('bar', { date: words.date(now.toISOString(), 'full') })}</span>
          <span className={styles.name} title={workspace.name}>
            {workspace.name}
          </span>
        </p>
        <span className={styles.actions}>
          {mayMove && (
            <button type="button" className={styles.action} data-main aria-haspopup="dialog" onClick={clock.open}>
              <CalendarClock {...icon} />
              <span>{t('moveClock')}</span>
            </button>
          )}
          {has('ADMIN', 'HR') && (
            <Link href="/messages" className={styles.action}>
              <MessagesSquare {...icon} />
              <span>{t('messages')}</span>
            </Link>
          )}
          {live && (
            <button
              type="button"
              className={styles.action}
              disabled={busy !== undefined}
              onClick={() => void enter(live.id).catch(() => toast({ tone: 'danger', text: t('enterFailed') }))}
            >
              <LogOut {...icon} />
              <span>{t('leave')}</span>
            </button>
          )}
        </span>
      </aside>
      {clock.Part && <clock.Part workspace={workspace} onClose={clock.close} />}
    </>
  );
}
