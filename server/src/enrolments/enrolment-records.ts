import type { Instant, PlainDate, Zone } from '@planwright/schema/time';
import type { PageOfKey } from '../access/graphql/index.js';
import { columns, instantSql, json, listOf, type Sql, statement } from '../database/index.js';
import {
  EnrolmentEntity,
  EnrolmentPartnerEntity,
  ItemStateEntity,
  ProgressEventEntity,
  SubmissionEntity,
} from '../progress/entities.js';
import {
  ITEM_COLUMNS,
  type ItemRow,
  type PartnerRow,
  STATE_COLUMNS,
  type StateRow,
  SUBMISSION_COLUMNS,
  type SubmissionRow,
} from '../progress/index.js';
import { CohortEntity } from './entities.js';

/** An enrolment as a reader sees it. Partners see that it is there, but not its figures: then `state` is null. */
export interface EnrolmentRecord {
  id: string;
  workspaceId: string;
  cohortId: string;
  personId: string;
  versionId: string;
  mentorId: string | null;
  startsOn: PlainDate;
  zone: Zone;
  state: StateRow | null;
}

export const ENROLMENT = `select e.id, e.workspace_id as "workspaceId", e.cohort_id as "cohortId", e.person_id as "personId",
  e.plan_version_id as "versionId", e.mentor_id as "mentorId", e.starts_on as "startsOn", e.zone,
  (select to_json(x) from (select ${STATE_COLUMNS} from enrolment_state s where s.enrolment_id = e.id) x) as state
  from enrolment e`;

export const ENROLMENT_ROW = {
  ...columns(EnrolmentEntity, 'id', 'workspaceId', 'cohortId', 'personId', 'mentorId', 'startsOn', 'zone'),
  versionId: 'uuid',
  state: json<StateRow | null>(),
} as const;

const FIND_ENROLMENTS = statement(ENROLMENT_ROW, `${ENROLMENT} where e.id = any($1::uuid[])`);

export function findEnrolments(sql: Sql, ids: readonly string[]): Promise<EnrolmentRecord[]> {
  return sql.rows(FIND_ENROLMENTS, [ids]);
}

const LIST_ENROLMENTS = statement(
  ENROLMENT_ROW,
  `select page.* from unnest($1::uuid[]) asked(id) cross join lateral (
       ${ENROLMENT} where e.cohort_id = asked.id and ($2::uuid is null or e.id > $2::uuid) order by e.id limit $3) page`,
);

/** A page of each of these cohorts in the order of ids. */
export function listEnrolments(
  sql: Sql,
  cohortIds: readonly string[],
  { limit, after }: PageOfKey,
): Promise<EnrolmentRecord[]> {
  return sql.rows(LIST_ENROLMENTS, [cohortIds, after, limit]);
}

const FIND_CANCELLED = statement(
  ENROLMENT_ROW,
  `${ENROLMENT} where e.cohort_id = any($1::uuid[]) and exists (
       select 1 from enrolment_state s where s.enrolment_id = e.id and s.status = 'CANCELLED') order by e.id`,
);

/** The visible ones of these cohorts who were cancelled. */
export function findCancelled(sql: Sql, cohortIds: readonly string[]): Promise<EnrolmentRecord[]> {
  return sql.rows(FIND_CANCELLED, [cohortIds]);
}

const COUNT_ENROLMENTS = statement(
  { cohortId: 'uuid', count: 'int' },
  `
select c.id as "cohortId", (select count(*)::int from enrolment e where e.cohort_id = c.id) as count
from unnest($1::uuid[]) c(id)`,
);

/** How many of each of these cohorts the reader may see. */
export const countEnrolments = (sql: Sql, cohortIds: readonly string[]) => sql.rows(COUNT_ENROLMENTS, [cohortIds]);

const FIND_ITEMS = statement(
  {
    ...columns(
      ItemStateEntity,
      'enrolmentId',
      'itemKey',
      'stageKey',
      'position',
      'state',
      'outcome',
      'provisional',
      'awaiting',
      'onTime',
      'overdue',
      'score',
      'attempt',
      'steps',
      'lockedBecause',
    ),
    opensAt: 'text?',
    dueAt: 'text?',
    startedAt: 'text?',
    deliveredAt: 'text?',
    completedAt: 'text?',
  },
  `select ${ITEM_COLUMNS} from item_state i where i.enrolment_id = any($1::uuid[]) order by i.enrolment_id, i.position`,
);

export function findItems(sql: Sql, enrolmentIds: readonly string[]): Promise<ItemRow[]> {
  return sql.rows(FIND_ITEMS, [enrolmentIds]);
}

/** What `SUBMISSION_COLUMNS` answers. */
export const SUBMISSION = {
  ...columns(
    SubmissionEntity,
    'id',
    'enrolmentId',
    'itemKey',
    'stepKey',
    'attempt',
    'artefact',
    'comment',
    'reviewBy',
    'reviewerId',
    'reviewedBy',
    'decision',
    'reviewComment',
    'score',
    'criteria',
    'waiting',
  ),
  submittedAt: 'text',
  feedbackDueAt: 'text?',
  reviewedAt: 'text?',
} as const;

const FIND_SUBMISSIONS_OF = statement(
  SUBMISSION,
  `select ${SUBMISSION_COLUMNS} from submission s where s.enrolment_id = any($1::uuid[])
     order by s.enrolment_id, s.submitted_at, s.attempt, s.id`,
);

