import type { TextEncodingName } from '@planwright/schema/tables';

/** What is said of a cell that people see otherwise than it is read. */
export type CellRemark =
  /** Rounded in the file's display: there it reads so. */
  | { kind: 'shown'; shown: string }
  /** Taken from the merged cell that begins on this line. */
  | { kind: 'merged'; line: number }
  /** Signs that nobody sees were left out. */
  | { kind: 'invisible' }
  /** The file holds an error of its formula here: `#DIV/0!`. */
  | { kind: 'error'; error: string };

/** A row of a file that has anything in it. Cells stand by column, from 0; empty ones are ''. */
export interface TableRow {
  /** Of the file, from 1. */
  line: number;
  cells: string[];
  /** By column. */
  remarks?: Record<number, CellRemark>;
}

/** A file as text cells: dates are 2026-03-02, percentages 85%, whatever the file stores. */
export interface Table {
  rows: TableRow[];
  /** Of each column the name that the file's own program gives it: A, B, … or 1, 2, … in text. */
  letters: string[];
  /** What the text was read as; undefined for workbooks. */
  encoding?: TextEncodingName;
  /** Of a workbook with several visible sheets the one that was read. */
  sheet?: string;
  /** Rows that the file hides, which were read as well. */
  hiddenRows: number;
  /** Lines on which a quotation mark was read as a letter because nothing closes it. */
  oddQuotes: number[];
}

/** Why nothing could be read. */
export type TableFault =
  | 'EMPTY'
  | 'TOO_LARGE'
  | 'TOO_MANY_ROWS'
  | 'TOO_MANY_COLUMNS'
  | 'TOO_MANY_CELLS'
  | 'TOO_SLOW'
  | 'BUSY'
  | 'DAMAGED'
  | 'ENCODING'
  | 'OLD_EXCEL'
  | 'ENCRYPTED'
  | 'BINARY_EXCEL'
  | 'OPEN_DOCUMENT'
  | 'NUMBERS'
  | 'HTML'
  | 'XML_SPREADSHEET'
  | 'PDF'
  | 'NOT_A_TABLE';

export type ReadTable = { table: Table } | { fault: TableFault };

/** What a table of people may be; beyond it a file is something else, whatever it says of itself. */
export interface TableLimits {
  bytes: number;
  rows: number;
  columns: number;
  cells: number;
  /** Of everything that is unpacked from a workbook. */
  unpackedBytes: number;
  /** Signs of all cells together. */
  signs: number;
}

export const TABLE_LIMITS: TableLimits = {
  bytes: 8_000_000,
  rows: 10_100,
  columns: 256,
  cells: 500_000,
  unpackedBytes: 100_000_000,
  signs: 20_000_000,
};

/** Ends the reading; what it carries is told to people. */
export class Unreadable extends Error {
  readonly fault: TableFault;

  // Spelled out: the worker runs this file as it stands in tests, where only types are taken away.
  constructor(fault: TableFault) {
    super(fault);
    this.fault = fault;
  }
}
