'use client';
// The virtualizer hands out a new list from the same object, which the React compiler would take for unchanged.
'use no memo';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { type CSSProperties, useMemo, useRef } from 'react';
import { stageColours } from '@/features/tokens/tokens';
import { BoardRow } from './board-row';
import type { Column, Row } from './board-state';
import styles from './grid.module.css';

export const ROW_HEIGHT = 37;

interface Band {
  stageKey: string;
  title: string;
  weeks: string | null | undefined;
  index: number;
  span: number;
}

/** Neighbouring columns of one stage as one band over them. */
function bandsOf(columns: readonly Column[]): Band[] {
  const bands: Band[] = [];
  for (const { stageKey, stageTitle, stageIndex, weeks } of columns) {
    const last = bands.at(-1);
    if (last?.stageKey === stageKey) last.span += 1;
    else bands.push({ stageKey, title: stageTitle, weeks, index: stageIndex, span: 1 });
  }
  return bands;
}

/**
 * People in rows, items in columns, the state of each in a cell. Only the rows on the screen are mounted, so that
 * 500 people scroll as 20 do.
 */
export function Grid({
  columns,
  rows,
  changed,
  several,
}: {
  columns: readonly Column[];
  rows: readonly Row[];
  changed: ReadonlySet<string>;
  /** True when people run on different versions, so that each row says on which. */
  several: boolean;
}) {
  const t = useTranslations('board');
  const kinds = useTranslations('kinds');
  const scroller = useRef<HTMLDivElement>(null);
  const bands = useMemo(() => bandsOf(columns), [columns]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.enrolmentId ?? index,
    overscan: 8,
  });

  return (
    <div className={styles.scroller} ref={scroller} data-virtual data-testid="board-grid">
      <table
        aria-label={t('grid')}
        aria-rowcount={rows.length + 2}
        aria-colcount={columns.length + 4}
        className={styles.table}
        style={{ '--columns': columns.length } as CSSProperties}
      >
        <thead className={styles.head}>
          <tr aria-rowindex={1} className={styles.bands}>
            <td className={styles.corner} />
            {bands.map((band) => {
              const { ink, soft } = stageColours(band.index);
              return (
                <th
                  key={band.stageKey}
                  scope="colgroup"
                  colSpan={band.span}
                  className={styles.band}
                  style={{ gridColumn: `span ${band.span}`, color: ink, background: soft }}
                  title={[band.title, band.weeks && t('weeks', { weeks: band.weeks })].filter(Boolean).join(' · ')}
                >
                  {band.title}
                  {band.weeks && band.span > 3 ? (
                    <span className={styles.weeks}> · {t('weeks', { weeks: band.weeks })}</span>
                  ) : null}
                </th>
              );
            })}
            <td className={styles.rest} />
          </tr>
          <tr aria-rowindex={2} className={styles.titles}>
            <th scope="col" className={styles.name}>
              {t('column.person')}
            </th>
            <th scope="col" className={styles.mentor}>
              {t('column.mentor')}
            </th>
            {columns.map((column) => (
              <th
                key={column.itemKey}
                scope="col"
                className={styles.title}
                title={`${kinds(column.kind)} · ${column.title}`}
              >
                <span className={styles.titleText}>{column.title}</span>
              </th>
            ))}
            <th scope="col" className={styles.figure}>
              {t('column.completion')}
            </th>
            <th scope="col" className={styles.overdue}>
              {t('column.overdue')}
            </th>
            <th scope="col" className={styles.last}>
              {t('column.last')}
            </th>
          </tr>
        </thead>
        <tbody aria-live="off" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row ? (
              <BoardRow
                key={item.key}
                row={row}
                columns={columns}
                changed={changed}
                several={several}
                index={item.index}
                top={item.start}
              />
            ) : null;
          })}
        </tbody>
      </table>
    </div>
  );
}