export function findSubmissionsOf(sql: Sql, enrolmentIds: readonly string[]): Promise<SubmissionRow[]> {
  return sql.rows(FIND_SUBMISSIONS_OF, [enrolmentIds]);
}

const FIND_SUBMISSIONS = statement(
  SUBMISSION,
  `select ${SUBMISSION_COLUMNS} from submission s where s.id = any($1::uuid[])`,
);

export function findSubmissions(sql: Sql, ids: readonly string[]): Promise<SubmissionRow[]> {
  return sql.rows(FIND_SUBMISSIONS, [ids]);
}

const FIND_PARTNERS = statement(
  columns(EnrolmentPartnerEntity, 'enrolmentId', 'itemKey', 'personId'),
  `select enrolment_id as "enrolmentId", item_key as "itemKey", person_id as "personId" from enrolment_partner
     where enrolment_id = any($1::uuid[]) order by enrolment_id, item_key, person_id`,
);

export function findPartners(sql: Sql, enrolmentIds: readonly string[]): Promise<PartnerRow[]> {
  return sql.rows(FIND_PARTNERS, [enrolmentIds]);
}

export interface EventRecord {
  seq: number;
  recordedAt: Instant;
  occurredAt: Instant;
  actor: string;
  type: string;
  data: object;
}

const LIST_EVENTS = statement(
  columns(ProgressEventEntity, 'enrolmentId', 'seq', 'recordedAt', 'occurredAt', 'actor', 'type', 'data'),
  `select page.* from unnest($1::uuid[]) asked(id) cross join lateral (
       select e.enrolment_id as "enrolmentId", e.seq, e.recorded_at as "recordedAt", e.occurred_at as "occurredAt", e.actor, e.type, e.data
       from progress_event e where e.enrolment_id = asked.id and e.seq > $2::int
         and e.recorded_at <= coalesce($4::timestamptz, 'infinity') order by e.seq limit $3) page`,
);

/** A page of the history of each of these enrolments in the order of recording; `after` is a number of that order. */
export function listEvents(
  sql: Sql,
  enrolmentIds: readonly string[],
  { limit, after }: PageOfKey,
  asOf?: Instant,
): Promise<(EventRecord & { enrolmentId: string })[]> {
  return sql.rows(LIST_EVENTS, [enrolmentIds, after ?? 0, limit, asOf ?? null]);
}

export interface CohortRecord {
  id: string;
  workspaceId: string;
  planId: string;
  name: string;
  startsOn: PlainDate;
  createdAt: Instant;
}

const COHORT = columns(CohortEntity, 'id', 'workspaceId', 'planId', 'name', 'startsOn', 'createdAt');
const COHORT_COLUMNS = listOf(COHORT, 'c');

const FIND_COHORTS = statement(COHORT, `select ${COHORT_COLUMNS} from cohort c where c.id = any($1::uuid[])`);

export function findCohorts(sql: Sql, ids: readonly string[]): Promise<CohortRecord[]> {
  return sql.rows(FIND_COHORTS, [ids]);
}

const FIND_COHORTS_OF_PLANS = statement(
  COHORT,
  `select ${COHORT_COLUMNS} from cohort c where c.plan_id = any($1::uuid[]) order by c.starts_on desc, c.id`,
);

export function findCohortsOfPlans(sql: Sql, planIds: readonly string[]): Promise<CohortRecord[]> {
  return sql.rows(FIND_COHORTS_OF_PLANS, [planIds]);
}

const LIST_COHORTS = statement(
  COHORT,
  `select ${COHORT_COLUMNS} from cohort c
     where ($1::text is null or c.plan_id = (select p.id from plan p where p.key = $1))
       and ($2::date is null or (c.starts_on, c.id) < ($2::date, $3::uuid))
     order by c.starts_on desc, c.id desc limit $4`,
);

/** Newest start first; `after` is the last one of the page before. One more than asked. */
export function listCohorts(
  sql: Sql,
  first: number,
  planKey: string | undefined,
  after: { startsOn: PlainDate; id: string } | undefined,
): Promise<CohortRecord[]> {
  return sql.rows(LIST_COHORTS, [planKey ?? null, after?.startsOn ?? null, after?.id ?? null, first + 1]);
}

export interface CohortFigures {
  cohortId: string;
  people: number;
  done: number;
  needed: number;
  dueAt: Instant | null;
  versionIds: string[];
}

const FIND_COHORT_FIGURES = statement(
  { people: 'int', done: 'int', needed: 'int', dueAt: 'text?', versionIds: 'uuid[]', cohortId: 'uuid' },
  `select e.cohort_id as "cohortId", count(s.id)::int as people, coalesce(sum(s.done), 0)::int as done,
       coalesce(sum(s.needed), 0)::int as needed, ${instantSql('max(s.due_at)')} as "dueAt",
       array_agg(distinct e.plan_version_id) as "versionIds"
     from enrolment e join enrolment_state s on s.enrolment_id = e.id and s.status <> 'CANCELLED'
     where e.cohort_id = any($1::uuid[]) group by e.cohort_id`,
);

/** Pooled figures of the people that the reader may see; cancelled enrolments are in no figure. */
export function findCohortFigures(sql: Sql, cohortIds: readonly string[]): Promise<CohortFigures[]> {
  return sql.rows(FIND_COHORT_FIGURES, [cohortIds]);
}
