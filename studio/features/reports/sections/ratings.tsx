import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { surveyRounds } from '@/features/surveys/rounds/documents';
import { Means } from '@/features/surveys/rounds/means';
import { useTimeWords } from '@/features/time/use-time-words';
import styles from '../reports.module.css';

/** What superiors, teams and learners said in the rounds that are over: how many agree, never who. */
export function Ratings({ cohortId }: { cohortId: string }) {
  const t = useTranslations('reports.outcomes');
  const words = useTranslations('surveys.respondents');
  const { date } = useTimeWords();
  const [{ data }] = useQuery({ query: surveyRounds, variables: { cohortId } });
  const told = (data?.surveys ?? []).filter(({ results }) => results.means.length > 0);
  return told.map(({ id, respondents, closesOn, results }) => (
    <div key={id} data-testid="report-ratings">
      <h3 className={styles.part}>{t('ratings', { respondents: words(respondents), date: date(closesOn, 'full') })}</h3>
      <Means means={results.means} answered={results.answered} respondents={results.respondents} />
    </div>
  ));
}
