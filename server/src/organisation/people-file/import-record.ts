import type { Language } from '@planwright/schema/text';
import type { Instant, Zone } from '@planwright/schema/time';
import type { Text } from '@planwright/schema/words';
import { languageOf } from '../../access/graphql/index.js';
import { plusMs } from '../../clock/index.js';
import { columns, type Sql, statement, type WritingTx } from '../../database/index.js';
import { WorkspaceEntity } from '../../people/entities.js';
import type { ColumnQuestion, Table } from '../../tables/index.js';
import type { PeopleColumn } from './columns.js';
import type { DecidedRow, ReadColumn, RowResult } from './decided-row.js';
import { PeopleImportEntity } from './entities.js';

/** What is known of a file as a whole. */
export interface AboutImport {
  notes: Text[];
  /** Which column is what, where the names do not say it. Nothing is imported before that is answered. */
  questions: ColumnQuestion<PeopleColumn>[];
  /** Every column of the table, and what it was taken for; null = it is not read. */
  columns: { letter: string; name: string; samples: string[]; column: ReadColumn | null }[];
  /** Departments (as paths) and job roles that are made. */
  departments: string[];
  jobRoles: string[];
  /** The importer may make departments and job roles with the people. */
  mayCreateUnits: boolean;
  /** It has to be said once more that those who are missing are to be deactivated, as they are many; their share in words. */
  asksAboutMissing: boolean;
  share: string;
  /** Why nothing can be imported although the file was read; null where something can. */
  blocked: Text | null;
}

/** Work on an import that somebody has taken on. */
export interface TakenImport {
  id: string;
  workspaceId: string;
  run: string;
  createdBy: string;
  language: Language;
  state: 'READING' | 'WRITING';
  attempts: number;
  previewHash: string | null;
  whenMissing: 'KEEP' | 'DEACTIVATE';
  leaverEnrolments: 'PAUSE' | 'CANCEL' | 'KEEP' | null;
  allOrNothing: boolean;
  createsUnits: boolean;
  /** Now in the workspace. */
  now: Instant;
  zone: Zone;
}

const TAKE = statement(
  {
    ...columns(
      PeopleImportEntity,
      'id',
      'workspaceId',
      'createdBy',
      'state',
      'attempts',
      'previewHash',
      'whenMissing',
      'leaverEnrolments',
      'allOrNothing',
      'createsUnits',
      'language',
    ),
    ...columns(WorkspaceEntity, 'clockOffsetMs', 'timeZone'),
  },
  `
update people_import i set run = $1::uuid, lease_until = $3::timestamptz, attempts = i.attempts + 1
from workspace w
where w.id = i.workspace_id and i.id = (
  select o.id from people_import o where o.state in ('READING', 'WRITING') and (o.lease_until is null or o.lease_until <= $2::timestamptz)
  order by o.created_at, o.id limit 1 for update skip locked)
returning i.id, i.workspace_id as "workspaceId", i.created_by as "createdBy", i.state, i.attempts, i.preview_hash as "previewHash",
  i.when_missing as "whenMissing", i.leaver_enrolments as "leaverEnrolments", i.all_or_nothing as "allOrNothing",
  i.creates_units as "createsUnits", i.language, w.clock_offset_ms as "clockOffsetMs", w.time_zone as "timeZone"`,
);

/** How long somebody who says nothing keeps an import; then another one begins it again. Nothing half done is left of the first. */
const LEASE_MS = 60_000;

/** The next import that waits for somebody, or whose worker is gone. `real` is real time. As worker. */
export async function takeImport(tx: Sql, run: string, real: Instant): Promise<TakenImport | undefined> {
  const row = await tx.row(TAKE, [run, real, plusMs(real, LEASE_MS)]);
  if (!row) return undefined;
  const { clockOffsetMs, timeZone, state, language, ...rest } = row;
  return {
    ...rest,
    run,
    state: state === 'WRITING' ? 'WRITING' : 'READING',
    language: languageOf(language),
    now: plusMs(real, Number(clockOffsetMs)),
    zone: timeZone,
  };
}

const NEXT = statement(
  { at: 'timestamptz?' },
  `select min(coalesce(lease_until, created_at)) as at from people_import where state in ('READING', 'WRITING')`,
);

export const nextImportAt = async (sql: Sql): Promise<Instant | undefined> => (await sql.row(NEXT))?.at ?? undefined;

const SOURCE = statement(
  columns(PeopleImportEntity, 'file', 'content', 'columns'),
  'select file, content, columns from people_import where id = $1::uuid',
);

/** What was sent, and the answers to questions about it. */
export const readSource = (sql: Sql, id: string) => sql.row(SOURCE, [id]);

const SET_READ = statement(
  {},
  `update people_import set content = $3::jsonb, file = null, total = $4 where id = $1::uuid and run = $2::uuid`,
);

