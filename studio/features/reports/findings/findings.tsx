import { useTranslations } from 'next-intl';
import type { ReportFieldsFragment } from '@/gql/graphql';
import styles from '../reports.module.css';
import { NoFigures, Section } from '../section';
import { FindingRow } from './finding-row';

/** What the figures suggest to change, each with its evidence and the edits it stands for. */
export function Findings({ report, number }: { report: ReportFieldsFragment; number: number }) {
  const t = useTranslations('reports');
  return (
    <Section
      id="findings"
      number={number}
      title={t('findings.title')}
      lead={report.findings.length > 0 && t('findings.lead')}
    >
      {report.findings.length === 0 ? (
        <NoFigures>{t('findings.none')}</NoFigures>
      ) : (
        <ul className={styles.findings}>
          {report.findings.map((finding) => (
            <FindingRow key={finding.id} finding={finding} plan={report.cohort.plan} />
          ))}
        </ul>
      )}
    </Section>
  );
}
