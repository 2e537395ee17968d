export { cannotWrite, whereWritable } from './cannot-write.js';
export {
  columnNames,
  columnsBut,
  listedValues,
  quotedNames,
  rowReader,
  selectedColumns,
  type TableRow,
  upsertRows,
} from './column-list.js';
export { columnName } from './column-name.js';
export { arrayOf, bytes, double, givenId, id, instant, plainDate } from './columns.js';
export { connectionOptions } from './connect.js';
export { Database } from './database.js';
export { startEmbedded } from './embedded/start-embedded.js';
export { WORKER_ROLE } from './policy-sql.js';
export { queriesOver } from './queries.js';
export { runMigrations } from './run-migrations.js';
export { permissionClass, type Scope } from './scope.js';
export { LISTENER_ANSWERS_WITHIN_MS, LISTENER_ASKED_EVERY_MS } from './silence.js';
export type { CommandTx, Sql, Tx, WritingTx } from './sql.js';
export { instantOfJson, instantSql } from './sql-instant.js';
export { StartupError } from './startup-error.js';
export { column, columns, json, listOf, oneOf, present, type RowOf, type Statement, statement } from './statement.js';
