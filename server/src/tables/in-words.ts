import { listOf, type Text } from '@planwright/schema/words';
import { say } from './generated/messages.js';
import type { CellRemark, Table, TableFault } from './table.js';

/** Why a file cannot be read, and what to do about it. */
export const FAULTS: Record<TableFault, Text> = {
  EMPTY: say('EMPTY'),
  TOO_LARGE: say('TOO_LARGE'),
  TOO_MANY_ROWS: say('TOO_MANY_ROWS'),
  TOO_MANY_COLUMNS: say('TOO_MANY_COLUMNS'),
  TOO_MANY_CELLS: say('TOO_MANY_CELLS'),
  TOO_SLOW: say('TOO_SLOW'),
  BUSY: say('BUSY'),
  DAMAGED: say('DAMAGED'),
  ENCODING: say('ENCODING'),
  OLD_EXCEL: say('OLD_EXCEL'),
  ENCRYPTED: say('ENCRYPTED'),
  BINARY_EXCEL: say('BINARY_EXCEL'),
  OPEN_DOCUMENT: say('OPEN_DOCUMENT'),
  NUMBERS: say('NUMBERS'),
  HTML: say('HTML'),
  XML_SPREADSHEET: say('XML_SPREADSHEET'),
  PDF: say('PDF'),
  NOT_A_TABLE: say('NOT_A_TABLE'),
};

/** What is said of a cell that is read otherwise than it is shown. */
export function sayRemark(remark: CellRemark, text: string): Text {
  switch (remark.kind) {
    case 'shown':
      return say('fileShowsStored', { shown: remark.shown, text });
    case 'merged':
      return say('mergedCellTaken', { line: remark.line });
    case 'invisible':
      return say('invisibleCharactersCell');
    case 'error':
      return remark.error === '' ? say('formulaNoSaved') : say('formulaGivesError', { error: remark.error });
    default:
      return remark satisfies never;
  }
}

/** What is said of the whole table; nothing where it was read as it stands. */
export function sayOfTable({ rows, encoding, sheet, hiddenRows, oddQuotes }: Table, head: number): Text[] {
  const said: Text[] = [];
  if (sheet !== undefined) said.push(say('workbookSeveralSheets', { sheet }));
  if (encoding !== undefined && encoding !== 'UTF-8') said.push(say('textRead', { encoding }));
  const line = rows[head]?.line ?? 1;
  if (head > 0) said.push(say('columnNamesLine', { line }));
  if (hiddenRows > 0) said.push(say('hiddenReadWell', { hiddenRows }));
  if (oddQuotes.length > 0) said.push(say('quotationMarkLine', { oddQuotes: listOf(oddQuotes.slice(0, 5)) }));
  return said;
}
