'use client';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useSession } from '@/features/session/session';
import { Account } from './account';
import styles from './account.module.css';
import { initial } from './initial';

/** The round button at the foot of the rail and what it opens: a native popover, closed by Escape or a click outside. */
export function AccountMenu() {
  const t = useTranslations('frame');
  const { person } = useSession();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.trigger}
        popoverTarget={id}
        aria-expanded={open}
        aria-label={t('account', { name: person.name })}
        title={person.name}
      >
        {initial(person.name)}
      </button>
      <div
        id={id}
        popover="auto"
        className={styles.popover}
        role="dialog"
        aria-label={t('account', { name: person.name })}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        <Account onGo={() => document.getElementById(id)?.hidePopover()} />
      </div>
    </>
  );
}
