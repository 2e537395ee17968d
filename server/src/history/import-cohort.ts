import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EnrolmentEvent, NewEvent } from '@planwright/schema/engine';
import { recordAudit } from '../access/index.js';
import { columns, statement, type Tx } from '../database/index.js';
import { CohortEntity } from '../enrolments/entities.js';
import type { DefinitionCache } from '../plans/index.js';
import {
  announceEnrolling,
  type LockedEnrolment,
  lockEnrolments,
  type Projection,
  readRecords,
  versionsNamed,
} from '../progress/index.js';
import { HISTORY_ACTOR } from './decide-history.js';
import { say } from './generated/messages.js';
import { historyId } from './history-id.js';
import type { KnownVersion } from './import-versions.js';
import { liveThrough } from './live-through.js';
import type { NotTaken } from './not-taken.js';
import type { HistoryFiles } from './read-history.js';
import { type CohortContext, type CohortRows, type ResolvedEnrolment, resolveCohort } from './resolve-cohort.js';
import { CohortWriter, DIGEST_PREFIX } from './write-cohort.js';

export interface ImportedCohort {
  cohortId: string;
  enrolments: number;
  /** Rows of events.csv that were taken now, and those that an earlier import has taken. */
  rows: number;
  knownRows: number;
  notTaken: NotTaken[];
}

export interface CohortBasis extends Pick<CohortContext, 'people' | 'environment'> {
  workspaceId: string;
  definitions: DefinitionCache;
  files: HistoryFiles;
}

/** This many people are written in one statement, while the next ones live through their history. */
const BATCH = 150;

const IMPORT_COHORT = statement(
  columns(CohortEntity, 'planId', 'startsOn'),
  'select plan_id as "planId", starts_on as "startsOn" from cohort where id = $1::uuid and workspace_id = $2::uuid',
);

/**
 * Takes over the history of one cohort within the caller's transaction: all that can be taken, or nothing when that fails
 * on the way. As worker. What was taken before is known again and adds nothing.
 */
export async function importCohort(
  tx: Tx,
  basis: CohortBasis,
  rows: CohortRows,
  version: KnownVersion,
): Promise<ImportedCohort> {
  const { workspaceId, environment, definitions } = basis;
  const { cohort } = rows;
  const cohortId = historyId(workspaceId, 'cohort', cohort.key);
  const nothing: ImportedCohort = { cohortId, enrolments: 0, rows: 0, knownRows: 0, notTaken: [] };
  const stored = await tx.row(IMPORT_COHORT, [cohortId, workspaceId]);
  if (stored && (stored.planId !== version.planId || stored.startsOn !== cohort.startsOn)) {
    const { line } = cohort;
    return {
      ...nothing,
      notTaken: [{ file: basis.files.cohorts, line, code: 'COHORT_DIFFERS', text: say('cohortDiffers') }],
    };
  }
  const known = stored ? await knownDigests(tx, cohortId) : new Set<string>();
  const resolved = resolveCohort(rows, { ...basis, cohortId, known });
  await announceEnrolling(tx, workspaceId);
  if (!stored) await insertCohort(tx, basis, rows, cohortId, version.planId);

  const there = stored ? await enrolledIn(tx, cohortId) : new Set<string>();
  const touched = resolved.enrolments.filter(({ id, acts }) => !there.has(id) || acts.length > 0);
  const added = touched.filter(({ id }) => !there.has(id));
  await insertEnrolments(tx, workspaceId, cohortId, version.versionId, added);
  const writer = new CohortWriter(tx, workspaceId, environment);
  const notTaken = [...resolved.notTaken];
  let taken = 0;
  for (let from = 0; from < touched.length; from += BATCH) {
    const batch = touched.slice(from, from + BATCH);
    const before = await loadBefore(
      tx,
      workspaceId,
      batch.filter(({ id }) => there.has(id)),
    );
    const named = [version.versionId, ...[...before.values()].flatMap(({ events }) => versionsNamed(events))];
    const known = await definitions.load(tx, named);
    for (const enrolment of batch) {
      const { id, acts, person } = enrolment;
      const earlier = before.get(id);
      const begin = earlier ? undefined : { event: enrolled(enrolment, version.versionId), digest: `enrolled/${id}` };
      const lived = liveThrough(known, environment, earlier?.events ?? [], begin, acts, person.id);
      for (const { act, why } of lived.refused)
        notTaken.push({ file: basis.files.events, line: act.row.line, code: why.code, text: why.text });
      taken += acts.length - lived.refused.length;
      const row = earlier?.row ?? rowOf(enrolment, workspaceId, cohortId, version.versionId);
      writer.add(row, known, lived, earlier?.stored ?? null);
    }
    writer.flush();
    // What was flushed goes out to the database, which writes it while the next batch is lived through.
    await nextTurn();
  }
  await writer.end();
  const imported = { cohortId, enrolments: added.length, rows: taken, knownRows: resolved.knownRows, notTaken };
  if (added.length + taken > 0)
    await recordAudit(tx, {
      workspaceId,
      at: environment.now,
      action: 'importHistory',
      subject: `Cohort:${cohortId}`,
      outcome: 'OK',
      detail: { people: added.length, rows: taken, notTaken: notTaken.length },
    });
  return imported;
}

