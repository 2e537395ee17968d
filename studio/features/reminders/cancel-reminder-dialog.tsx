'use client';
import { useTranslations } from 'next-intl';
import { useCommand } from '@/features/api/use-command';
import { LongText } from '@/features/device/long-text';
import { useKept } from '@/features/device/use-kept';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import type { PlannedReminderFragment } from '@/gql/graphql';
import { suppressReminder } from './documents';

/** HR keeps one planned message from going out, and says why. */
export function CancelReminderDialog({
  occurrence,
  onClose,
  onDone,
}: {
  occurrence: PlannedReminderFragment;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('reminders');
  const ui = useTranslations('ui');
  const kept = useKept(['reminder', occurrence.id]);
  const reason = kept.text('reason');
  const command = useCommand(suppressReminder);
  const submit = async () => {
    const { kind } = await command.run({ input: { occurrenceId: occurrence.id, reason: reason.trim() } });
    if (kind !== 'done') return;
    kept.done();
    onDone();
  };
  return (
    <FormDialog
      title={t('cancelTitle', { name: occurrence.to.name })}
      action={t('cancel')}
      cancel={t('keep')}
      look="danger"
      command={command}
      canSubmit={reason.trim() !== ''}
      safe={ui('failure.offline.text')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('cancelText')}</p>
      <Field label={t('reason')} hint={t('reasonHint')}>
        {(control) => <LongText {...control} data-autofocus maxLength={500} kept={kept.field('reason')} />}
      </Field>
    </FormDialog>
  );
}