/** The file was read: from now on its cells are worked with. */
export const keepContent = (sql: Sql, { id, run }: TakenImport, content: Table): Promise<object[]> =>
  sql.rows(SET_READ, [id, run, JSON.stringify(content), content.rows.length]);

const SET_PROGRESS = statement(
  {},
  `update people_import set read = greatest(read, $3), written = greatest(written, $4), lease_until = $5::timestamptz
   where id = $1::uuid and run = $2::uuid`,
);

/** Tells whoever waits how far it is, and keeps the lease. */
export const noteProgress = (
  sql: Sql,
  { id, run }: TakenImport,
  { read, written }: { read: number; written: number },
  real: Instant,
): Promise<object[]> => sql.rows(SET_PROGRESS, [id, run, read, written, plusMs(real, LEASE_MS)]);

const FAIL = statement(
  {},
  `update people_import set state = 'FAILED', failure = $3::jsonb, finished_at = $4::timestamptz, preview_hash = null,
     file = null, content = null, run = null, lease_until = null
   where id = $1::uuid and run = $2::uuid`,
);

export const failImport = (
  sql: Sql,
  { id, run }: TakenImport,
  failure: { code: string; text: Text },
  real: Instant,
): Promise<object[]> => sql.rows(FAIL, [id, run, JSON.stringify(failure), real]);

const RELEASE = statement(
  {},
  'update people_import set lease_until = $3::timestamptz where id = $1::uuid and run = $2::uuid',
);

/** Lets somebody begin again at that time. */
export const releaseImport = (sql: Sql, { id, run }: TakenImport, at: Instant): Promise<object[]> =>
  sql.rows(RELEASE, [id, run, at]);

const DELETE_ROWS = statement({}, 'delete from people_import_row where import_id = $1::uuid');

const INSERT_ROWS = statement(
  {},
  `
insert into people_import_row (workspace_id, import_id, position, line, result, name, person_id, cells, problems)
select $1::uuid, $2::uuid, r.position, r.line, r.result, r.name, r."personId", r.cells, r.problems
from jsonb_to_recordset($3::jsonb) as r(position int, line int, result text, name text, "personId" uuid, cells jsonb, problems jsonb)`,
);

const READY = statement(
  { id: 'uuid' },
  `
update people_import set state = 'READY', total = $3, read = $3, written = 0, created = $4, updated = $5, unchanged = $6, missing = $7,
  rejected = $8, preview_hash = $9, about = $10::jsonb, outdated = $11, attempts = 0, run = null, lease_until = null
where id = $1::uuid and run = $2::uuid returning id`,
);

/** Ten thousand rows in one statement are planned as if they were a hundred. */
const MOST_AT_ONCE = 1000;

export interface Preview {
  rows: readonly DecidedRow[];
  counts: Readonly<Record<RowResult, number>>;
  /** How many rows of the file there are. */
  total: number;
  /** null where nothing can be imported. */
  hash: string | null;
  about: AboutImport;
}

/** Keeps what an import would do; false when somebody else has it by now. */
export async function keepPreview(
  tx: WritingTx,
  taken: TakenImport,
  { rows, counts, total, hash, about }: Preview,
  outdated: boolean,
): Promise<boolean> {
  await tx.rows(DELETE_ROWS, [taken.id]);
  for (let from = 0; from < rows.length; from += MOST_AT_ONCE) {
    const part = rows.slice(from, from + MOST_AT_ONCE).map((row, index) => ({ ...row, position: from + index }));
    await tx.rows(INSERT_ROWS, [taken.workspaceId, taken.id, JSON.stringify(part)]);
  }
  const kept = await tx.row(READY, [
    taken.id,
    taken.run,
    total,
    counts.CREATED,
    counts.UPDATED,
    counts.UNCHANGED,
    counts.MISSING,
    counts.REJECTED,
    hash,
    JSON.stringify(about),
    outdated,
  ]);
  return kept !== undefined;
}

const DONE = statement(
  { id: 'uuid' },
  `
update people_import set state = 'DONE', written = created + updated, finished_at = $3::timestamptz, preview_hash = null, content = null,
  outdated = false, run = null, lease_until = null
where id = $1::uuid and run = $2::uuid and state = 'WRITING' returning id`,
);

/** What was to be written is written; false when somebody else has the import by now, so that nothing of this may stay. */
export const finishImport = async (sql: Sql, { id, run }: TakenImport, real: Instant): Promise<boolean> =>
  (await sql.row(DONE, [id, run, real])) !== undefined;

const SWEEP = statement(
  { id: 'uuid' },
  `
delete from people_import where id in (select id from people_import where created_at < $1::timestamptz
  and state not in ('READING', 'WRITING') order by created_at limit 20) returning id`,
);

/** What a file said of people is kept as long as somebody may want to look it up: a month. */
const KEPT_MS = 31 * 86_400_000;

export const sweepImports = async (sql: Sql, real: Instant): Promise<number> =>
  (await sql.rows(SWEEP, [plusMs(real, -KEPT_MS)])).length;
