'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { LongText } from '@/features/device/long-text';
import { useKept } from '@/features/device/use-kept';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import type { EnrolmentViewFragment } from '@/gql/graphql';
import { changeDueDate } from './enrolment-documents';
import { inputFromInstant, instantFromInput } from './zoned-input';

/** Gives one person another due date, with a reason that stays in their history. */
export function ChangeDueDialog({
  item,
  enrolment,
  onClose,
  onDone,
}: {
  item: EnrolmentViewFragment['items'][number];
  enrolment: EnrolmentViewFragment;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('enrolment');
  const zone = enrolment.person.timeZone;
  const [local, setLocal] = useState(() => (item.dueAt ? inputFromInstant(item.dueAt, zone) : ''));
  const kept = useKept(['due', enrolment.id, item.key]);
  const reason = kept.text('reason');
  const command = useCommand(changeDueDate);
  const at = instantFromInput(local, zone);
  const submit = async () => {
    if (!at) return;
    const { kind } = await command.run({
      input: { enrolmentId: enrolment.id, itemKey: item.key, at, reason: reason.trim() },
    });
    if (kind !== 'done') return;
    kept.done();
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t('changeDue.title', { title: item.title, name: enrolment.person.name })}
      action={t('changeDue.action')}
      command={command}
      canSubmit={at !== undefined && reason.trim() !== ''}
      safe={t('kept')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('field.due')} hint={t('field.dueHint', { zone })}>
        {(control) => (
          <input {...control} type="datetime-local" value={local} onChange={(event) => setLocal(event.target.value)} />
        )}
      </Field>
      <Field label={t('field.reason')} hint={t('field.reasonHint')}>
        {(control) => <LongText {...control} maxLength={2000} kept={kept.field('reason')} />}
      </Field>
    </FormDialog>
  );
}
