import { ArrowRightLeft, ListChecks, Shuffle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import styles from './reports.module.css';

const DESIGNS = { RANDOMISED: Shuffle, BEFORE_AFTER: ArrowRightLeft, PROCESS_ONLY: ListChecks } as const;
export type Design = keyof typeof DESIGNS;

/** A design that this studio does not know yet says the least. */
export const designOf = (name: string): Design => (name in DESIGNS ? (name as Design) : 'PROCESS_ONLY');

/** By which comparison a report speaks: what it may claim depends on it. */
export function DesignBadge({ design }: { design: string }) {
  const t = useTranslations('reports');
  const known = designOf(design);
  const Icon = DESIGNS[known];
  return (
    <span className={styles.design} data-design={known}>
      <Icon size={14} strokeWidth={2} aria-hidden />
      {t(`design.${known}`)}
    </span>
  );
}
