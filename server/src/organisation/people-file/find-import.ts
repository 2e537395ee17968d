import { columns, listOf, statement, type Tx } from '../../database/index.js';
import type { RowResult } from './decided-row.js';
import { PeopleImportEntity, PeopleImportRowEntity } from './entities.js';

const IMPORT = columns(
  PeopleImportEntity,
  'id',
  'createdBy',
  'createdAt',
  'state',
  'whenMissing',
  'leaverEnrolments',
  'allOrNothing',
  'createsUnits',
  'total',
  'read',
  'written',
  'created',
  'updated',
  'unchanged',
  'missing',
  'rejected',
  'previewHash',
  'about',
  'failure',
  'outdated',
  'finishedAt',
);

const FIND = statement(
  IMPORT,
  `select ${listOf(IMPORT, 'i')} from people_import i where i.id = $1::uuid and i.created_by = $2::uuid`,
);

export type ImportRow = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** An import of somebody's own, under their scope. */
export const findImport = (tx: Tx, id: string, personId: string) => tx.row(FIND, [id, personId]);

const ROW = columns(PeopleImportRowEntity, 'position', 'line', 'result', 'name', 'cells', 'problems');

const LIST = statement(
  ROW,
  `select ${listOf(ROW, 'r')} from people_import_row r
   where r.import_id = $1::uuid and ($2::text is null or r.result = $2) and r.position > $3 order by r.position limit $4`,
);

/** Rows of an import behind a position, in the order of the file. */
export const listImportRows = (
  tx: Tx,
  importId: string,
  { result, after, limit }: { result: RowResult | null; after: number; limit: number },
) => tx.rows(LIST, [importId, result, after, limit]);

const PROBLEMS = statement(
  columns(PeopleImportRowEntity, 'line', 'problems'),
  `select line, problems from people_import_row where import_id = $1::uuid and result = 'REJECTED' order by position limit $2`,
);

/** Rows that are left out, in the order of the file. */
export const listProblems = (tx: Tx, importId: string, limit: number) => tx.rows(PROBLEMS, [importId, limit]);
