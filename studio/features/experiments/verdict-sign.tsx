'use client';
import { useTranslations } from 'next-intl';
import type { Verdict } from '@/gql/graphql';
import styles from './signs.module.css';
import { verdictLook } from './verdict-look';

/** A verdict in two or three words, with its sign. */
export function VerdictSign({ verdict }: { verdict: Verdict }) {
  const t = useTranslations('experiments');
  const { icon: Icon, tone } = verdictLook(verdict);
  return (
    <span className={styles.sign} data-tone={tone}>
      <Icon size={14} strokeWidth={2} aria-hidden />
      {t(`verdict.${verdict}`)}
    </span>
  );
}
