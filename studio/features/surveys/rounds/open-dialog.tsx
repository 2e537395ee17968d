'use client';
import { addDays } from '@planwright/schema/time';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '@/features/api/use-command';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
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
  const command = useCommand(openSurvey);
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

  const submit = async () => {
    const { kind } = await command.run({
      input: { cohortId: cohort.id, respondents, closesOn, questions: asks === 'own' ? own : null },
    });
    if (kind === 'done') onOpened();
  };

  return (
    <FormDialog
      title={t('title', { cohort: cohort.name })}
      action={words('open')}
      testId="submit-survey"
      command={command}
      shownAt={FIELDS}
      safe={t('kept')}
      canSubmit={closesOn !== '' && !reach?.problem && (asks === 'given' || own.length > 0)}
      onSubmit={submit}
      onClose={onClose}
      width={600}
      byEnter
    >
      <div className={styles.form}>
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
          {command.errorAt('respondents') && !reach?.problem && (
            <Note tone="danger" title={command.errorAt('respondents')} />
          )}
        </div>
        <Field label={t('closesOn')} hint={t('closesOnHint')} error={command.errorAt('closesOn')}>
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
          {command.errorAt('questions') && <Note tone="danger" title={command.errorAt('questions')} />}
        </div>
      </div>
    </FormDialog>
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
