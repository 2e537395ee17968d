import type { ImportedColumn, ImportedRowResult } from '@/gql/graphql';

export interface PreviewRow {
  line: number;
  result: ImportedRowResult;
  person: string;
  cells: readonly { column: ImportedColumn; given: string; wrong: boolean; notes: readonly string[] }[];
}

/** How many rows are taken, were there already, and are refused. */
export function countResults(rows: readonly Pick<PreviewRow, 'result'>[]): Record<ImportedRowResult, number> {
  const counts = { RECORDED: 0, SAME: 0, REFUSED: 0 };
  for (const { result } of rows) counts[result] += 1;
  return counts;
}

const ORDER: readonly ImportedRowResult[] = ['REFUSED', 'SAME', 'RECORDED'];

/** Rows to correct first, then the rest, each in the order of the table. */
export const worstFirst = <Row extends PreviewRow>(rows: readonly Row[]): Row[] =>
  [...rows].sort((one, other) => ORDER.indexOf(one.result) - ORDER.indexOf(other.result) || one.line - other.line);

/** The columns that the table has, from left to right. */
export const columnsIn = (rows: readonly PreviewRow[]): ImportedColumn[] =>
  rows[0]?.cells.map(({ column }) => column) ?? [];
