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

/** `86.5`, `８６.５`, `1,204`, `86,5`; undefined for what is no number. */
export function numberFrom(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s%]/g, '').replace('−', '-');
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)
    ? plain.replaceAll(',', '')
    : plain.replace(/,(?=\d{1,2}$)/, '.');
  return /^-?\d+(\.\d+)?$/.test(grouped) ? Number(grouped) : undefined;
}

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
      const value = numberFrom(text);
      if (value === undefined) unreadable.push({ personId, metricKey });
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
  return text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .flatMap((line, down) => line.split('\t').map((cell, right) => ({ cell: cell.trim(), down, right })))
    .reduce((all, { cell, down, right }) => {
      const [personId, metricKey] = [personIds[row + down], metricKeys[column + right]];
      return personId && metricKey ? withTyped(all, { personId, metricKey }, cell) : all;
    }, typed);
}
