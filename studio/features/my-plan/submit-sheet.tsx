'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LongText } from '@/features/device/long-text';
import { useKept } from '@/features/device/use-kept';
import { FileUpload } from '@/features/files/file-upload';
import { useUploads } from '@/features/files/use-uploads';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import { Note } from '@/features/ui/note';
import type { PlanItemFragment } from '@/gql/graphql';
import styles from './my-plan.module.css';
import { nextAction, webAddress } from './next-action';

/** Where the work for an item is kept until it is handed in. */
export const submissionPlace = (enrolmentId: string, itemKey: string) => ['submission', enrolmentId, itemKey] as const;

/** The sheet for submitting: a link, a text or files, depending on the item; the step; a message to the reviewer. */
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
  /** `files`: what was uploaded, as this sheet keeps it. */
  onSubmit: (
    input: { artefact?: string; comment?: string; stepKey?: string; uploadIds?: string[] },
    files: string,
  ) => void;
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
  const files = kept.text('files');
  const uploads = useUploads({ value: files, set: (text) => kept.change({ files: text }) });
  const takesFiles = wants === 'files' || item.deliverable === 'DOCUMENT';

  const submit = () => {
    const given = wants === 'files' ? '' : artefact.trim();
    const uploadIds = takesFiles ? uploads.uploaded.map(({ id }) => id) : [];
    if (!nothingToAttach && given === '' && uploadIds.length === 0) {
      setError(t(`missing.${item.deliverable === 'DOCUMENT' ? 'document' : wants}`));
      return;
    }
    if (wants === 'link' && given !== '' && !webAddress(given)) {
      setError(t('linkWrong'));
      return;
    }
    onSubmit(
      {
        ...(given ? { artefact: given } : {}),
        ...(uploadIds.length > 0 ? { uploadIds } : {}),
        ...(comment.trim() ? { comment: comment.trim() } : {}),
        ...(stepKey ? { stepKey } : {}),
      },
      takesFiles ? files : '',
    );
    // From here the outbox holds it.
    kept.done();
  };

  return (
    <FormDialog
      title={t(item.state === 'RETURNED' ? 'sheetAgain' : 'sheet', { title: item.title })}
      action={t(item.state === 'RETURNED' ? 'submitAgain' : 'submit')}
      onSubmit={submit}
      onClose={onClose}
      canSubmit={!uploads.busy}
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
      {!nothingToAttach && wants !== 'files' && (
        <Field
          label={t(wants === 'link' ? 'link' : 'text')}
          hint={wants === 'link' ? t('linkHint') : undefined}
          error={takesFiles ? undefined : error}
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
      {takesFiles && (
        <FileUpload
          label={t(wants === 'files' ? 'files' : 'orFiles')}
          hint={t('filesHint')}
          error={error}
          of={uploads}
        />
      )}
      <Field label={t('comment')}>
        {(control) => <LongText {...control} rows={2} maxLength={4000} kept={kept.field('comment')} />}
      </Field>
    </FormDialog>
  );
}
