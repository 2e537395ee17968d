'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PersonPicker, type PickedPerson } from '@/features/pickers/person-picker';
import { FormDialog } from '@/features/ui/form-dialog';
import { Note } from '@/features/ui/note';
import { useToast } from '@/features/ui/toast';
import { deactivatePerson } from '../leaving/documents';
import styles from '../people.module.css';
import { namesOf } from './change-many-dialog';
import { EachOutcome } from './each-outcome';
import type { SelectedPeople } from './selected-people';
import { useEachPerson } from './use-each-person';

/** Everybody who is ticked leaves: one successor for all, or each one's manager; their plans end as the workspace says. */
export function LeaveManyDialog({
  people,
  onClose,
  onDone,
}: {
  people: SelectedPeople;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('people.many');
  const leaving = useTranslations('leaving');
  const toast = useToast();
  const [successor, setSuccessor] = useState<PickedPerson>();
  const [everybody] = useState(() => [...people.values()].filter(({ active }) => active));
  const each = useEachPerson(deactivatePerson, everybody, ({ id }) => ({
    input: { personId: id, successorId: successor?.id ?? null },
  }));
  const submit = async () => {
    const forAll = await each.run();
    onDone();
    if (!forAll) return;
    toast({ tone: 'ok', text: t('leftNow', { count: everybody.length }) });
    onClose();
  };
  return (
    <FormDialog
      title={t('title.leave', { count: everybody.length })}
      action={t('leave', { count: everybody.length })}
      look="danger"
      testId="leave-many"
      command={each.command}
      canSubmit={everybody.length > 0}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className={styles.quiet}>{t('about', { names: namesOf(everybody, t) })}</p>
      <Note tone="warn" title={t('leaveText')} />
      <PersonPicker
        label={leaving('successor')}
        hint={t('elseManager')}
        chosen={successor}
        onChange={setSuccessor}
        without={new Set(people.keys())}
        clearable
      />
      <EachOutcome each={each} count={everybody.length} />
    </FormDialog>
  );
}
