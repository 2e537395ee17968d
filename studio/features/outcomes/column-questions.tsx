'use client';
import { useTranslations } from 'next-intl';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import type { ImportedColumn } from '@/gql/graphql';
import styles from './dialogs.module.css';

export interface ColumnQuestion {
  column: ImportedColumn;
  optional: boolean;
  candidates: readonly { letter: string; name: string; samples: readonly string[] }[];
}

/** By column: the letter that was chosen, null for no column. */
export type ColumnAnswers = Partial<Record<ImportedColumn, string | null>>;

/** Whether every question has an answer. */
export const allAnswered = (questions: readonly ColumnQuestion[], answers: ColumnAnswers): boolean =>
  questions.every(({ column }) => answers[column] !== undefined);

const NONE = ' none';

/** What the names of columns leave open is asked, with the first things that stand in each. */
export function ColumnQuestions({
  questions,
  answers,
  onChange,
}: {
  questions: readonly ColumnQuestion[];
  answers: ColumnAnswers;
  onChange: (answers: ColumnAnswers) => void;
}) {
  const t = useTranslations('outcomes.import');
  return (
    <div className={styles.form} data-testid="column-questions">
      <Note tone="warn" title={t('asks')}>
        {t('asksText')}
      </Note>
      {questions.map(({ column, optional, candidates }) => {
        const answer = answers[column];
        return (
          <Field key={column} label={t('askColumn', { column: t(`column.${column}`) })}>
            {(control) => (
              <select
                {...control}
                name={`column-${column}`}
                value={answer === null ? NONE : (answer ?? '')}
                onChange={({ target: { value } }) =>
                  onChange({ ...answers, [column]: value === '' ? undefined : value === NONE ? null : value })
                }
              >
                <option value="" />
                {candidates.map(({ letter, name, samples }) => (
                  <option key={letter} value={letter}>
                    {t('candidate', { letter, name, samples: samples.join(' · ') || '–' })}
                  </option>
                ))}
                {optional && <option value={NONE}>{t('noColumn')}</option>}
              </select>
            )}
          </Field>
        );
      })}
    </div>
  );
}
