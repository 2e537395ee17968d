import type { LocalizedText } from '@planwright/schema/text';
import type { Instant, PlainDate } from '@planwright/schema/time';
import { columns, json, type Sql, statement } from '../database/index.js';
import type { Allocation, Roster } from '../statistics/index.js';
import type { AllocationUnit, ExperimentAnalysis } from './analysis/experiment-data.js';
import { ExperimentEntity, ExperimentMemberEntity } from './entities.js';

export type Stratum = 'DEPARTMENT' | 'JOB_ROLE' | 'MENTOR' | 'BASELINE';
/** ANALYSED = opened on its day, STOPPED = ended before it with an estimate but no verdict, CANCELLED = ended without either. */
export type ExperimentStatus = 'DESIGNED' | 'RUNNING' | 'ANALYSED' | 'STOPPED' | 'CANCELLED';

/** What else is looked at, declared with the primary metric: must not get worse, or would be good to know. */
export interface RegisteredMeasure {
  metric: string;
  role: 'GUARDRAIL' | 'SECONDARY';
  /** How much worse would still be accepted, in the metric's unit; null for secondary ones. */
  margin: number | null;
}

export type DecisionKind = 'ROLL_OUT' | 'KEEP' | 'REPEAT';

/** What HR made of it. The newest counts, the earlier ones stay. */
export interface DecisionRecord {
  kind: DecisionKind;
  /** The version that everybody gets from now on; null where the experiment is repeated. */
  versionId: string | null;
  reason: string;
  /** What the verdicts were when it was decided; empty = there were none. */
  verdicts: string[];
  at: Instant;
  by: string;
}

export interface ArmRecord {
  key: string;
  versionId: string;
  weight: number;
}

export interface ExperimentRecord {
  id: string;
  planId: string;
  name: string;
  hypothesis: string;
  metricKey: string;
  smallestEffect: number;
  unit: AllocationUnit;
  strata: Stratum[];
  status: ExperimentStatus;
  seed: string;
  seedHash: string;
  roster: Roster[];
  rosterDigest: string;
  allocation: Allocation;
  registrationHash: string;
  cohortName: string;
  startsOn: PlainDate;
  analysisOn: PlainDate;
  cohortId: string | null;
  createdAt: Instant;
  /** What was found when the results were opened, as it was found. */
  analysis: ExperimentAnalysis | null;
  /** SHA-256 of registration, data and analysis as they were opened. */
  digest: string | null;
  openedAt: Instant | null;
  openedBy: string | null;
  /** The last day whose measurements count. */
  resultsUntil: PlainDate | null;
  /** When and why it was stopped or cancelled. */
  endedAt: Instant | null;
  endedBy: string | null;
  endReason: string | null;
  measures: RegisteredMeasure[];
  /** Oldest first. */
  decisions: DecisionRecord[];
  /** How the analysis will be done, as it was registered; null in experiments from before that was. */
  method: LocalizedText | null;
  /** The first is the reference. */
  arms: ArmRecord[];
}

const SELECT = `
select x.id, x.plan_id as "planId", x.name, x.hypothesis, x.metric_key as "metricKey", x.smallest_effect as "smallestEffect",
  x.unit, x.strata, x.status, x.seed, x.seed_hash as "seedHash", x.roster, x.roster_digest as "rosterDigest", x.allocation,
  x.registration_hash as "registrationHash", x.cohort_name as "cohortName", x.starts_on as "startsOn",
  x.analysis_on as "analysisOn", x.cohort_id as "cohortId", x.created_at as "createdAt", x.analysis,
  x.analysis_digest as digest, x.analysed_at as "openedAt", x.analysed_by as "openedBy", x.results_until as "resultsUntil",
  x.ended_at as "endedAt", x.ended_by as "endedBy", x.end_reason as "endReason", x.measures, x.decisions,
  x.registration -> 'method' as method,
  (select json_agg(json_build_object('key', a.key, 'versionId', a.plan_version_id, 'weight', a.weight) order by a.position)
    from experiment_arm a where a.experiment_id = x.id) as arms
from experiment x`;

const EXPERIMENT = {
  ...columns(
    ExperimentEntity,
    'id',
    'planId',
    'name',
    'hypothesis',
    'metricKey',
    'smallestEffect',
    'unit',
    'strata',
    'status',
    'seed',
    'seedHash',
    'roster',
    'rosterDigest',
    'allocation',
    'registrationHash',
    'cohortName',
    'startsOn',
    'analysisOn',
    'cohortId',
    'createdAt',
    'analysis',
    'resultsUntil',
    'endedAt',
    'endedBy',
    'endReason',
    'measures',
    'decisions',
  ),
  digest: 'text?',
  openedAt: 'timestamptz?',
  openedBy: 'uuid?',
  method: json<LocalizedText | null>(),
  arms: json<ArmRecord[]>(),
} as const;

