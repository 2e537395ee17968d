'use client';
import { useTranslations } from 'next-intl';
import { type CSSProperties, useId } from 'react';
import { columnsFor } from './kept-answers';
import styles from './scale.module.css';

/** One question with its scale: native radios, so arrows and screen readers work as everywhere. */
export function Scale({
  number,
  question: { text, scale },
  value,
  isMissing,
  onChange,
}: {
  number: number;
  question: { text: string; scale: number };
  value: number | undefined;
  isMissing: boolean;
  onChange: (value: number) => void;
}) {
  const t = useTranslations('survey');
  const id = useId();
  const steps = Array.from({ length: scale }, (_, index) => index + 1);
  const wordAt = (step: number) => (step === 1 ? t('lowest') : step === scale ? t('highest') : undefined);
  return (
    <fieldset className={styles.question} aria-describedby={isMissing ? `${id}-missing` : undefined}>
      <legend className={styles.text}>
        <span className={styles.number}>{number}</span>
        {text}
      </legend>
      <div
        className={styles.steps}
        style={{ '--narrow': columnsFor(scale), '--wide': scale } as CSSProperties}
        data-missing={isMissing || undefined}
      >
        {steps.map((step) => (
          <label key={step} className={styles.step} data-on={step === value || undefined}>
            <input
              type="radio"
              name={id}
              className={styles.radio}
              checked={step === value}
              onChange={() => onChange(step)}
              aria-label={[step, wordAt(step)].filter(Boolean).join(' ')}
            />
            {step}
          </label>
        ))}
      </div>
      <p className={styles.ends} aria-hidden>
        <span>{t('lowest')}</span>
        <span>{t('highest')}</span>
      </p>
      {isMissing && (
        <p id={`${id}-missing`} className={styles.missing}>
          {t('missing')}
        </p>
      )}
    </fieldset>
  );
}
