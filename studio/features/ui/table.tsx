import type { ReactNode } from 'react';
import styles from './table.module.css';

/**
 * A quiet table: hair lines, 13/20 text, heads that stay. On a phone each row becomes a small block in which the first
 * cell is the title and every other one says its head before its value.
 */
export function Table({
  caption,
  heads,
  children,
}: {
  caption: string;
  heads: readonly ReactNode[];
  children: ReactNode;
}) {
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head, index) =>
              // A column of buttons has no name: an empty head would be read as one that is missing.
              head === '' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
                <td key={index} />
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
                <th key={index} scope="col">
                  {head}
                </th>
              ),
            )}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}

/** A cell; `label` is its head, shown where rows are blocks. */
export function Cell({ label, children, end }: { label?: string; children: ReactNode; end?: boolean }) {
  return (
    <td data-label={label} data-end={end || undefined}>
      {children}
    </td>
  );
}
