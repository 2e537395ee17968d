'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import styles from './means.module.css';

interface Mean {
  key: string;
  text: string;
  scale: number;
  mean: number;
}

/** The mean of each question on its own scale, as a number and as a place on a line. */
export function Means({ means, answered }: { means: readonly Mean[]; answered: number }) {
  const t = useTranslations('surveys');
  const format = new Intl.NumberFormat(useLocale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <div>
      <p className={styles.lead}>{t('meansOf', { answered })}</p>
      <dl className={styles.means}>
        {means.map(({ key, text, scale, mean }) => (
          <div key={key} className={styles.mean}>
            <dt>{text}</dt>
            <dd className={styles.value}>
              <span
                className={styles.line}
                style={{ '--at': `${((mean - 1) / (scale - 1)) * 100}%` } as CSSProperties}
                aria-hidden
              />
              <span className={styles.number}>
                {format.format(mean)}
                <span className={styles.scale}> / {scale}</span>
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
