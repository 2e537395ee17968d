import { canonicalJson } from '@planwright/schema/definition';
import type { Instant } from '@planwright/schema/time';
import { type Clock, workspaceNow } from '../clock/index.js';
import { type Database, statement, type Tx } from '../database/index.js';
import { loadEnrolments, type ProgressDeps, settle } from './apply-events.js';
import { projectEvaluation } from './project-evaluation.js';
import { addChanges, noChanges, type ProjectionChanges, sizeOf } from './projection-changes.js';
import type { Projection } from './projection-rows.js';
import { writeProjections } from './write-projections.js';

/** One enrolment whose tables do not hold what its events say. */
export interface Difference {
  enrolmentId: string;
  /** `enrolment_state.done: 3, should be 2`. */
  details: string[];
}

export interface RebuildReport {
  enrolments: number;
  differences: Difference[];
  /** Differences that were corrected. */
  written: number;
}

const BATCH = 500;

const REBUILD_PROJECTIONS = statement(
  { offset: 'double', id: 'uuid' },
  'select id, clock_offset_ms::float8 as offset from workspace order by id',
);

/**
 * Folds every enrolment's events again and compares the result with the tables. What time alone has changed since the
 * ticker last looked is no difference: so the ticker's work is to be done first. The caller counts the boards again.
 */
export async function rebuildProjections(
  { database, clock }: { database: Database; clock: Clock },
  deps: ProgressDeps,
  { write }: { write: boolean },
): Promise<RebuildReport> {
  const report: RebuildReport = { enrolments: 0, differences: [], written: 0 };
  const workspaces = await database.work((tx) => tx.rows(REBUILD_PROJECTIONS));
  for (const { id, offset } of workspaces) {
    for (let after: string | undefined, more = true; more; ) {
      const now = workspaceNow(clock, offset);
      const batch = await database.work((tx) => rebuildBatch(tx, deps, id, now, after, write));
      report.enrolments += batch.count;
      report.differences.push(...batch.differences);
      report.written += batch.written;
      more = batch.count === BATCH;
      after = batch.last;
    }
  }
  return report;
}

const REBUILD_BATCH = statement(
  { id: 'uuid' },
  `select id from enrolment where workspace_id = $1::uuid and ($2::uuid is null or id > $2::uuid) order by id limit $3`,
);

async function rebuildBatch(
  tx: Tx,
  deps: ProgressDeps,
  workspaceId: string,
  now: Instant,
  after: string | undefined,
  write: boolean,
) {
  const rows = await tx.rows(REBUILD_BATCH, [workspaceId, after ?? null, BATCH]);
  const ids = rows.map(({ id }) => id);
  const loaded = await loadEnrolments(tx, deps, workspaceId, ids, now);
  const differences: Difference[] = [];
  const toWrite = noChanges();
  for (const { row, events, stored } of loaded.enrolments) {
    const evaluated = settle(loaded, events, []);
    // Dates that are still to be recorded are the ticker's: they are not written here, an event is no projection.
    const after = projectEvaluation(row, evaluated.evaluation, evaluated.events);
    const differing = noChanges();
    if (!addChanges(differing, stored, after)) continue;
    differences.push({ enrolmentId: row.id, details: describe(stored, differing) });
    addChanges(toWrite, stored, after);
  }
  const isWritten = write && sizeOf(toWrite) > 0;
  if (isWritten) await writeProjections(tx, workspaceId, toWrite);
  return { count: ids.length, last: ids.at(-1), differences, written: isWritten ? differences.length : 0 };
}

/** Names each column that is wrong, with what it holds and what it should hold. */
function describe(stored: Projection | null, changes: ProjectionChanges): string[] {
  if (!stored) return ['was never projected'];
  const oldItem = (key: string) => stored.items.find((item) => item.itemKey === key);
  const oldSubmission = (id: string) => stored.submissions.find((submission) => submission.id === id);
  return [
    ...(changes.enrolments.length > 0 ? ['enrolment: its version or mentor is another'] : []),
    ...changes.states.flatMap((row) => columns('enrolment_state', stored.state, row)),
    ...changes.items.flatMap((row) => columns(`item_state ${row.itemKey}`, oldItem(row.itemKey), row)),
    ...changes.goneItems.map(({ itemKey }) => `item_state ${itemKey}: should not be there`),
    ...changes.submissions.flatMap((row) =>
      columns(`submission ${row.itemKey}/${row.attempt}`, oldSubmission(row.id), row),
    ),
    ...changes.goneSubmissions.map(({ id }) => `submission ${id}: should not be there`),
    ...changes.partners.map(({ itemKey }) => `enrolment_partner ${itemKey}: is missing`),
    ...changes.gonePartners.map(({ itemKey }) => `enrolment_partner ${itemKey}: should not be there`),
  ];
}

function columns(table: string, before: object | undefined, after: object): string[] {
  if (!before) return [`${table}: is missing`];
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).flatMap(([column, value]: [string, unknown]) =>
    canonicalJson(old.get(column)) === canonicalJson(value)
      ? []
      : [`${table}.${column}: ${JSON.stringify(old.get(column))}, should be ${JSON.stringify(value)}`],
  );
}
