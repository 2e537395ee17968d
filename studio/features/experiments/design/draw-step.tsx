'use client';
import { useTranslations } from 'next-intl';
import type { AllocationUnit, Stratum } from '@/gql/graphql';
import styles from './design.module.css';

const UNITS = ['PERSON', 'MENTOR', 'DEPARTMENT'] as const satisfies readonly AllocationUnit[];
const STRATA = ['DEPARTMENT', 'JOB_ROLE', 'MENTOR', 'BASELINE'] as const satisfies readonly Stratum[];

/** What is drawn (a person, or everybody of a mentor or department together), and what is kept even between the versions. */
export function DrawStep({
  unit,
  strata,
  onUnit,
  onStrata,
  error,
}: {
  unit: AllocationUnit;
  strata: readonly Stratum[];
  onUnit: (unit: AllocationUnit) => void;
  onStrata: (strata: Stratum[]) => void;
  error: string | undefined;
}) {
  const t = useTranslations('experiments');
  return (
    <>
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>{t('design.unit')}</legend>
        {UNITS.map((each) => (
          <label key={each} className={styles.choice} data-on={unit === each || undefined}>
            <input type="radio" name="unit" checked={unit === each} onChange={() => onUnit(each)} />
            <span>
              <span className={styles.choiceTitle}>{t(`unit.${each}`)}</span>
              <span className={styles.quiet}>{t(`unitText.${each}`)}</span>
            </span>
          </label>
        ))}
        {error && (
          <p className={styles.error} role="alert">
            {error}
          </p>
        )}
      </fieldset>
      {unit === 'PERSON' && (
        <fieldset className={styles.strata}>
          <legend className={styles.legend}>{t('design.strata')}</legend>
          {STRATA.map((each) => (
            <label key={each} className={styles.stratum}>
              <input
                type="checkbox"
                checked={strata.includes(each)}
                onChange={(event) =>
                  onStrata(event.target.checked ? [...strata, each] : strata.filter((one) => one !== each))
                }
              />
              {t(`stratum.${each}`)}
            </label>
          ))}
          <p className={styles.quiet}>{t('design.strataHint')}</p>
        </fieldset>
      )}
    </>
  );
}
