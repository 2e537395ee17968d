'use client';
import { shareText } from '@planwright/schema/figures';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { lookOfLetter } from '@/features/states/look';
import { StateSign } from '@/features/states/state-sign';
import { useTimeWords } from '@/features/time/use-time-words';
import { ProgressBar } from '@/features/ui/progress-bar';
import { type Column, cellKey, type Row } from './board-state';
import styles from './grid.module.css';

/** One person of the board. */
export const BoardRow = memo(function BoardRow({
  row,
  columns,
  changed,
  several,
  index,
  top,
}: {
  row: Row;
  columns: readonly Column[];
  changed: ReadonlySet<string>;
  several: boolean;
  index: number;
  top: number;
}) {
  const t = useTranslations('board');
  const { ago } = useTimeWords();
  return (
    <tr
      aria-rowindex={index + 3}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      data-testid="board-row"
      data-person={row.personName}
    >
      <th scope="row" className={styles.name}>
        <Link href={`/enrolments/${row.enrolmentId}`} className={styles.person} title={row.personName}>
          {row.personName}
        </Link>
        {several && <span className={styles.version}>{t('version', { number: row.versionNumber })}</span>}
      </th>
      <td className={styles.mentor} title={row.mentorName ?? undefined}>
        {row.mentorName ?? '–'}
      </td>
      {columns.map((column, position) => (
        <Cell
          key={column.itemKey}
          letter={row.states[position] ?? '-'}
          column={column}
          isNew={changed.has(cellKey(row.enrolmentId, column.itemKey))}
        />
      ))}
      <td className={styles.figure}>
        <span className={styles.bar}>
          <ProgressBar share={row.completion} label={t('column.completion')} />
        </span>
        <span className={styles.percent}>{shareText(row.completion)}</span>
      </td>
      <td className={styles.overdue} data-some={row.overdue > 0 || undefined}>
        {row.overdue > 0 ? row.overdue : ''}
      </td>
      <td className={styles.last}>{row.lastEventAt ? ago(row.lastEventAt) : ''}</td>
    </tr>
  );
});

const Cell = memo(function Cell({ letter, column, isNew }: { letter: string; column: Column; isNew: boolean }) {
  const t = useTranslations('states');
  const look = lookOfLetter(letter);
  const words = `${column.title} · ${look === 'absent' ? t('absent') : t(look)}`;
  return (
    <td
      className={styles.cell}
      data-new={isNew || undefined}
      data-item={column.itemKey}
      data-letter={letter}
      title={words}
    >
      {look !== 'absent' && <StateSign look={look} label={words} />}
    </td>
  );
});
