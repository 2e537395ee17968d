'use client';
import { useTranslations } from 'next-intl';
import { useSession } from '@/features/session/session';
import { useNow } from '@/features/time/clock';
import { useTimeWords } from '@/features/time/use-time-words';
import styles from './sandbox-bar.module.css';

/** Says all the time that this is a sandbox, and which day it is there. */
export function SandboxBar() {
  const t = useTranslations('frame');
  const { viewer } = useSession();
  const now = useNow();
  const words = useTimeWords(viewer.workspace?.timeZone);
  if (viewer.workspace?.kind !== 'SANDBOX') return null;
  return (
    <>
      <style>{':root{--sandbox-bar:32px}'}</style>
      <p className={styles.bar}>
        {t('sandbox', { name: viewer.workspace.name, date: words.date(now.toISOString(), 'full') })}
      </p>
    </>
  );
}
