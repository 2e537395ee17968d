import type { Tx } from '../database/sql.js';
import { type Statement, statement } from '../database/statement.js';
import type { ProjectionChanges } from './projection-changes.js';

/**
 * Writes all changed rows in one statement, as worker. Every list comes as one JSON parameter, so that enrolling a
 * hundred people costs as many statements as enrolling one. Lists that are empty are no part of it: an act changes two or three,
 * and each table that is named costs PostgreSQL time.
 */
export async function writeProjections(tx: Tx, workspaceId: string, changes: ProjectionChanges): Promise<void> {
  const parts = PARTS.filter(([name]) => changes[name].length > 0);
  if (parts.length === 0) return;
  const rows = parts.map(([name]) => JSON.stringify(changes[name]));
  await tx.rows(statementOf(parts), [workspaceId, ...rows]);
}

type Part = readonly [name: keyof ProjectionChanges, write: (rows: string) => string];

const statements = new Map<string, Statement>();

/** The same text for the same lists, so that PostgreSQL parses and plans it once a connection. */
function statementOf(parts: readonly Part[]): Statement {
  const key = parts.map(([name]) => name).join();
  const known = statements.get(key);
  if (known !== undefined) return known;
  const writes = parts.map(([name, write], index) => `"${name}" as (\n${write(`$${index + 2}::jsonb`)}\n)`);
  // The workspace is named also where no part asks for it: every parameter needs a type.
  const writing = statement({ workspaceId: 'uuid' }, `with ${writes.join(',\n')}\nselect $1::uuid as "workspaceId"`);
  statements.set(key, writing);
  return writing;
}

