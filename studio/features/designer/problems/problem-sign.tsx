'use client';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import styles from './problems.module.css';

/** Sign and number of problems; nothing where there are none. */
export function ProblemSign({ errors, warnings }: { errors: number; warnings: number }) {
  const t = useTranslations('designer.problems');
  if (errors + warnings === 0) return null;
  const Icon = errors > 0 ? CircleAlert : TriangleAlert;
  const label = t('count', { errors, warnings });
  return (
    <span
      className={styles.sign}
      data-severity={errors > 0 ? 'ERROR' : 'WARNING'}
      role="img"
      aria-label={label}
      title={label}
    >
      <Icon size={14} strokeWidth={2} aria-hidden />
      {errors + warnings > 1 && <span aria-hidden>{errors + warnings}</span>}
    </span>
  );
}
