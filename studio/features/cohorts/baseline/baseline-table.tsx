'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { asTitle } from '@/features/outcomes/metric';
import styles from './baseline.module.css';
import type { BaselineMetric } from './baseline-fields';
import { type Cell, pasted, type Typed, typedAt, withTyped } from './baseline-values';

/** One row for each person, one column for each metric; empty cells are left out. */
export function BaselineTable({
  people,
  metrics,
  typed,
  onType,
  wrongAt,
}: {
  people: readonly { id: string; name: string }[];
  metrics: readonly BaselineMetric[];
  typed: Typed;
  onType: (typed: Typed) => void;
  wrongAt: (cell: Cell) => string | undefined;
}) {
  const t = useTranslations('cohorts.baseline');
  const id = useId();
  const personIds = people.map((person) => person.id);
  const keys = metrics.map(({ key }) => key);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            {metrics.map(({ key, title, unit }) => (
              <th key={key} scope="col">
                {unit ? t('metricIn', { metric: asTitle(title), unit }) : asTitle(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              {metrics.map(({ key, title, scale }) => {
                const cell = { personId: person.id, metricKey: key };
                const wrong = wrongAt(cell);
                const control = {
                  className: styles.input,
                  value: typedAt(typed, cell),
                  'aria-label': t('of', { metric: title, name: person.name }),
                  'aria-invalid': wrong ? true : undefined,
                  'aria-describedby': wrong ? `${id}-${person.id}-${key}` : undefined,
                };
                return (
                  <td key={key}>
                    {scale === 'YES_NO' ? (
                      <select {...control} onChange={(event) => onType(withTyped(typed, cell, event.target.value))}>
                        <option value="">–</option>
                        <option value="1">{t('yes')}</option>
                        <option value="0">{t('no')}</option>
                      </select>
                    ) : (
                      <input
                        {...control}
                        inputMode="decimal"
                        autoComplete="off"
                        onChange={(event) => onType(withTyped(typed, cell, event.target.value))}
                        onPaste={(event) => {
                          const text = event.clipboardData.getData('text');
                          if (!/[\t\n]/.test(text.trim())) return;
                          event.preventDefault();
                          onType(pasted(personIds, keys, typed, cell, text));
                        }}
                      />
                    )}
                    {wrong && (
                      <span id={`${id}-${person.id}-${key}`} className={styles.wrong}>
                        {wrong}
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
