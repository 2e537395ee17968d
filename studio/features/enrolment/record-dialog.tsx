'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '@/features/api/use-change';
import { Field } from '@/features/ui/field';
import type { ProgressAction } from '@/gql/graphql';
import { ChangeDialog } from './change-dialog';
import { recordForPerson } from './enrolment-documents';
import type { EnrolmentData } from './enrolment-page';

/** Records an act for the person: done, scored, excused or opened again, with its reason. */
export function RecordDialog({
  action,
  item,
  enrolment,
  onClose,
  onDone,
}: {
  action: ProgressAction;
  item: EnrolmentData['items'][number];
  enrolment: EnrolmentData;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('enrolment');
  const [comment, setComment] = useState('');
  const [score, setScore] = useState('');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const change = useChange(recordForPerson, (data) => data.recordProgress.userErrors);
  const needsReason = action === 'EXCUSE' || action === 'REOPEN';
  const needsScore = action === 'SCORE';
  const points = Number(score);
  const isScore = score.trim() !== '' && points >= 0 && points <= 100;
  return (
    <ChangeDialog
      title={t(`record.${action}.title`, { title: item.title, name: enrolment.person.name })}
      action={t(`record.${action}.action`)}
      change={change}
      canSubmit={(!needsReason || comment.trim() !== '') && (!needsScore || isScore)}
      onClose={onClose}
      onSubmit={async () => {
        const taken = await change.run({
          input: {
            enrolmentId: enrolment.id,
            itemKey: item.key,
            action,
            idempotencyKey,
            ...(needsScore ? { score: points } : {}),
            ...(comment.trim() ? { comment: comment.trim() } : {}),
          },
        });
        if (taken) onDone();
        return taken;
      }}
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
              onChange={(event) => setScore(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field
        label={needsReason ? t('field.reason') : t('field.comment')}
        hint={needsReason ? t('field.reasonHint') : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            maxLength={2000}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        )}
      </Field>
    </ChangeDialog>
  );
}
