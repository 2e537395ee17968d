'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/features/ui/button';
import { InviteDialog } from '../invite/invite-dialog';
import styles from '../people.module.css';
import { CHANGES, type Change, ChangeManyDialog } from './change-many-dialog';
import { EnrolManyDialog } from './enrol-many-dialog';
import { LeaveManyDialog } from './leave-many-dialog';
import type { SelectedPeople } from './selected-people';

const isChange = (open: string | undefined): open is Change => CHANGES.some((change) => change === open);

/** What can be done with everybody who is ticked. */
export function ManyBar({
  people,
  onClear,
  onDone,
}: {
  people: SelectedPeople;
  onClear: () => void;
  /** People have changed. */
  onDone: () => void;
}) {
  const t = useTranslations('people.many');
  const [open, setOpen] = useState<Change | 'enrol' | 'invite' | 'leave'>();
  const close = () => setOpen(undefined);
  const shared = { people, onClose: close, onDone };
  return (
    <section className={styles.many} aria-label={t('label')} data-testid="many">
      <strong aria-live="polite">{t('selected', { count: people.size })}</strong>
      {CHANGES.map((change) => (
        <Button key={change} aria-haspopup="dialog" onClick={() => setOpen(change)} data-testid={`many-${change}`}>
          {t(`open.${change}`)}
        </Button>
      ))}
      <Button aria-haspopup="dialog" onClick={() => setOpen('enrol')} data-testid="many-enrol">
        {t('open.enrol')}
      </Button>
      <Button aria-haspopup="dialog" onClick={() => setOpen('invite')} data-testid="many-invite">
        {t('open.invite')}
      </Button>
      <Button aria-haspopup="dialog" onClick={() => setOpen('leave')} data-testid="many-leave">
        {t('open.leave')}
      </Button>
      <Button look="quiet" onClick={onClear}>
        {t('clear')}
      </Button>
      {open === 'enrol' && <EnrolManyDialog {...shared} />}
      {open === 'invite' && <InviteDialog people={[...people.values()]} onClose={close} onDone={onDone} />}
      {open === 'leave' && <LeaveManyDialog {...shared} />}
      {isChange(open) && <ChangeManyDialog change={open} {...shared} />}
    </section>
  );
}
