'use client';
import { TrendingDown, TrendingUp } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { asTitle, type Metric, rangeWords } from './metric';
import styles from './metrics-page.module.css';

/** One metric: its name, which way is good, within what bounds, and where its values come from. */
export function MetricRow({ metric }: { metric: Metric }) {
  const t = useTranslations('outcomes');
  const locale = useLocale();
  const { key, title, direction, source, scale, unit } = metric;
  const Direction = direction === 'HIGHER_IS_BETTER' ? TrendingUp : TrendingDown;
  return (
    <li className={styles.row}>
      <Link href={`/outcomes/${encodeURIComponent(key)}`} className={styles.link} data-testid="metric">
        <span className={styles.name}>{asTitle(title)}</span>
      </Link>
      <span className={styles.fact}>
        <Direction size={16} strokeWidth={1.75} aria-hidden /> {t(`direction.${direction}`)}
      </span>
      <span className={styles.fact}>
        {scale === 'YES_NO' ? t('scale.YES_NO') : (rangeWords(metric, locale) ?? unit ?? t('anyNumber'))}
      </span>
      <span className={styles.fact}>{t(`source.${source}`)}</span>
    </li>
  );
}
