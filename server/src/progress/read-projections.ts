import type { Instant } from '@planwright/schema/time';
import { instantOfJson, instantSql } from '../database/sql-instant.js';
import type { ItemRow, Projection, StateRow, SubmissionRow } from './projection-rows.js';

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

/**
 * The rows of the enrolment `e`. Every act reads all of them, so they come as lists without names, and instants as PostgreSQL
 * writes them in JSON: a third of the time of objects with `to_char`. `stateOf`, `itemOf` and `submissionOf` name the values
 * in this order.
 */
export const PROJECTION_LISTS = `e.id, e.plan_version_id as "versionId", e.mentor_id as "mentorId",
  (select json_build_array(s.cohort_id, s.status, s.cells, s.done, s.needed, s.on_time, s.on_time_of, s.feedback_given,
    s.feedback_in_time, s.feedback_of, s.overdue, s.waiting, s.score::float8, s.next_feedback_due_at, s.last_event_at,
    s.next_change_at, s.due_at, s.completed_at, s.event_seq, s.stages)
   from enrolment_state s where s.enrolment_id = e.id) as state,
  (select json_agg(json_build_array(i.item_key, i.stage_key, i.position, i.state, i.outcome, i.opens_at, i.due_at,
    i.provisional, i.awaiting, i.started_at, i.delivered_at, i.completed_at, i.on_time, i.overdue, i.score::float8,
    i.attempt, i.steps, i.locked_because) order by i.position)
   from item_state i where i.enrolment_id = e.id) as items,
  (select json_agg(json_build_array(s.id, s.item_key, s.step_key, s.attempt, s.submitted_at, s.artefact, s.comment,
    s.review_by, s.reviewer_id, s.feedback_due_at, s.reviewed_at, s.reviewed_by, s.decision, s.review_comment,
    s.score::float8, s.criteria, s.waiting))
   from submission s where s.enrolment_id = e.id) as submissions,
  (select json_agg(json_build_array(p.item_key, p.person_id)) from enrolment_partner p where p.enrolment_id = e.id) as partners`;

type Time = string | null;
type StateValues = [
  string,
  StateRow['status'],
  string,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number | null,
  Time,
  Time,
  Time,
  Time,
  Time,
  number,
  StateRow['stages'],
];
type ItemValues = [
  string,
  string,
  number,
  ItemRow['state'],
  ItemRow['outcome'],
  Time,
  Time,
  boolean,
  string | null,
  Time,
  Time,
  Time,
  boolean | null,
  boolean,
  number | null,
  number,
  ItemRow['steps'],
  ItemRow['lockedBecause'],
];
type SubmissionValues = [
  string,
  string,
  string | null,
  number,
  string,
  string | null,
  string | null,
  SubmissionRow['reviewBy'],
  string | null,
  Time,
  Time,
  string | null,
  SubmissionRow['decision'],
  string | null,
  number | null,
  SubmissionRow['criteria'],
  boolean,
];

/** What `PROJECTION_LISTS` answers for an enrolment. */
export interface ProjectionLists {
  id: string;
  versionId: string;
  mentorId: string | null;
  state: StateValues | null;
  items: ItemValues[] | null;
  submissions: SubmissionValues[] | null;
  partners: [itemKey: string, personId: string][] | null;
}

/** What the tables hold now of an enrolment; null when it was never projected. */
export function projectionOf(lists: ProjectionLists): Projection | null {
  const { id, versionId, mentorId, state, items, submissions, partners } = lists;
  if (state === null) return null;
  return {
    versionId,
    mentorId,
    state: stateOf(id, state),
    items: items?.map((values) => itemOf(id, values)) ?? [],
    submissions: submissions?.map((values) => submissionOf(id, values)) ?? [],
    partners: partners?.map(([itemKey, personId]) => ({ enrolmentId: id, itemKey, personId })) ?? [],
  };
}

const instant = (text: Time): Instant | null => (text === null ? null : instantOfJson(text));

function stateOf(enrolmentId: string, values: StateValues): StateRow {
  return {
    enrolmentId,
    cohortId: values[0],
    status: values[1],
    cells: values[2],
    done: values[3],
    needed: values[4],
    onTime: values[5],
    onTimeOf: values[6],
    feedbackGiven: values[7],
    feedbackInTime: values[8],
    feedbackOf: values[9],
    overdue: values[10],
    waiting: values[11],
    score: values[12],
    nextFeedbackDueAt: instant(values[13]),
    lastEventAt: instant(values[14]),
    nextChangeAt: instant(values[15]),
    dueAt: instant(values[16]),
    completedAt: instant(values[17]),
    eventSeq: values[18],
    stages: values[19],
  };
}

function itemOf(enrolmentId: string, values: ItemValues): ItemRow {
  return {
    enrolmentId,
    itemKey: values[0],
    stageKey: values[1],
    position: values[2],
    state: values[3],
    outcome: values[4],
    opensAt: instant(values[5]),
    dueAt: instant(values[6]),
    provisional: values[7],
    awaiting: values[8],
    startedAt: instant(values[9]),
    deliveredAt: instant(values[10]),
    completedAt: instant(values[11]),
    onTime: values[12],
    overdue: values[13],
    score: values[14],
    attempt: values[15],
    steps: values[16],
    lockedBecause: values[17],
  };
}

function submissionOf(enrolmentId: string, values: SubmissionValues): SubmissionRow {
  return {
    id: values[0],
    enrolmentId,
    itemKey: values[1],
    stepKey: values[2],
    attempt: values[3],
    submittedAt: instantOfJson(values[4]),
    artefact: values[5],
    comment: values[6],
    reviewBy: values[7],
    reviewerId: values[8],
    feedbackDueAt: instant(values[9]),
    reviewedAt: instant(values[10]),
    reviewedBy: values[11],
    decision: values[12],
    reviewComment: values[13],
    score: values[14],
    criteria: values[15],
    waiting: values[16],
  };
}
