import type { ReactNode } from 'react';
import { Axis, type Band, type Range, RangeBar } from './range-bar';
import styles from './range-table.module.css';
import type { Scale } from './scale';

export interface RangeRow extends Range {
  key: string;
  title: ReactNode;
  /** The chart of this row in words. */
  label: string;
  /** Cells beside the chart, as many as `heads`. */
  cells: readonly ReactNode[];
  /** Said in place of the chart where there is no figure. */
  reason?: string | undefined;
  target?: number | undefined;
  shape?: 'dot' | 'square' | 'diamond' | undefined;
  size?: number | undefined;
  /** Drawn in place of the bar. */
  drawn?: ReactNode;
  /** A line under the row, such as one dot a person on the same scale. */
  below?: ReactNode;
}

/**
 * A table in which one column is drawn: every figure stands beside its bar, so that chart and table never tell different
 * things. On a phone the bar has a line of its own under the figures.
 */
export function RangeTable({
  caption,
  titleHead,
  chartHead,
  heads,
  rows,
  scale,
  tickText,
  mark,
  band,
}: {
  /** What the chart shows, for those who cannot see it. */
  caption: string;
  titleHead: string;
  chartHead: ReactNode;
  heads: readonly string[];
  rows: readonly RangeRow[];
  scale: Scale;
  tickText: (tick: number) => string;
  mark?: number | undefined;
  band?: Band | undefined;
}) {
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{titleHead}</th>
            {heads.map((head) => (
              <th key={head} scope="col" data-figure>
                {head}
              </th>
            ))}
            <th scope="col" className={styles.chart}>
              {chartHead}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, title, label, cells, reason, target, shape, size, drawn, below, ...range }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
                <td key={column} data-label={heads[column]} data-figure>
                  {cell}
                </td>
              ))}
              <td className={styles.chart}>
                {drawn}
                {drawn === undefined && reason === undefined && (
                  <RangeBar
                    range={range}
                    scale={scale}
                    label={label}
                    mark={mark}
                    target={target}
                    band={band}
                    {...(shape ? { shape } : {})}
                    {...(size === undefined ? {} : { size })}
                  />
                )}
                {reason !== undefined && <span className={styles.reason}>{reason}</span>}
                {below}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot aria-hidden>
          <tr>
            <td colSpan={heads.length + 1} className={styles.blank} />
            <td className={styles.chart}>
              <Axis scale={scale} text={tickText} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
