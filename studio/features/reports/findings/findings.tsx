import { useTranslations } from 'next-intl';
import { unmask } from '@/features/api/fragments';
import type { FindingFieldsFragment, ReportFieldsFragment } from '@/gql/graphql';
import styles from '../reports.module.css';
import { NoFigures, Section } from '../section';
import { FindingRow } from './finding-row';

/** Findings that the data carry, and those that they do not: a report of pure noise has a dozen of the latter. */
export function byEvidence<T extends { grade: string }>(findings: readonly T[]): { sure: T[]; weak: T[] } {
  const weak = findings.filter(({ grade }) => grade === 'NOT_ENOUGH_DATA');
  return { sure: findings.filter((finding) => !weak.includes(finding)), weak };
}

/** What the figures suggest to change, each with its evidence and the edits it stands for. What is not sure is a count that opens. */
export function Findings({ report, number }: { report: ReportFieldsFragment; number: number }) {
  const t = useTranslations('reports');
  const { sure, weak } = byEvidence(unmask<FindingFieldsFragment>(report.findings));
  const rows = (findings: typeof sure) => (
    <ul className={styles.findings}>
      {findings.map((finding) => (
        <FindingRow key={finding.id} finding={finding} plan={report.cohort.plan} />
      ))}
    </ul>
  );
  return (
    <Section id="findings" number={number} title={t('findings.title')} lead={sure.length > 0 && t('findings.lead')}>
      {sure.length > 0 ? rows(sure) : <NoFigures>{t('findings.none')}</NoFigures>}
      {weak.length > 0 && (
        <details className={styles.weak} data-testid="weak-findings">
          <summary>{t('findings.weak', { count: weak.length })}</summary>
          <p className={styles.weakLead}>{t('findings.weakLead')}</p>
          {rows(weak)}
        </details>
      )}
    </Section>
  );
}
