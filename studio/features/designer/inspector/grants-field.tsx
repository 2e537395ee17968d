'use client';
import { useTranslations } from 'next-intl';
import { FieldProblems, RemoveButton } from './fields';
import styles from './inspector.module.css';
import { useProblemsAt } from './problems-context';

/** Rights that the plan names. No plan can give a right yet, so they can be read and taken out. */
export function GrantsField({ value, onChange }: { value: string[]; onChange: (value: string[]) => void }) {
  const t = useTranslations('designer.plan');
  const problems = useProblemsAt(undefined, 'grants');
  return (
    <>
      <ul className={styles.list}>
        {value.map((grant, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a plan may name a right twice
          <li key={index} className={styles.entry}>
            <div className={styles.entryHead}>
              <span className={styles.entryTitle}>{grant}</span>
              <RemoveButton
                label={t('removeGrant', { right: grant })}
                onClick={() => onChange(value.toSpliced(index, 1))}
              />
            </div>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{t('grantsHint')}</p>
      <FieldProblems problems={problems} />
    </>
  );
}
