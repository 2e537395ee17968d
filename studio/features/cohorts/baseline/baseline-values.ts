import { DelimitedReader, readNumber, visibleText } from '@planwright/schema/tables';

/** What was typed, by person and metric. */
export type Typed = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface BaselineValue {
  personId: string;
  metricKey: string;
  value: number;
}

/** A place in the table. */
export type Cell = Pick<BaselineValue, 'personId' | 'metricKey'>;

export const typedAt = (typed: Typed, { personId, metricKey }: Cell): string => typed[personId]?.[metricKey] ?? '';

export const withTyped = (typed: Typed, { personId, metricKey }: Cell, text: string): Typed => ({
  ...typed,
  [personId]: { ...typed[personId], [metricKey]: text },
});

/** The filled cells in the order of the table, and those that hold no number. */
export function readTyped(
  personIds: readonly string[],
  metricKeys: readonly string[],
  typed: Typed,
): { values: BaselineValue[]; unreadable: Cell[] } {
  const values: BaselineValue[] = [];
  const unreadable: Cell[] = [];
  for (const personId of personIds)
    for (const metricKey of metricKeys) {
      const text = typedAt(typed, { personId, metricKey }).trim();
      if (text === '') continue;
      const value = readNumber(text);
      if (value === null) unreadable.push({ personId, metricKey });
      else values.push({ personId, metricKey, value });
    }
  return { values, unreadable };
}

/** Cells copied from a spreadsheet: they fill the table to the right and down from where they are pasted. */
export function pasted(
  personIds: readonly string[],
  metricKeys: readonly string[],
  typed: Typed,
  at: Cell,
  text: string,
): Typed {
  const [row, column] = [personIds.indexOf(at.personId), metricKeys.indexOf(at.metricKey)];
  return rowsOf(text)
    .flatMap((cells, down) => cells.map((cell, right) => ({ cell, down, right })))
    .reduce((all, { cell, down, right }) => {
      const [personId, metricKey] = [personIds[row + down], metricKeys[column + right]];
      return personId && metricKey ? withTyped(all, { personId, metricKey }, cell) : all;
    }, typed);
}

/** Cells as a spreadsheet copies them: parted by tabs, quoted where they hold a line's end. An empty row stays a row. */
function rowsOf(text: string): string[][] {
  const reader = new DelimitedReader('\t');
  const rows: string[][] = [];
  let line = 0;
  for (const row of [...reader.push(text), ...reader.end()]) {
    while (rows.length > 0 && line + 1 < row.line && !text.includes('"')) {
      rows.push(['']);
      line += 1;
    }
    rows.push(row.cells.map(visibleText));
    line = row.line;
  }
  return rows;
}
