'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/features/ui/button';
import { useToast } from '@/features/ui/toast';
import { BringBackDialog } from './bring-back-dialog';
import { LeaveDialog } from './leave-dialog';

/** What HR does when somebody leaves, or works here again. */
export function LeavingAct({
  person,
  onDone,
}: {
  person: { id: string; name: string; active: boolean };
  onDone: () => void;
}) {
  const t = useTranslations('leaving');
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const { name, active } = person;
  const shared = {
    person,
    onClose: () => setOpen(false),
    onDone: () => {
      toast({ tone: 'ok', text: active ? t('done', { name }) : t('backDone', { name }) });
      onDone();
    },
  };
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)} data-testid={active ? 'leaves' : 'comes-back'}>
        {active ? t('menu') : t('backMenu')}
      </Button>
      {isOpen && (active ? <LeaveDialog {...shared} /> : <BringBackDialog {...shared} />)}
    </>
  );
}
