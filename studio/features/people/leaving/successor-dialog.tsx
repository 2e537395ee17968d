'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { PersonPicker, type PickedPerson } from '@/features/pickers/person-picker';
import { FormDialog } from '@/features/ui/form-dialog';
import { handOver } from './documents';

/** Somebody who takes over all that was chosen from the list. */
export function SuccessorDialog({
  ids,
  without,
  onClose,
  onDone,
}: {
  ids: string[];
  without: ReadonlySet<string>;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('handOvers');
  const [person, setPerson] = useState<PickedPerson>();
  const command = useCommand(handOver);
  const submit = async () => {
    if (!person) return;
    const { kind } = await command.run({ input: { ids, successorId: person.id } });
    if (kind !== 'done') return;
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t('giveTitle', { count: ids.length })}
      action={person ? t('giveTo', { name: person.name }) : t('give')}
      command={command}
      canSubmit={person !== undefined}
      shownAt={['successorId']}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('giveText')}</p>
      <PersonPicker
        label={t('successor')}
        error={command.errorAt('successorId')}
        chosen={person}
        onChange={setPerson}
        without={without}
      />
    </FormDialog>
  );
}
