import { useTranslations } from 'next-intl';
import { Means } from '@/features/surveys/rounds/means';
import { useTimeWords } from '@/features/time/use-time-words';
import type { ReportFieldsFragment } from '@/gql/graphql';
import styles from '../reports.module.css';

/** What superiors, teams and learners said in the rounds that were over: how many agree, never who. */
export function Ratings({ ratings }: { ratings: ReportFieldsFragment['ratings'] }) {
  const t = useTranslations('reports.outcomes');
  const words = useTranslations('surveys.respondents');
  const { date } = useTimeWords();
  return ratings.map(({ roundId, respondents, closesOn, answered, people, means }) => (
    <div key={roundId} data-testid="report-ratings">
      <h3 className={styles.part}>{t('ratings', { respondents: words(respondents), date: date(closesOn, 'full') })}</h3>
      <Means means={means} answered={answered} respondents={people} />
    </div>
  ));
}
