'use client';
import { useTranslations } from 'next-intl';
import { useCommand } from '@/features/api/use-command';
import { FormDialog } from '@/features/ui/form-dialog';
import { reactivatePerson } from './documents';

/** Somebody who left works here again. */
export function BringBackDialog({
  person,
  onClose,
  onDone,
}: {
  person: { id: string; name: string };
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('leaving');
  const command = useCommand(reactivatePerson);
  const submit = async () => {
    const { kind } = await command.run({ input: { personId: person.id } });
    if (kind !== 'done') return;
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t('backTitle', { name: person.name })}
      action={t('backAction')}
      command={command}
      focusAction
      onSubmit={submit}
      onClose={onClose}
      testId="bring-back"
    >
      <p>{t('backText')}</p>
      <p>{t('backNot')}</p>
    </FormDialog>
  );
}
