'use client';
import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useTimeWords } from '@/features/time/use-time-words';
import { ButtonLink } from '@/features/ui/button';
import { ProgressBar } from '@/features/ui/progress-bar';
import { Tag } from '@/features/ui/tag';
import type { SurveyRoundsQuery } from '@/gql/graphql';
import { Means } from './means';
import styles from './round-panel.module.css';
import { FEWEST, isOpen, resultsState } from './round-state';

type Round = SurveyRoundsQuery['surveys'][number];

/** One round: who it asks, how many answered, until when, and its results or why there are none. */
export function RoundPanel({
  round,
  today,
  cohortId,
  mayPrint,
}: {
  round: Round;
  today: string;
  cohortId: string;
  mayPrint: boolean;
}) {
  const t = useTranslations('surveys');
  const { date } = useTimeWords();
  const heading = useId();
  const { invited, answered, respondents, means, comments } = round.results;
  const running = isOpen(round, today);
  const state = resultsState(round, today);
  return (
    <section className={styles.round} aria-labelledby={heading} data-testid="survey-round">
      <header className={styles.head}>
        <h2 id={heading} className={styles.title}>
          {t(`respondents.${round.respondents}`)}
        </h2>
        <Tag tone={running ? 'soft' : 'quiet'}>{t(running ? 'running' : 'over')}</Tag>
        <span className={styles.when}>
          {t(running ? 'period' : 'periodOver', {
            from: date(round.opensOn, 'full'),
            to: date(round.closesOn, 'full'),
          })}
        </span>
        {running && mayPrint && round.byCode > 0 && (
          <ButtonLink
            icon={<Printer size={16} aria-hidden />}
            href={`/cohorts/${encodeURIComponent(cohortId)}/surveys/codes?round=${encodeURIComponent(round.id)}`}
          >
            {t('codes.print', { count: round.byCode })}
          </ButtonLink>
        )}
      </header>
      <div className={styles.answered}>
        <span className={styles.count}>{t('answered', { answered, invited })}</span>
        <ProgressBar share={invited === 0 ? 0 : answered / invited} label={t('answered', { answered, invited })} />
      </div>
      {state === 'shown' ? (
        <Means means={means} answered={answered} respondents={respondents} />
      ) : (
        <p className={styles.none}>{t(`results.${state}`, { fewest: FEWEST, respondents })}</p>
      )}
      {comments.length > 0 && (
        <details className={styles.comments}>
          <summary>{t('comments', { count: comments.length })}</summary>
          <ul>
            {comments.map((comment, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: comments have no identity, on purpose
              <li key={index}>{comment}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
