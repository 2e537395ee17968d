'use client';
import { Lock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import type { CombinedError } from 'urql';
import { failureKind } from '@/features/api/failure';
import { useCommand } from '@/features/api/use-command';
import { errorAt } from '@/features/api/user-errors';
import { keptBy } from '@/features/device/kept-text';
import { LongText } from '@/features/device/long-text';
import { dateWords } from '@/features/time/words';
import { Button } from '@/features/ui/button';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import type { SurveyFormQuery } from '@/gql/graphql';
import { answerSurvey } from './documents';
import { fitting, type Kept, SENT } from './kept-answers';
import { Scale } from './scale';
import styles from './survey-form.module.css';

type Form = NonNullable<SurveyFormQuery['surveyForm']>;

/** The questions. What is chosen stays on the device until the server has it; it is sent once. */
export function SurveyForm({
  token,
  form,
  kept,
  keep,
  discard,
  onShut,
}: {
  token: string;
  form: Form;
  kept: Kept;
  keep: (change: Partial<Kept>) => void;
  /** Takes everything off this device that was filled in here. */
  discard: () => void;
  /** The link does not take answers any more: it was used, closed or replaced meanwhile. */
  onShut: () => void;
}) {
  const t = useTranslations('survey');
  const locale = useLocale();
  const element = useRef<HTMLFormElement>(null);
  const command = useCommand(answerSurvey);
  const [pressed, setPressed] = useState(false);
  const [failure, setFailure] = useState<{ title: string; text: string }>();
  const { about, cohort, respondents, questions, closesOn } = form;
  const answers = fitting(questions, kept.answers);
  const answered = new Map(answers.map(({ key, value }) => [key, value]));
  const missing = questions.filter(({ key }) => !answered.has(key));

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    const [first] = missing;
    if (first) {
      element.current?.querySelector<HTMLInputElement>(`[data-question="${CSS.escape(first.key)}"] input`)?.focus();
      return;
    }
    setFailure(undefined);
    const wasAttempted = Boolean(kept.attempted);
    keep({ attempted: true });
    const input = { token, answers, comment: kept.comment.trim() || null };
    const outcome = await command.run({ input });
    if (outcome.kind === 'done') {
      keep(SENT);
      return onShut();
    }
    if (outcome.kind === 'refused' || !isUnsure(outcome.failure)) keep({ attempted: wasAttempted });
    if (outcome.kind === 'failed') return setFailure({ title: t('notSent'), text: t('tryAgain') });
    if (errorAt(outcome.userErrors, 'token')) return onShut();
    setFailure({ title: outcome.userErrors[0].message, text: t('keptHere') });
  };

  return (
    <form ref={element} className={styles.form} onSubmit={send} noValidate aria-busy={command.pending}>
      <header>
        <h1 className={styles.title}>{t(`about.${respondents}`, { about, cohort })}</h1>
        <p className={styles.lead}>
          {t(`role.${respondents}`, { about, cohort })}
          {t('effort', { count: questions.length, date: dateWords(closesOn, 'day', locale, 'UTC') })}
        </p>
      </header>
      <p className={styles.promise}>
        <Lock size={16} strokeWidth={1.75} aria-hidden className={styles.lock} />
        <span>{t(`promise.${respondents}`, { about })}</span>
      </p>
      <ol className={styles.questions}>
        {questions.map((question, index) => (
          <li key={question.key} data-question={question.key}>
            <Scale
              number={index + 1}
              question={question}
              value={answered.get(question.key)}
              isMissing={pressed && !answered.has(question.key)}
              onChange={(value) => keep({ answers: { ...kept.answers, [question.key]: value } })}
            />
          </li>
        ))}
      </ol>
      <div className={styles.comment}>
        <Field label={t('comment')} hint={t('commentHint')}>
          {(control) => (
            <LongText
              {...control}
              name="comment"
              rows={3}
              maxLength={1000}
              kept={keptBy('device', { value: kept.comment, set: (comment) => keep({ comment }) })}
            />
          )}
        </Field>
        {(answers.length > 0 || kept.comment !== '') && (
          <Button look="quiet" onClick={discard} data-testid="discard-answers">
            {t('discard')}
          </Button>
        )}
      </div>
      <div className={styles.foot}>
        {failure && (
          <Note tone="danger" title={failure.title}>
            {failure.text}
          </Note>
        )}
        <div className={styles.send}>
          <p className={styles.count} aria-live="polite">
            {t('answered', { answered: answers.length, of: questions.length })}
          </p>
          <Button type="submit" look="primary" size="large" busy={command.pending} data-testid="send">
            {t(command.pending ? 'sending' : 'send')}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** Whether the answers may have arrived although nobody said so. */
const isUnsure = (error: CombinedError): boolean => ['offline', 'server'].includes(failureKind(error));
