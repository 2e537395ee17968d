'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LongText } from '@/features/device/long-text';
import { useKept } from '@/features/device/use-kept';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import { Note } from '@/features/ui/note';
import type { PlanItemFragment } from '@/gql/graphql';
import styles from './my-plan.module.css';
import { nextAction, webAddress } from './next-action';

/** Where the work for an item is kept until it is handed in. */
export const submissionPlace = (enrolmentId: string, itemKey: string) => ['submission', enrolmentId, itemKey] as const;

/** The sheet for submitting: a link or a text, depending on the item; the step; a message to the reviewer. */
export function SubmitSheet({
  item,
  enrolmentId,
  reviewerComment,
  onClose,
  onSubmit,
}: {
  enrolmentId: string;
  item: PlanItemFragment;
  reviewerComment?: string | undefined;
  onClose: () => void;
  onSubmit: (input: { artefact?: string; comment?: string; stepKey?: string }) => void;
}) {
  const t = useTranslations('myPlan');
  const next = nextAction(item);
  const wants = next.do === 'submit' ? next.wants : 'text';
  const nothingToAttach = item.deliverable === 'NONE';
  const kept = useKept(submissionPlace(enrolmentId, item.key));
  const artefact = kept.text('artefact');
  const comment = kept.text('comment');
  const [stepKey, setStepKey] = useState(next.do === 'submit' ? next.stepKey : undefined);
  const [error, setError] = useState<string>();

  const submit = () => {
    const given = artefact.trim();
    if (!nothingToAttach && given === '') {
      setError(t(wants === 'link' ? 'linkMissing' : 'textMissing'));
      return;
    }
    if (wants === 'link' && given !== '' && !webAddress(given)) {
      setError(t('linkWrong'));
      return;
    }
    onSubmit({
      ...(given ? { artefact: given } : {}),
      ...(comment.trim() ? { comment: comment.trim() } : {}),
      ...(stepKey ? { stepKey } : {}),
    });
    // From here the outbox holds it.
    kept.done();
  };

  return (
    <FormDialog
      title={t(item.state === 'RETURNED' ? 'sheetAgain' : 'sheet', { title: item.title })}
      action={t(item.state === 'RETURNED' ? 'submitAgain' : 'submit')}
      onSubmit={submit}
      onClose={onClose}
      byEnter
      noValidate
    >
      {item.description && <p className={styles.description}>{item.description}</p>}
      {reviewerComment && (
        <Note tone="warn" title={t('reviewerSaid')}>
          {reviewerComment}
        </Note>
      )}
      {item.steps.length > 1 && (
        <Field label={t('step')}>
          {(control) => (
            <select {...control} value={stepKey} onChange={(event) => setStepKey(event.target.value)}>
              {item.steps.map((step) => (
                <option key={step.key} value={step.key}>
                  {step.completedAt ? t('stepDone', { step: step.title }) : step.title}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {!nothingToAttach && (
        <Field
          label={t(wants === 'link' ? 'link' : 'text')}
          hint={wants === 'link' ? t('linkHint') : undefined}
          error={error}
        >
          {(control) =>
            wants === 'link' ? (
              <input
                {...control}
                type="url"
                data-autofocus
                inputMode="url"
                autoComplete="off"
                placeholder="https://"
                maxLength={2000}
                value={artefact}
                onChange={(event) => kept.change({ artefact: event.target.value })}
              />
            ) : (
              <LongText {...control} data-autofocus rows={6} maxLength={20000} kept={kept.field('artefact')} />
            )
          }
        </Field>
      )}
      <Field label={t('comment')}>
        {(control) => <LongText {...control} rows={2} maxLength={4000} kept={kept.field('comment')} />}
      </Field>
    </FormDialog>
  );
}