const KNOWN_DIGESTS = statement(
  { key: 'text' },
  `select substr(v.idempotency_key, $2) as key from progress_event v join enrolment e on e.id = v.enrolment_id
     where e.cohort_id = $1::uuid and v.idempotency_key like '${DIGEST_PREFIX}%'`,
);

async function knownDigests(tx: Tx, cohortId: string): Promise<Set<string>> {
  const rows = await tx.rows(KNOWN_DIGESTS, [cohortId, DIGEST_PREFIX.length + 1]);
  return new Set(rows.map(({ key }) => key));
}

const ENROLLED_IN = statement({ id: 'uuid' }, 'select id from enrolment where cohort_id = $1::uuid');

async function enrolledIn(tx: Tx, cohortId: string): Promise<Set<string>> {
  const rows = await tx.rows(ENROLLED_IN, [cohortId]);
  return new Set(rows.map(({ id }) => id));
}

const INSERT_COHORT = statement(
  {},
  `insert into cohort (id, workspace_id, plan_id, name, starts_on, created_at)
     values ($1::uuid, $2::uuid, $3::uuid, $4, $5::date, least($5::date::timestamptz, $6::timestamptz))`,
);

async function insertCohort(
  tx: Tx,
  { workspaceId, environment }: CohortBasis,
  { cohort }: CohortRows,
  cohortId: string,
  planId: string,
): Promise<void> {
  await tx.rows(INSERT_COHORT, [cohortId, workspaceId, planId, cohort.name, cohort.startsOn, environment.now]);
}

const INSERT_ENROLMENTS = statement(
  {},
  `insert into enrolment (id, workspace_id, cohort_id, person_id, plan_version_id, mentor_id, starts_on, zone, created_at)
     select id, $1::uuid, $2::uuid, person, $3::uuid, mentor, starts, zone, created
     from jsonb_to_recordset($4::jsonb) as e(id uuid, person uuid, mentor uuid, starts date, zone text, created timestamptz)
     order by person`,
);

async function insertEnrolments(
  tx: Tx,
  workspaceId: string,
  cohortId: string,
  versionId: string,
  enrolments: readonly ResolvedEnrolment[],
): Promise<void> {
  const rows = enrolments.map(({ id, person, mentorId, startsOn, zone, enrolledAt }) => ({
    id,
    person: person.id,
    mentor: mentorId,
    starts: startsOn,
    zone,
    created: enrolledAt,
  }));
  await tx.rows(INSERT_ENROLMENTS, [workspaceId, cohortId, versionId, JSON.stringify(rows)]);
}

interface Before {
  row: LockedEnrolment;
  events: EnrolmentEvent[];
  stored: Projection | null;
}

/** Enrolments that are there already, locked. */
async function loadBefore(
  tx: Tx,
  workspaceId: string,
  enrolments: readonly ResolvedEnrolment[],
): Promise<Map<string, Before>> {
  if (enrolments.length === 0) return new Map();
  const ids = enrolments.map(({ id }) => id);
  const [rows, records] = await Promise.all([lockEnrolments(tx, workspaceId, ids), readRecords(tx, ids)]);
  return new Map(
    rows.map((row) => {
      const { events, stored } = records.get(row.id) ?? { events: [], stored: null };
      return [row.id, { row, events: events.map(({ event }) => event), stored }];
    }),
  );
}

function enrolled({ person, mentorId, startsOn, zone, enrolledAt }: ResolvedEnrolment, versionId: string): NewEvent {
  return {
    type: 'enrolled',
    actor: HISTORY_ACTOR,
    occurredAt: enrolledAt,
    data: { versionId, startsOn, zone, facts: person.facts, ...(mentorId === null ? {} : { mentorId }) },
  };
}

const rowOf = (
  { id, person, mentorId, startsOn, zone }: ResolvedEnrolment,
  workspaceId: string,
  cohortId: string,
  versionId: string,
): LockedEnrolment => ({ id, workspaceId, cohortId, personId: person.id, versionId, mentorId, startsOn, zone });
