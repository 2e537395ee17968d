'use client';
import { Check, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { useSession } from '@/features/session/session';
import { useTimeWords } from '@/features/time/use-time-words';
import { CommandErrors } from '@/features/ui/command-errors';
import { useLater } from '@/features/ui/use-later';
import { workspaceList } from './documents';
import styles from './sandbox.module.css';
import { useEnter } from './use-enter';

/** The workspaces this person may work in: the live one and its sandboxes; HR can make another. */
export function Workspaces() {
  const t = useTranslations('sandbox');
  const { viewer, has } = useSession();
  const { date } = useTimeWords();
  const [{ data }] = useQuery({ query: workspaceList });
  const sandbox = useLater(() => import('./create-sandbox-dialog').then((file) => file.CreateSandboxDialog));
  const { enter, busy, command } = useEnter();
  const mayCreate = has('ADMIN', 'HR', 'DESIGNER') && viewer.workspace?.kind === 'LIVE';
  const workspaces = data?.workspaces ?? [];
  if (workspaces.length < 2 && !mayCreate) return null;
  return (
    <section className={styles.workspaces} aria-label={t('workspace')}>
      <p className={styles.label}>{t('workspace')}</p>
      {workspaces.map((workspace) => {
        const isHere = workspace.id === viewer.workspace?.id;
        return (
          <button
            key={workspace.id}
            type="button"
            className={styles.workspace}
            aria-current={isHere || undefined}
            disabled={isHere || busy !== undefined}
            aria-busy={busy === workspace.id || undefined}
            onClick={() => void enter(workspace.id)}
          >
            {isHere ? <Check size={16} aria-label={t('here')} /> : <i />}
            <span>{workspace.name}</span>
            {workspace.kind === 'SANDBOX' && <small>{t('bar', { date: date(workspace.now, 'full') })}</small>}
          </button>
        );
      })}
      <CommandErrors command={command} />
      {mayCreate && (
        <button type="button" className={styles.workspace} aria-haspopup="dialog" onClick={sandbox.open}>
          <Plus size={16} aria-hidden />
          <span>{t('create')}</span>
        </button>
      )}
      {sandbox.Part && <sandbox.Part taken={workspaces.map((each) => each.name)} onClose={sandbox.close} />}
    </section>
  );
}
