'use client';
import { CircleAlert, CircleCheck, Equal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/features/ui/button';
import { columnsIn, countResults, type PreviewRow, worstFirst } from './import-preview';
import styles from './preview-table.module.css';

const ICONS = { REFUSED: CircleAlert, SAME: Equal, RECORDED: CircleCheck } as const;
/** Beyond this nobody scrolls; people correct the file instead. */
const SHOWN = 100;

/** The table as it was read: what is said of a cell stands below it. */
export function PreviewTable({ rows }: { rows: readonly PreviewRow[] }) {
  const t = useTranslations('outcomes.import');
  const [all, setAll] = useState(false);
  const counts = countResults(rows);
  const columns = columnsIn(rows);
  const sorted = worstFirst(rows);
  const shown = all ? sorted : sorted.slice(0, SHOWN);
  return (
    <>
      <p className={styles.sums} role="status">
        {(['RECORDED', 'SAME', 'REFUSED'] as const).map((result) => {
          const Icon = ICONS[result];
          return (
            counts[result] > 0 && (
              <span key={result} className={styles.sum} data-result={result}>
                <Icon size={16} strokeWidth={1.75} aria-hidden /> {t(`count.${result}`, { count: counts[result] })}
              </span>
            )
          );
        })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.rows} tabIndex={0} aria-label={t('preview')}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('preview')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('line')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`column.${column}`)}
                </th>
              ))}
              <th scope="col">{t('result')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ line, result, cells }) => {
              const Icon = ICONS[result];
              return (
                <tr key={line} data-testid="import-row">
                  <td className={styles.line}>{line}</td>
                  {cells.map(({ column, given, wrong, notes }) => (
                    <td key={column} data-wrong={wrong || undefined}>
                      <span className={styles.given}>{given || '–'}</span>
                      {notes.map((note) => (
                        <span key={note} className={styles.note}>
                          {note}
                        </span>
                      ))}
                    </td>
                  ))}
                  <td>
                    <span className={styles.sum} data-result={result}>
                      <Icon size={16} strokeWidth={1.75} aria-hidden /> {t(`results.${result}`)}
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {shown.length < rows.length && (
        <div>
          <Button onClick={() => setAll(true)}>{t('showAll', { count: rows.length })}</Button>
        </div>
      )}
    </>
  );
}
