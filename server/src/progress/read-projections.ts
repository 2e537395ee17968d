import type { Tx } from '../database/sql.js';
import { instantSql } from '../database/sql-instant.js';
import type { ItemRow, PartnerRow, Projection, StateRow, SubmissionRow } from './projection-rows.js';

/** Columns of `enrolment_state`, `item_state` and `submission` as the row types name them; shared by all readers. */
export const STATE_COLUMNS = `s.enrolment_id as "enrolmentId", s.cohort_id as "cohortId", s.status, s.cells, s.done, s.needed,
  s.on_time as "onTime", s.on_time_of as "onTimeOf", s.feedback_given as "feedbackGiven",
  s.feedback_in_time as "feedbackInTime", s.feedback_of as "feedbackOf", s.overdue, s.waiting,
  s.score::float8 as score, ${instantSql('s.next_feedback_due_at')} as "nextFeedbackDueAt",
  ${instantSql('s.last_event_at')} as "lastEventAt", ${instantSql('s.next_change_at')} as "nextChangeAt",
  ${instantSql('s.due_at')} as "dueAt", ${instantSql('s.completed_at')} as "completedAt", s.event_seq as "eventSeq", s.stages`;

export const ITEM_COLUMNS = `i.enrolment_id as "enrolmentId", i.item_key as "itemKey", i.stage_key as "stageKey", i.position,
  i.state, i.outcome, ${instantSql('i.opens_at')} as "opensAt", ${instantSql('i.due_at')} as "dueAt", i.provisional,
  i.awaiting, ${instantSql('i.started_at')} as "startedAt", ${instantSql('i.delivered_at')} as "deliveredAt",
  ${instantSql('i.completed_at')} as "completedAt", i.on_time as "onTime", i.overdue, i.score::float8 as score, i.attempt,
  i.steps, i.locked_because as "lockedBecause"`;

export const SUBMISSION_COLUMNS = `s.id, s.enrolment_id as "enrolmentId", s.item_key as "itemKey", s.step_key as "stepKey",
  s.attempt, ${instantSql('s.submitted_at')} as "submittedAt", s.artefact, s.comment, s.review_by as "reviewBy",
  s.reviewer_id as "reviewerId", ${instantSql('s.feedback_due_at')} as "feedbackDueAt",
  ${instantSql('s.reviewed_at')} as "reviewedAt", s.reviewed_by as "reviewedBy", s.decision,
  s.review_comment as "reviewComment", s.score::float8 as score, s.criteria, s.waiting`;

const STATEMENT = `
select e.id, e.plan_version_id as "versionId", e.mentor_id as "mentorId",
  (select to_json(x) from (select ${STATE_COLUMNS} from enrolment_state s where s.enrolment_id = e.id) x) as state,
  coalesce((select json_agg(x) from
    (select ${ITEM_COLUMNS} from item_state i where i.enrolment_id = e.id order by i.position) x), '[]') as items,
  coalesce((select json_agg(x) from
    (select ${SUBMISSION_COLUMNS} from submission s where s.enrolment_id = e.id) x), '[]') as submissions,
  coalesce((select json_agg(x) from
    (select p.enrolment_id as "enrolmentId", p.item_key as "itemKey", p.person_id as "personId"
     from enrolment_partner p where p.enrolment_id = e.id) x), '[]') as partners
from enrolment e where e.id = any($1::uuid[])`;

interface StoredRow {
  id: string;
  versionId: string;
  mentorId: string | null;
  state: StateRow | null;
  items: ItemRow[];
  submissions: SubmissionRow[];
  partners: PartnerRow[];
}

/** What the tables hold now, by enrolment; an enrolment that was never projected is absent. One statement. */
export async function readProjections(tx: Tx, enrolmentIds: readonly string[]): Promise<Map<string, Projection>> {
  const rows = await tx.rows<StoredRow>(STATEMENT, [enrolmentIds]);
  return new Map(rows.flatMap(({ id, state, ...rest }) => (state === null ? [] : [[id, { ...rest, state }] as const])));
}
