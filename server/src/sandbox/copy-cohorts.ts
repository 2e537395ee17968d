import type { Instant } from '@planwright/schema/time';
import { FIGURE_SQL } from '../boards/index.js';
import { columnNames, columns, columnsBut, statement, type Tx } from '../database/index.js';
import { EnrolmentStateEntity, ItemStateEntity, SubmissionEntity } from '../progress/entities.js';
import { submissionId } from '../progress/index.js';
import { copyOccurrences } from '../reminders/index.js';
import { copied, copiedId, copiedIfId } from './copied-id.js';

/** Keys of an event's data that hold the id of a person, a version or a migration. */
const IDS = ['mentorId', 'personId', 'versionId', 'fromVersionId', 'toVersionId', 'migrationId'] as const;
const withCopiedIds = [
  'v.data',
  ...IDS.map(
    (key) =>
      `case when v.data ->> '${key}' is null then '{}' else jsonb_build_object('${key}', ${copied(`(v.data ->> '${key}')`)}) end`,
  ),
  `case when v.data -> 'personIds' is null then '{}' else jsonb_build_object('personIds',
     coalesce((select jsonb_agg(${copied('p.id')} order by p.at) from jsonb_array_elements_text(v.data -> 'personIds') with ordinality as p(id, at)), '[]')) end`,
  `case when v.data ->> 'by' is null then '{}' else jsonb_build_object('by', ${copiedIfId(`(v.data ->> 'by')`)}) end`,
].join(' || ');

const STATE_COLUMNS = columnNames(
  columnsBut(EnrolmentStateEntity, 'id', 'workspaceId', 'enrolmentId', 'cohortId').names,
);
const ITEM_COLUMNS = columnNames(columnsBut(ItemStateEntity, 'id', 'workspaceId', 'enrolmentId').names);
const SUBMISSION_COLUMNS = columnNames(
  columnsBut(SubmissionEntity, 'id', 'workspaceId', 'enrolmentId', 'reviewerId', 'reviewedBy', 'ordinal').names,
);
const COUNTER_COLUMNS = `epoch, seq, ${FIGURE_SQL.columns}`;

/**
 * Events are copied as they were recorded, with who recorded them and when; what is projected from them is the same but for the ids, so
 * nothing is folded here, however many people there are.
 */
const STATEMENTS = [
  `insert into cohort (id, workspace_id, plan_id, name, starts_on, created_at, created_by)
   select ${copied('id')}, $1::uuid, ${copied('plan_id')}, name, starts_on, created_at, ${copied('created_by')}
   from cohort where workspace_id = $2::uuid`,
  `insert into enrolment (id, workspace_id, cohort_id, person_id, plan_version_id, mentor_id, starts_on, zone, created_at)
   select ${copied('id')}, $1::uuid, ${copied('cohort_id')}, ${copied('person_id')}, ${copied('plan_version_id')},
     ${copied('mentor_id')}, starts_on, zone, created_at
   from enrolment where workspace_id = $2::uuid`,
  `insert into progress_event (workspace_id, enrolment_id, seq, recorded_at, occurred_at, actor, type, data)
   select $1::uuid, ${copied('v.enrolment_id')}, v.seq, v.recorded_at, v.occurred_at, ${copiedIfId('v.actor')}, v.type, ${withCopiedIds}
   from progress_event v where v.workspace_id = $2::uuid`,
  `insert into enrolment_state (workspace_id, enrolment_id, cohort_id, ${STATE_COLUMNS})
   select $1::uuid, ${copied('enrolment_id')}, ${copied('cohort_id')}, ${STATE_COLUMNS}
   from enrolment_state where workspace_id = $2::uuid`,
  `insert into item_state (workspace_id, enrolment_id, ${ITEM_COLUMNS})
   select $1::uuid, ${copied('enrolment_id')}, ${ITEM_COLUMNS} from item_state where workspace_id = $2::uuid`,
  `insert into enrolment_partner (workspace_id, enrolment_id, item_key, person_id)
   select $1::uuid, ${copied('enrolment_id')}, item_key, ${copied('person_id')}
   from enrolment_partner where workspace_id = $2::uuid`,
  `insert into board_counter (id, workspace_id, ${COUNTER_COLUMNS})
   select ${copied('id')}, $1::uuid, ${COUNTER_COLUMNS} from board_counter where workspace_id = $2::uuid`,
  // How far reminders are planned; all of it is planned once more at once, and what was planned or sent is told apart below.
  `insert into reminder_watermark (workspace_id, enrolment_id, planned_until, history_until)
   select $1::uuid, ${copied('enrolment_id')}, planned_until, history_until
   from reminder_watermark where workspace_id = $2::uuid`,
].map((text) => statement({}, text));

/** Whoever has to do with an enrolment is copied, whether they are still there or not. $2 = original. */
export const INVOLVED = `
  select person_id from enrolment where workspace_id = $2::uuid
  union select mentor_id from enrolment where workspace_id = $2::uuid
  union select created_by from cohort where workspace_id = $2::uuid
  union select person_id from enrolment_partner where workspace_id = $2::uuid
  union select reviewer_id from submission where workspace_id = $2::uuid
  union select reviewed_by from submission where workspace_id = $2::uuid`;

/**
 * The cohorts of a workspace with their people, mentors, partners and everything that happened so far, into a sandbox that has
 * its people and versions already. From here on time brings the same there as in the original. As worker.
 */
export async function copyCohorts(tx: Tx, from: string, into: string, now: Instant): Promise<void> {
  const copy = [into, from];
  await Promise.all(STATEMENTS.map((copying) => tx.rows(copying, copy)));
  await copySubmissions(tx, from, into);
  await copyOccurrences(tx, { from, into, now, idOf: (id) => copiedId(into, id) });
}

const FIND_SUBMISSION = statement(
  columns(SubmissionEntity, 'id', 'enrolmentId', 'itemKey', 'stepKey', 'attempt'),
  `select id, enrolment_id as "enrolmentId", item_key as "itemKey", step_key as "stepKey", attempt
     from submission where workspace_id = $1::uuid`,
);

const INSERT_SUBMISSION = statement(
  {},
  `insert into submission (id, workspace_id, enrolment_id, reviewer_id, reviewed_by, ${SUBMISSION_COLUMNS})
     select r."to", $1::uuid, ${copied('s.enrolment_id')}, ${copied('s.reviewer_id')}, ${copied('s.reviewed_by')}, ${SUBMISSION_COLUMNS}
     from jsonb_to_recordset($2::jsonb) as r(id uuid, "to" uuid) join submission s on s.id = r.id`,
);

/** The id of a submission follows from its enrolment. */
async function copySubmissions(tx: Tx, from: string, into: string): Promise<void> {
  const keys = await tx.rows(FIND_SUBMISSION, [from]);
  const ids = keys.map(({ id, enrolmentId, itemKey, stepKey, attempt }) => ({
    id,
    to: submissionId(copiedId(into, enrolmentId), itemKey, stepKey ?? undefined, attempt),
  }));
  await tx.rows(INSERT_SUBMISSION, [into, JSON.stringify(ids)]);
}