const FIND_EXPERIMENT = statement(EXPERIMENT, `${SELECT} where x.id = $1::uuid`);

export const findExperiment = (sql: Sql, id: string): Promise<ExperimentRecord | undefined> =>
  sql.row(FIND_EXPERIMENT, [id]);

const FIND_EXPERIMENTS = statement(
  EXPERIMENT,
  `${SELECT} where x.id = any($1::uuid[]) order by x.starts_on, x.created_at, x.id`,
);

/** In the order in which they began. */
export const findExperiments = (sql: Sql, ids: readonly string[]): Promise<ExperimentRecord[]> =>
  sql.rows(FIND_EXPERIMENTS, [ids]);

const FIND_EXPERIMENT_OF_COHORT = statement(EXPERIMENT, `${SELECT} where x.cohort_id = $1::uuid`);

export const findExperimentOfCohort = (sql: Sql, cohortId: string): Promise<ExperimentRecord | undefined> =>
  sql.row(FIND_EXPERIMENT_OF_COHORT, [cohortId]);

const FIND_EXPERIMENTS_OF_COHORTS = statement(EXPERIMENT, `${SELECT} where x.cohort_id = any($1::uuid[])`);

export const findExperimentsOfCohorts = (sql: Sql, cohortIds: readonly string[]): Promise<ExperimentRecord[]> =>
  sql.rows(FIND_EXPERIMENTS_OF_COHORTS, [cohortIds]);

const LOCK_EXPERIMENT = statement({ id: 'uuid' }, `select id from experiment where id = $1::uuid for update`);

/** The experiment, its row locked until the end of the transaction. As worker. */
export async function lockExperiment(sql: Sql, id: string): Promise<ExperimentRecord> {
  const locked = await sql.row(LOCK_EXPERIMENT, [id]);
  const record = locked && (await findExperiment(sql, id));
  if (!record) throw new Error('an experiment that was seen is gone');
  return record;
}

const LIST_EXPERIMENTS = statement(
  EXPERIMENT,
  `${SELECT} where ($1::text is null or x.plan_id = (select p.id from plan p where p.key = $1))
       and ($2::timestamptz is null or (x.created_at, x.id) < ($2::timestamptz, $3::uuid))
     order by x.created_at desc, x.id desc limit $4`,
);

/** Newest first; one more than asked. */
export const listExperiments = (
  sql: Sql,
  first: number,
  planKey: string | undefined,
  after: { createdAt: Instant; id: string } | undefined,
): Promise<ExperimentRecord[]> =>
  sql.rows(LIST_EXPERIMENTS, [planKey ?? null, after?.createdAt ?? null, after?.id ?? null, first + 1]);

export interface MemberRecord {
  personId: string;
  arm: string;
  stratum: string | null;
  cluster: string | null;
  baseline: number | null;
  mentorId: string | null;
  late: boolean;
  deviation: string | null;
  deviatedTo: string | null;
}

export const findMembers = (sql: Sql, experimentId: string): Promise<MemberRecord[]> =>
  findMembersOf(sql, [experimentId]);

const FIND_MEMBERS_OF = statement(
  {
    ...columns(
      ExperimentMemberEntity,
      'experimentId',
      'personId',
      'stratum',
      'cluster',
      'baseline',
      'mentorId',
      'late',
      'deviation',
      'deviatedTo',
    ),
    arm: 'text',
  },
  `select experiment_id as "experimentId", person_id as "personId", arm_key as arm, stratum, cluster, baseline, mentor_id as "mentorId", late, deviation,
       deviated_to as "deviatedTo" from experiment_member where experiment_id = any($1::uuid[]) order by person_id`,
);

export const findMembersOf = (
  sql: Sql,
  experimentIds: readonly string[],
): Promise<(MemberRecord & { experimentId: string })[]> => sql.rows(FIND_MEMBERS_OF, [experimentIds]);

const INSERT_MEMBERS = statement(
  {},
  `insert into experiment_member (workspace_id, experiment_id, person_id, arm_key, stratum, cluster, baseline, mentor_id, late,
       assigned_at)
     select $1::uuid, $2::uuid, m."personId", m.arm, m.stratum, m.cluster, m.baseline, m."mentorId", m.late, $4::timestamptz
     from jsonb_to_recordset($3::jsonb) as m("personId" uuid, arm text, stratum text, cluster text, baseline float8,
       "mentorId" uuid, late boolean) order by m."personId"`,
);

/** As worker. */
export const insertMembers = (
  sql: Sql,
  of: { workspaceId: string; experimentId: string; now: Instant },
  members: readonly Omit<MemberRecord, 'deviation' | 'deviatedTo'>[],
): Promise<object[]> => sql.rows(INSERT_MEMBERS, [of.workspaceId, of.experimentId, JSON.stringify(members), of.now]);
