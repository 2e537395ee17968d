'use client';
import { addDays } from '@planwright/schema/time';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { FailureNote } from '@/features/ui/failure-note';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import { Segmented } from '@/features/ui/segmented';
import type { SurveyReachQuery, SurveyRespondents } from '@/gql/graphql';
import { openSurvey, surveyReach } from './documents';
import styles from './open-dialog.module.css';
import { toSend, withOneMore } from './own-questions';
import { QuestionEditor } from './question-editor';

const RESPONDENTS = ['SUPERIOR', 'TEAM', 'LEARNER'] as const satisfies readonly SurveyRespondents[];
const OPEN_FOR_DAYS = 14;
const FIELDS = ['respondents', 'closesOn', 'questions'];

/** Opens a round: who is asked, what, until when. */
export function OpenDialog({
  cohort,
  today,
  onClose,
  onOpened,
}: {
  cohort: { id: string; name: string };
  today: string;
  onClose: () => void;
  onOpened: () => void;
}) {
  const t = useTranslations('surveys.dialog');
  const words = useTranslations('surveys');
  const ui = useTranslations('ui');
  const [{ fetching, error, data }, open] = useMutation(openSurvey);
  const [respondents, setRespondents] = useState<SurveyRespondents>('SUPERIOR');
  const [closesOn, setClosesOn] = useState(() => addDays(today, OPEN_FOR_DAYS));
  const [asks, setAsks] = useState<'given' | 'own'>('given');
  const [questions, setQuestions] = useState(() => withOneMore([]));
  const [{ data: reached }] = useQuery({
    query: surveyReach,
    variables: { cohortId: cohort.id, respondents },
    requestPolicy: 'cache-and-network',
  });
  const reach = reached?.surveyReach;
  const own = toSend(questions);
  const wrong = data?.openSurvey.userErrors ?? [];
  const errorAt = (field: string) => wrong.find(({ path }) => path.includes(field))?.message;

  const submit = async () => {
    const answer = await open({
      input: { cohortId: cohort.id, respondents, closesOn, questions: asks === 'own' ? own : null },
    });
    const made = answer.data?.openSurvey;
    if (made && made.userErrors.length === 0) onOpened();
  };

  return (
    <Dialog
      title={t('title', { cohort: cohort.name })}
      width={600}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form="open-survey"
            busy={fetching}
            disabled={closesOn === '' || Boolean(reach?.problem) || (asks === 'own' && own.length === 0)}
            data-testid="submit-survey"
          >
            {words('open')}
          </Button>
        </>
      }
    >
      <form
        id="open-survey"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className={styles.choice}>
          <span className={styles.label} aria-hidden>
            {t('respondents')}
          </span>
          <Segmented
            label={t('respondents')}
            value={respondents}
            onChange={setRespondents}
            options={RESPONDENTS.map((value) => ({ value, label: t(`ask.${value}`) }))}
          />
          <p className={styles.hint}>{t(`askText.${respondents}`)}</p>
          {reach && <Reach reach={reach} respondents={respondents} />}
          {errorAt('respondents') && !reach?.problem && <Note tone="danger" title={errorAt('respondents')} />}
        </div>
        <Field label={t('closesOn')} hint={t('closesOnHint')} error={errorAt('closesOn')}>
          {(control) => (
            <input
              {...control}
              type="date"
              required
              min={today}
              max={addDays(today, 366)}
              value={closesOn}
              onChange={(event) => setClosesOn(event.target.value)}
            />
          )}
        </Field>
        <div className={styles.choice}>
          <span className={styles.label} aria-hidden>
            {t('questions')}
          </span>
          <Segmented
            label={t('questions')}
            value={asks}
            onChange={setAsks}
            options={[
              { value: 'given', label: t('given') },
              { value: 'own', label: t('own') },
            ]}
          />
          {asks === 'given' ? (
            <p className={styles.hint}>{t('givenText')}</p>
          ) : (
            <QuestionEditor questions={questions} onChange={setQuestions} />
          )}
          {errorAt('questions') && <Note tone="danger" title={errorAt('questions')} />}
        </div>
        {wrong
          .filter(({ path }) => !path.some((part) => FIELDS.includes(part)))
          .map(({ code, message }) => (
            <Note key={code} tone="danger" title={message} />
          ))}
        {error && <FailureNote error={error} safe={t('kept')} />}
      </form>
    </Dialog>
  );
}

/** Who it would reach, said before it is opened; why it cannot be opened, where too few could answer. */
function Reach({
  reach,
  respondents,
}: {
  reach: NonNullable<SurveyReachQuery['surveyReach']>;
  respondents: SurveyRespondents;
}) {
  const t = useTranslations('surveys.dialog.reach');
  const { problem, people, asked, byCode, about, aboutEnough, fewest } = reach;
  if (problem) return <Note tone="danger" title={problem} />;
  return (
    <p className={styles.hint} data-testid="survey-reach">
      {t('people', { people, asked })}
      {byCode > 0 && ` ${t('byCode', { byCode })}`}
      {respondents === 'TEAM' && aboutEnough < about && ` ${t('perPerson', { aboutEnough, about, fewest })}`}
    </p>
  );
}
