'use client';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { useTimeWords } from '@/features/time/use-time-words';
import { ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { SkeletonRows } from '@/features/ui/skeleton';
import { mySurveys } from './documents';
import styles from './my-surveys.module.css';

/** What the viewer is asked and has not answered yet: where a message in the inbox leads. */
export function MySurveysPage() {
  const t = useTranslations('survey');
  const { date } = useTimeWords();
  // Answered ones fall away while nobody looks; each has a link of its own.
  const [{ data, error }, read] = useQuery({ query: mySurveys, requestPolicy: 'cache-and-network' });
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('mine.title')}</h1>
      {error && !data && <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />}
      {!data && !error && <SkeletonRows count={2} height={72} label={t('mine.loading')} />}
      {data && data.mySurveys.length === 0 && <Empty title={t('mine.none.title')}>{t('mine.none.text')}</Empty>}
      {data && data.mySurveys.length > 0 && (
        <ul className={styles.list}>
          {data.mySurveys.map(({ token, about, cohort, respondents, closesOn }) => (
            <li key={token} className={styles.row} data-testid="my-survey">
              <span>
                <span className={styles.about}>{t(`about.${respondents}`, { about, cohort })}</span>
                <span className={styles.fact}>
                  {t(`role.${respondents}`, { about, cohort })}
                  {t('mine.until', { date: date(closesOn) })}
                </span>
              </span>
              <ButtonLink
                look="primary"
                size="large"
                href={`/survey/${encodeURIComponent(token)}`}
                aria-label={t('mine.answerWhich', { survey: t(`about.${respondents}`, { about, cohort }) })}
              >
                {t('mine.answer')}
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
