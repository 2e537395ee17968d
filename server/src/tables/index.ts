/** The one reader of tables: every import comes through here. */
export {
  type ChosenColumn,
  type ColumnCandidate,
  type ColumnQuestion,
  type FoundColumns,
  findColumns,
  type WantedColumn,
} from './find-columns.js';
export { FAULTS, sayOfTable, sayRemark } from './messages.js';
export { type ReadingOptions, readTable } from './read-table.js';
export { type FileRow, readTableFile, type TableFile, UnreadableTable } from './read-table-file.js';
export {
  type CellRemark,
  type ReadTable,
  TABLE_LIMITS,
  type Table,
  type TableFault,
  type TableLimits,
  type TableRow,
} from './table.js';
export { type WrittenCell, withoutFormula, writeCsv } from './write-csv.js';
