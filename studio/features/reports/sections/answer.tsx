import { useTranslations } from 'next-intl';
import { unmask } from '@/features/api/fragments';
import { useTimeWords } from '@/features/time/use-time-words';
import type { FindingFieldsFragment, ReportFieldsFragment } from '@/gql/graphql';
import { DesignBadge, designOf } from '../design-badge';
import { byEvidence } from '../findings/findings';
import styles from '../reports.module.css';

/** The first screen: did it work, how sure is that, what next. */
export function Answer({ report }: { report: ReportFieldsFragment }) {
  const t = useTranslations('reports');
  const { date } = useTimeWords();
  const { design, headline, nextStep, people, generatedAt, findings } = report;
  const { sure } = byEvidence(unmask<FindingFieldsFragment>(findings));
  return (
    <section id="answer" className={styles.answer} aria-labelledby="answer-title">
      <p className={styles.how}>
        <DesignBadge design={design} />
        <span>{t('answer.who', { people, date: date(generatedAt, 'fullTime') })}</span>
      </p>
      <h2 id="answer-title" className={styles.headline}>
        {headline}
      </h2>
      <p className={styles.lead}>{t(`designText.${designOf(design)}`)}</p>
      <p className={styles.next} data-testid="next-step">
        <strong>{t('answer.next')}</strong>
        <span>{nextStep}</span>
        {sure.length > 0 && <a href="#findings">{t('answer.findings', { count: sure.length })}</a>}
      </p>
    </section>
  );
}
