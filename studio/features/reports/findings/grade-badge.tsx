import { CircleCheck, CircleDashed, CircleDot } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { EvidenceGrade } from '@/gql/graphql';
import styles from '../reports.module.css';

const SIGNS = { STRONG: CircleCheck, MODERATE: CircleDot, NOT_ENOUGH_DATA: CircleDashed } as const;

/** How much the evidence of a finding is worth. */
export function GradeBadge({ grade }: { grade: EvidenceGrade }) {
  const t = useTranslations('reports');
  const Sign = SIGNS[grade];
  return (
    <span className={styles.grade} data-grade={grade}>
      <Sign size={14} strokeWidth={2} aria-hidden />
      {t(`grades.${grade}`)}
    </span>
  );
}
