'use client';
import { shareText } from '@planwright/schema/figures';
import { useLocale, useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import styles from './means.module.css';

interface Mean {
  key: string;
  text: string;
  scale: number;
  mean: number;
  agree: { count: number; of: number; low: number; high: number };
}

/** How many agree with each statement, with what that says about the rest, and the mean on its own scale. */
export function Means({
  means,
  answered,
  respondents,
}: {
  means: readonly Mean[];
  answered: number;
  respondents: number;
}) {
  const t = useTranslations('surveys');
  const format = new Intl.NumberFormat(useLocale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <div>
      <p className={styles.lead}>{t('meansOf', { answered, respondents })}</p>
      <dl className={styles.means}>
        {means.map(({ key, text, scale, mean, agree }) => (
          <div key={key} className={styles.mean}>
            <dt>
              {text}
              <span className={styles.agree} data-testid="survey-agree">
                {t('agree', {
                  share: shareText(agree.count / agree.of),
                  low: shareText(agree.low),
                  high: shareText(agree.high),
                  count: agree.count,
                  of: agree.of,
                })}
              </span>
            </dt>
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
