'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { newIdempotencyKey } from '@/features/api/idempotency-key';
import { useCommand } from '@/features/api/use-command';
import { LongText } from '@/features/device/long-text';
import { useKept } from '@/features/device/use-kept';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import type { EnrolmentViewFragment, ProgressAction } from '@/gql/graphql';
import { recordForPerson } from './enrolment-documents';

/** Records an act for the person: done, scored, excused or opened again, with its reason. */
export function RecordDialog({
  action,
  item,
  enrolment,
  onClose,
  onDone,
}: {
  action: ProgressAction;
  item: EnrolmentViewFragment['items'][number];
  enrolment: EnrolmentViewFragment;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('enrolment');
  const kept = useKept(['record', action, enrolment.id, item.key]);
  const comment = kept.text('comment');
  const score = kept.text('score');
  const [idempotencyKey] = useState(newIdempotencyKey);
  const command = useCommand(recordForPerson);
  const needsReason = action === 'EXCUSE' || action === 'REOPEN';
  const needsScore = action === 'SCORE';
  const points = Number(score);
  const isScore = score.trim() !== '' && points >= 0 && points <= 100;
  const submit = async () => {
    const { kind } = await command.run({
      input: {
        enrolmentId: enrolment.id,
        itemKey: item.key,
        action,
        idempotencyKey,
        ...(needsScore ? { score: points } : {}),
        ...(comment.trim() ? { comment: comment.trim() } : {}),
      },
    });
    if (kind !== 'done') return;
    kept.done();
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t(`record.${action}.title`, { title: item.title, name: enrolment.person.name })}
      action={t(`record.${action}.action`)}
      command={command}
      canSubmit={(!needsReason || comment.trim() !== '') && (!needsScore || isScore)}
      safe={t('kept')}
      onSubmit={submit}
      onClose={onClose}
    >
      {needsScore && (
        <Field label={t('field.score')} hint={t('field.scoreHint')}>
          {(control) => (
            <input
              {...control}
              type="number"
              min={0}
              max={100}
              step="any"
              value={score}
              onChange={(event) => kept.change({ score: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field
        label={needsReason ? t('field.reason') : t('field.comment')}
        hint={needsReason ? t('field.reasonHint') : undefined}
      >
        {(control) => <LongText {...control} maxLength={2000} kept={kept.field('comment')} />}
      </Field>
    </FormDialog>
  );
}
