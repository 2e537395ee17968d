'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { type Masked, unmask } from '@/features/api/fragments';
import { newIdempotencyKey } from '@/features/api/idempotency-key';
import { useCommand } from '@/features/api/use-command';
import { LongText } from '@/features/device/long-text';
import { useKept } from '@/features/device/use-kept';
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

const DECISIONS = ['APPROVE', 'RETURN', 'REJECT'] as const satisfies readonly ReviewDecision[];
const OVERALL = '';

/** Where a score is kept as it was typed; the overall score under the empty key. */
const scoreField = (key: string): string => `score:${key}`;

/** Rubric, comment and the decision. Nothing is decided beforehand, and what is typed stays on the device until it is sent. */
export function DecisionForm({
  onDone,
  ...props
}: {
  submission: Masked<WholeSubmissionFragment>;
  onDone: () => void;
}) {
  const submission = unmask<WholeSubmissionFragment>(props.submission);
  const t = useTranslations('reviews');
  const toast = useToast();
  const command = useCommand(reviewSubmission);
  const [pressed, setPressed] = useState(false);
  const [refusal] = command.userErrors;
  // A retry after a lost answer must carry the same key, changed content another one.
  const sent = useRef<{ content: string; key: string }>(undefined);

  const { criteria } = submission;
  const kept = useKept(['review', submission.id]);
  const decision = DECISIONS.find((each) => each === kept.text('decision'));
  const scores: Record<string, number | undefined> = {};
  const wrong = new Set<string>();
  for (const key of criteria.length > 0 ? criteria.map((criterion) => criterion.key) : [OVERALL]) {
    const score = readScore(kept.text(scoreField(key)));
    if (score === 'wrong') wrong.add(key);
    else scores[key] = score;
  }
  const total = criteria.length > 0 ? weightedScore(criteria, scores) : scores[OVERALL];

  const lacksComment = decision !== undefined && decision !== 'APPROVE' && kept.text('comment').trim() === '';
  const lacksScores = decision === 'APPROVE' && criteria.length > 0 && total === undefined;

  const submit = async () => {
    if (command.pending) return;
    setPressed(true);
    if (!decision || lacksComment || lacksScores || wrong.size > 0) return;
    const comment = kept.text('comment').trim();
    const given = criteria.flatMap(({ key }) => (scores[key] === undefined ? [] : [{ key, score: scores[key] }]));
    const input: Omit<ReviewSubmissionInput, 'idempotencyKey'> = {
      submissionId: submission.id,
      decision,
      ...(comment ? { comment } : {}),
      ...(given.length > 0 ? { criteria: given } : {}),
      ...(total === undefined ? {} : { score: total }),
    };
    const content = JSON.stringify(input);
    if (sent.current?.content !== content) sent.current = { content, key: newIdempotencyKey() };
    const { kind } = await command.run({ input: { ...input, idempotencyKey: sent.current.key } });
    if (kind !== 'done') return;
    kept.done();
    toast({ tone: 'ok', text: t(`toast.${decision}`, { title: submission.itemTitle }) });
    onDone();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      void submit();
    }
  };

  const errorOf = (key: string): string | undefined => {
    if (wrong.has(key)) return t('scoreWrong');
    return pressed && lacksScores && scores[key] === undefined ? t('scoreMissing') : undefined;
  };
  const field = (key: string, label: string) => (
    <Field key={key} label={label} error={errorOf(key)}>
      {(control) => (
        <input
          {...control}
          inputMode="decimal"
          autoComplete="off"
          placeholder="0–100"
          value={kept.text(scoreField(key))}
          onChange={(event) => kept.change({ [scoreField(key)]: event.target.value })}
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
        value={decision}
        onChange={(next) => {
          setPressed(false);
          kept.change({ decision: next });
        }}
        options={DECISIONS.map((value) => ({ value, label: t(`decide.${value}`) }))}
      />
      <Field
        label={t(decision === undefined || decision === 'APPROVE' ? 'comment' : 'commentNeeded')}
        error={pressed && lacksComment ? t('commentMissing') : undefined}
      >
        {(control) => <LongText {...control} rows={5} maxLength={4000} kept={kept.field('comment')} />}
      </Field>
      {pressed && (!decision || lacksScores) && (
        <Note tone="danger" title={t(decision ? 'rubricMissing' : 'decisionMissing')} />
      )}
      {refusal && (
        <Note
          tone={refusal.code === 'ALREADY_REVIEWED' ? 'info' : 'danger'}
          title={refusal.code === 'ALREADY_REVIEWED' ? t('already') : refusal.message}
          action={refusal.code === 'ALREADY_REVIEWED' ? <Button onClick={onDone}>{t('goOn')}</Button> : undefined}
        >
          {refusal.code === 'ALREADY_REVIEWED' ? refusal.message : undefined}
        </Note>
      )}
      {command.failure && <FailureNote error={command.failure} safe={t('draftSafe')} />}
      <Button type="submit" look={decision === 'REJECT' ? 'danger' : 'primary'} size="large" busy={command.pending}>
        {t(`submit.${decision ?? 'NONE'}`)}
      </Button>
      <span className={styles.keysHint}>{t('submitKeys')}</span>
    </form>
  );
}
