'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { CommandState } from '@/features/api/use-command';
import { Button } from '@/features/ui/button';
import { CommandErrors } from '@/features/ui/command-errors';
import { Note } from '@/features/ui/note';
import { Cell, Table } from '@/features/ui/table';
import type { PeopleImportColumnInput, PeopleImportViewFragment } from '@/gql/graphql';
import { type ChosenColumns, chosenAtFirst, columnInputs, openQuestions, PEOPLE_COLUMNS } from './columns';
import styles from './import.module.css';
import { useColumnTitle } from './use-column-title';

/** Each column of the file, with what it is taken for: to look at, and to say otherwise. */
export function ColumnsPanel({
  shown,
  asks = false,
  command,
  onChange,
}: {
  shown: PeopleImportViewFragment;
  /** Something has to be answered before anything can be looked at. */
  asks?: boolean;
  command: CommandState;
  onChange: (columns: PeopleImportColumnInput[]) => void;
}) {
  const t = useTranslations('peopleImport');
  const [chosen, setChosen] = useState<ChosenColumns>(() => chosenAtFirst(shown.columns));
  const open = openQuestions(shown.questions, chosen);
  const nameOf = useColumnTitle();
  const table = (
    <>
      <Table caption={t('columns')} heads={[t('columnInFile'), t('samples'), t('takenFor')]}>
        <tbody>
          {shown.columns.map(({ letter, name, samples, column }) => (
            <tr key={letter}>
              <Cell>{t('columnName', { letter, name: name || '–' })}</Cell>
              <Cell label={t('samples')}>{samples.join(' · ') || '–'}</Cell>
              <Cell label={t('takenFor')}>
                {column?.startsWith('fact.') ? (
                  nameOf(column)
                ) : (
                  <select
                    className={styles.select}
                    aria-label={t('columnIs', { name: name || letter })}
                    name={`column-${letter}`}
                    value={chosen[letter] ?? ''}
                    onChange={({ target: { value } }) =>
                      setChosen((before) => ({
                        ...Object.fromEntries(
                          Object.entries(before).filter(([, each]) => each !== value || value === ''),
                        ),
                        [letter]: value,
                      }))
                    }
                  >
                    <option value="">{t('notRead')}</option>
                    {PEOPLE_COLUMNS.map((each) => (
                      <option key={each} value={each}>
                        {nameOf(each)}
                      </option>
                    ))}
                  </select>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <CommandErrors command={command} safe={t('safe')} />
      <div className={styles.actions}>
        <Button
          look={asks ? 'primary' : 'plain'}
          busy={command.pending}
          disabled={open.length > 0}
          onClick={() => onChange(columnInputs(chosen, shown.questions))}
          data-testid="apply-columns"
        >
          {t('applyColumns')}
        </Button>
      </div>
    </>
  );
  if (!asks) {
    const read = shown.columns.filter(({ column }) => column !== null).length;
    return (
      <details className={styles.panel}>
        <summary className={styles.summary}>{t('columnsRead', { read, total: shown.columns.length })}</summary>
        {table}
      </details>
    );
  }
  return (
    <section className={styles.panel} data-testid="column-questions">
      <h2 className={styles.heading}>{t('columns')}</h2>
      <Note tone="warn" title={t('asks')}>
        {shown.questions.map(({ column, optional }) => (
          <div key={column}>{t(optional ? 'asksOptional' : 'asksFor', { column: nameOf(column) })}</div>
        ))}
      </Note>
      {table}
    </section>
  );
}
