import { useTranslations } from 'next-intl';
import type { ReportFieldsFragment } from '@/gql/graphql';
import styles from '../reports.module.css';
import { Section } from '../section';

/** Who is in the figures and who is not: enrolled, started, completed, measured. */
export function Flow({ report, number }: { report: ReportFieldsFragment; number: number }) {
  const t = useTranslations('reports');
  const enrolled = report.flow.find(({ key }) => key === 'enrolled')?.count ?? 0;
  const cancelled = report.flow.find(({ key }) => key === 'cancelled')?.count ?? 0;
  const steps = report.flow.filter(({ key }) => key !== 'cancelled');
  return (
    <Section id="flow" number={number} title={t('flow.title')} lead={t('flow.lead')}>
      <ol className={styles.flow}>
        {steps.map(({ key, title, count }) => (
          <li key={key}>
            <span className={styles.flowTitle}>{title}</span>
            <span className={styles.flowCount}>{t('flow.people', { count })}</span>
            <svg className={styles.flowBar} height={6} role="img" aria-label={t('flow.of', { count, of: enrolled })}>
              <rect className={styles.flowAll} width="100%" height={6} rx={3} />
              {enrolled > 0 && (
                <rect className={styles.flowPart} width={`${(count / enrolled) * 100}%`} height={6} rx={3} />
              )}
            </svg>
            {key !== 'enrolled' && <span className={styles.flowOf}>{t('flow.of', { count, of: enrolled })}</span>}
          </li>
        ))}
      </ol>
      <p className={styles.aside}>
        {cancelled > 0 ? t('flow.cancelled', { count: cancelled }) : t('flow.nobodyCancelled')}
      </p>
    </Section>
  );
}
