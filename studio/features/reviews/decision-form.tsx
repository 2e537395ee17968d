'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { type CombinedError, useMutation } from 'urql';
import { newIdempotencyKey } from '@/features/api/idempotency-key';
import { Button } from '@/features/ui/button';
import { FailureNote } from '@/features/ui/failure-note';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import { Segmented } from '@/features/ui/segmented';
import { useToast } from '@/features/ui/toast';
import type { ReviewDecision, ReviewSubmissionInput, WholeSubmissionFragment } from '@/gql/graphql';
import { reviewSubmission } from './documents';
import { readScore, weightedScore } from './queue';
import styles from './reviews.module.css';

export interface ReviewDraft {
  decision: ReviewDecision;
  comment: string;
  /** As typed, by criterion; the overall score under ''. */
  scores: Record<string, string>;
}

const BLANK: ReviewDraft = { decision: 'APPROVE', comment: '', scores: {} };
const DECISIONS = ['APPROVE', 'RETURN', 'REJECT'] as const satisfies readonly ReviewDecision[];
const OVERALL = '';

/** Rubric, comment and the decision. The draft lives in the page, so that looking at another one loses nothing. */
export function DecisionForm({
  submission,
  draft = BLANK,
  onDraft,
  onDone,
}: {
  submission: WholeSubmissionFragment;
  draft?: ReviewDraft | undefined;
  onDraft: (draft: ReviewDraft) => void;
  onDone: () => void;
}) {
  const t = useTranslations('reviews');
  const toast = useToast();
  const [, run] = useMutation(reviewSubmission);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [refusal, setRefusal] = useState<{ code: string; message: string; path: readonly string[] }>();
  const [failure, setFailure] = useState<CombinedError>();
  // A retry after a lost answer must carry the same key, changed content another one.
  const sent = useRef<{ content: string; key: string }>(undefined);

  const { criteria } = submission;
  const scores: Record<string, number | undefined> = {};
  const wrong = new Set<string>();
  for (const key of criteria.length > 0 ? criteria.map((criterion) => criterion.key) : [OVERALL]) {
    const score = readScore(draft.scores[key] ?? '');
    if (score === 'wrong') wrong.add(key);
    else scores[key] = score;
  }
  const total = criteria.length > 0 ? weightedScore(criteria, scores) : scores[OVERALL];

  const submit = async () => {
    if (busy) return;
    const comment = draft.comment.trim();
    const needsComment = draft.decision !== 'APPROVE' && comment === '';
    setMissing(needsComment);
    if (needsComment || wrong.size > 0) return;
    const given = criteria.flatMap(({ key }) => (scores[key] === undefined ? [] : [{ key, score: scores[key] }]));
    const input: Omit<ReviewSubmissionInput, 'idempotencyKey'> = {
      submissionId: submission.id,
      decision: draft.decision,
      ...(comment ? { comment } : {}),
      ...(given.length > 0 ? { criteria: given } : {}),
      ...(total === undefined ? {} : { score: total }),
    };
    const content = JSON.stringify(input);
    if (sent.current?.content !== content) sent.current = { content, key: newIdempotencyKey() };
    setBusy(true);
    setRefusal(undefined);
    setFailure(undefined);
    const { data, error } = await run({ input: { ...input, idempotencyKey: sent.current.key } });
    setBusy(false);
    if (error) {
      setFailure(error);
      return;
    }
    const first = data?.reviewSubmission.userErrors[0];
    if (first) {
      setRefusal(first);
      return;
    }
    toast({ tone: 'ok', text: t(`toast.${draft.decision}`, { title: submission.itemTitle }) });
    onDone();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      void submit();
    }
  };

  const field = (key: string, label: string) => (
    <Field key={key} label={label} error={wrong.has(key) ? t('scoreWrong') : undefined}>
      {(control) => (
        <input
          {...control}
          inputMode="decimal"
          autoComplete="off"
          placeholder="0–100"
          value={draft.scores[key] ?? ''}
          onChange={(event) => onDraft({ ...draft, scores: { ...draft.scores, [key]: event.target.value } })}
        />
      )}
    </Field>
  );

  return (
    <form
      className={styles.decision}
      aria-label={t('decision')}
      onKeyDown={onKeyDown}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      {criteria.length > 0 && (
        <fieldset className={styles.rubric}>
          <legend className={styles.subheading}>{t('rubric')}</legend>
          {criteria.map((criterion) =>
            field(criterion.key, t('criterion', { title: criterion.title, weight: criterion.weight })),
          )}
          <p className={styles.total}>{total === undefined ? t('totalOpen') : t('total', { score: total })}</p>
        </fieldset>
      )}
      {criteria.length === 0 && field(OVERALL, t('score'))}
      <Segmented
        label={t('decision')}
        value={draft.decision}
        onChange={(decision) => {
          setMissing(false);
          onDraft({ ...draft, decision });
        }}
        options={DECISIONS.map((value) => ({ value, label: t(`decide.${value}`) }))}
      />
      <Field
        label={t(draft.decision === 'APPROVE' ? 'comment' : 'commentNeeded')}
        error={missing && draft.comment.trim() === '' ? t('commentMissing') : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            rows={5}
            maxLength={4000}
            value={draft.comment}
            onChange={(event) => onDraft({ ...draft, comment: event.target.value })}
          />
        )}
      </Field>
      {refusal && (
        <Note
          tone={refusal.code === 'ALREADY_REVIEWED' ? 'info' : 'danger'}
          title={refusal.code === 'ALREADY_REVIEWED' ? t('already') : refusal.message}
          action={refusal.code === 'ALREADY_REVIEWED' ? <Button onClick={onDone}>{t('goOn')}</Button> : undefined}
        >
          {refusal.code === 'ALREADY_REVIEWED' ? refusal.message : undefined}
        </Note>
      )}
      {failure && <FailureNote error={failure} safe={t('draftSafe')} />}
      <Button type="submit" look={draft.decision === 'REJECT' ? 'danger' : 'primary'} size="large" busy={busy}>
        {t(`submit.${draft.decision}`)}
      </Button>
      <span className={styles.keysHint}>{t('submitKeys')}</span>
    </form>
  );
}