const PARTS: readonly Part[] = [
  [
    'enrolments',
    (rows) => `  update enrolment e set plan_version_id = r."versionId", mentor_id = r."mentorId"
  from jsonb_to_recordset(${rows}) as r(id uuid, "versionId" uuid, "mentorId" uuid)
  where e.id = r.id and e.workspace_id = $1::uuid
    and (e.plan_version_id, e.mentor_id) is distinct from (r."versionId", r."mentorId")`,
  ],
  [
    'states',
    (
      rows,
    ) => `  insert into enrolment_state as s (workspace_id, enrolment_id, cohort_id, status, cells, done, needed, on_time, on_time_of,
    feedback_given, feedback_in_time, feedback_of, overdue, waiting, score, next_feedback_due_at, last_event_at,
    next_change_at, due_at, completed_at, event_seq, stages)
  select $1::uuid, "enrolmentId", "cohortId", status, cells, done, needed, "onTime", "onTimeOf", "feedbackGiven",
    "feedbackInTime", "feedbackOf", overdue, waiting, score, "nextFeedbackDueAt", "lastEventAt", "nextChangeAt", "dueAt",
    "completedAt", "eventSeq", stages
  from jsonb_to_recordset(${rows}) as r("enrolmentId" uuid, "cohortId" uuid, status text, cells text, done int, needed int,
    "onTime" int, "onTimeOf" int, "feedbackGiven" int, "feedbackInTime" int, "feedbackOf" int, overdue int, waiting int,
    score numeric, "nextFeedbackDueAt" timestamptz, "lastEventAt" timestamptz, "nextChangeAt" timestamptz,
    "dueAt" timestamptz, "completedAt" timestamptz, "eventSeq" int, stages jsonb)
  on conflict (enrolment_id) do update set cohort_id = excluded.cohort_id, status = excluded.status, cells = excluded.cells,
    done = excluded.done, needed = excluded.needed, on_time = excluded.on_time, on_time_of = excluded.on_time_of,
    feedback_given = excluded.feedback_given, feedback_in_time = excluded.feedback_in_time,
    feedback_of = excluded.feedback_of, overdue = excluded.overdue, waiting = excluded.waiting, score = excluded.score,
    next_feedback_due_at = excluded.next_feedback_due_at, last_event_at = excluded.last_event_at,
    next_change_at = excluded.next_change_at, due_at = excluded.due_at, completed_at = excluded.completed_at,
    event_seq = excluded.event_seq, stages = excluded.stages`,
  ],
  [
    'items',
    (
      rows,
    ) => `  insert into item_state as i (workspace_id, enrolment_id, item_key, stage_key, position, state, outcome, opens_at, due_at,
    provisional, awaiting, started_at, delivered_at, completed_at, on_time, overdue, score, attempt, steps, locked_because)
  select $1::uuid, "enrolmentId", "itemKey", "stageKey", position, state, outcome, "opensAt", "dueAt", provisional, awaiting,
    "startedAt", "deliveredAt", "completedAt", "onTime", overdue, score, attempt, steps, "lockedBecause"
  from jsonb_to_recordset(${rows}) as r("enrolmentId" uuid, "itemKey" text, "stageKey" text, position int, state text,
    outcome text, "opensAt" timestamptz, "dueAt" timestamptz, provisional boolean, awaiting text, "startedAt" timestamptz,
    "deliveredAt" timestamptz, "completedAt" timestamptz, "onTime" boolean, overdue boolean, score numeric, attempt int,
    steps jsonb, "lockedBecause" jsonb)
  on conflict (enrolment_id, item_key) do update set stage_key = excluded.stage_key, position = excluded.position,
    state = excluded.state, outcome = excluded.outcome, opens_at = excluded.opens_at, due_at = excluded.due_at,
    provisional = excluded.provisional, awaiting = excluded.awaiting, started_at = excluded.started_at,
    delivered_at = excluded.delivered_at, completed_at = excluded.completed_at, on_time = excluded.on_time,
    overdue = excluded.overdue, score = excluded.score, attempt = excluded.attempt, steps = excluded.steps,
    locked_because = excluded.locked_because`,
  ],
  [
    'goneItems',
    (rows) => `  delete from item_state i using jsonb_to_recordset(${rows}) as r("enrolmentId" uuid, "itemKey" text)
  where i.enrolment_id = r."enrolmentId" and i.item_key = r."itemKey"`,
  ],
  [
    'submissions',
    (
      rows,
    ) => `  insert into submission as s (workspace_id, id, enrolment_id, item_key, step_key, attempt, submitted_at, artefact, comment,
    review_by, reviewer_id, feedback_due_at, reviewed_at, reviewed_by, decision, review_comment, score, criteria, waiting)
  select $1::uuid, id, "enrolmentId", "itemKey", "stepKey", attempt, "submittedAt", artefact, comment, "reviewBy",
    "reviewerId", "feedbackDueAt", "reviewedAt", "reviewedBy", decision, "reviewComment", score, criteria, waiting
  from jsonb_to_recordset(${rows}) as r(id uuid, "enrolmentId" uuid, "itemKey" text, "stepKey" text, attempt int,
    "submittedAt" timestamptz, artefact text, comment text, "reviewBy" text, "reviewerId" uuid,
    "feedbackDueAt" timestamptz, "reviewedAt" timestamptz, "reviewedBy" uuid, decision text, "reviewComment" text,
    score numeric, criteria jsonb, waiting boolean)
  on conflict (id) do update set submitted_at = excluded.submitted_at, artefact = excluded.artefact,
    comment = excluded.comment, review_by = excluded.review_by, reviewer_id = excluded.reviewer_id,
    feedback_due_at = excluded.feedback_due_at, reviewed_at = excluded.reviewed_at, reviewed_by = excluded.reviewed_by,
    decision = excluded.decision, review_comment = excluded.review_comment, score = excluded.score,
    criteria = excluded.criteria, waiting = excluded.waiting`,
  ],
  [
    'goneSubmissions',
    (rows) => `  delete from submission s using jsonb_to_recordset(${rows}) as r(id uuid) where s.id = r.id`,
  ],
  [
    'partners',
    (rows) => `  insert into enrolment_partner (workspace_id, enrolment_id, item_key, person_id)
  select $1::uuid, "enrolmentId", "itemKey", "personId"
  from jsonb_to_recordset(${rows}) as r("enrolmentId" uuid, "itemKey" text, "personId" uuid)`,
  ],
  [
    'gonePartners',
    (rows) => `  delete from enrolment_partner p
  using jsonb_to_recordset(${rows}) as r("enrolmentId" uuid, "itemKey" text, "personId" uuid)
  where p.enrolment_id = r."enrolmentId" and p.item_key = r."itemKey" and p.person_id = r."personId"`,
  ],
];

// Declared with the module, so that each part is checked whether a test happens to write it or not.
statementOf(PARTS);
