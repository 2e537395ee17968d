import { withoutInvisible } from '@planwright/schema/tables';
import { stringify } from 'csv-stringify/sync';

export type WrittenCell = string | number | null;

/** Where a line begins, whatever stands there that nobody sees. Some programs end a cell with its line, quoted or not. */
const LINE_START = /(^|\r\n|[\n\r\v\f\u0085\u2028\u2029])([\s\p{Cf}\p{Cc}]*)([=+\-@＝＋－＠])/gu;
/** What is no sign, but makes some programs read on behind it. */
const LEADING_BLANK = /^[\t\r\n]/;

/**
 * A text that a spreadsheet would run is made one that it shows, on each of its lines; signs that nobody sees are left out, so
 * that none hides what a line begins with. Numbers stay numbers.
 */
export const withoutFormula = (cell: WrittenCell): WrittenCell => {
  if (typeof cell !== 'string') return cell;
  const guarded = withoutInvisible(cell).replace(LINE_START, "$1$2'$3");
  return LEADING_BLANK.test(guarded) ? `'${guarded}` : guarded;
};

/** The only way in which a CSV leaves the house. With the mark by which Excel knows UTF-8, unless a program reads it. */
export const writeCsv = (rows: readonly (readonly WrittenCell[])[], bom = true): string =>
  stringify(
    rows.map((row) => row.map(withoutFormula)),
    // In some countries a semicolon or a tab parts cells: what holds one is quoted too.
    { bom, record_delimiter: '\r\n', quoted_match: /[;\t\r\n\v\f\u0085\u2028\u2029]/u },
  );
