/** The one reader of tables: every import comes through here. */
export {
  type ChosenColumn,
  type ColumnQuestion,
  type FoundColumns,
  findColumns,
  type WantedColumn,
} from './find-columns.js';
export { FAULTS, sayOfTable, sayRemark } from './in-words.js';
export { readTable } from './read-table.js';
export { type FileRow, readTableFile, UnreadableTable } from './read-table-file.js';
export type {
  ReadTable,
  Table,
  TableRow,
} from './table.js';
export { tableOfCells } from './table-of-cells.js';
export { writeCsv } from './write-csv.js';
