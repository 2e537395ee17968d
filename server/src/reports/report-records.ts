import type { Instant } from '@planwright/schema/time';
import { columns, listOf, type Sql, statement, type Tx, type WritingTx } from '../database/index.js';
import type { NewFinding } from './compose-report.js';
import { FindingEntity, ReportEntity } from './entities.js';
import type { FindingRecord, ReportRecord, ReportText } from './report-record.js';

const REPORT_COLUMNS = `r.id, r.cohort_id as "cohortId", r.plan_version_id as "versionId", r.departments,
  r.generated_at as "generatedAt", r.body, r.manifest`;
export interface NewReport {
  workspaceId: string;
  cohortId: string;
  versionId: string;
  departments: readonly string[] | null;
  now: Instant;
  by: string;
  figuresHash: string;
  text: ReportText;
  manifest: Record<string, unknown>;
  findings: readonly NewFinding[];
}

const WAIT_FOR_TURN = statement(
  { pg_advisory_xact_lock: 'text' },
  'select pg_advisory_xact_lock(hashtextextended($1, 0))',
);

const FIND_REPORT = statement(
  { id: 'uuid' },
  `select l.id from (select id, figures_hash from report
       where cohort_id = $1::uuid and departments is not distinct from $2::uuid[]
       order by generated_at desc, id desc limit 1) l
     where l.figures_hash = $3`,
);

const INSERT_REPORT = statement(
  { id: 'uuid' },
  `insert into report (workspace_id, cohort_id, plan_version_id, departments, generated_at, generated_by, figures_hash, body,
       manifest)
     values ($1::uuid, $2::uuid, $3::uuid, $4::uuid[], $5::timestamptz, $6::uuid, $7, $8::jsonb, $9::jsonb) returning id`,
);

const INSERT_FINDING = statement(
  {},
  `insert into finding (workspace_id, report_id, position, rule, item_key, mentor_id, grade, words, commands)
     select $1::uuid, $2::uuid, (f ->> 'position')::int, f ->> 'rule', f ->> 'itemKey', (f ->> 'mentorId')::uuid,
       f ->> 'grade', f -> 'words', f -> 'commands'
     from jsonb_array_elements($3::jsonb) f`,
);

/**
 * Keeps a report unless the newest one of the same people says the same: then that one is the report. As worker. Requests
 * that come at once wait for each other, so that they find one report.
 */
export async function keepReport(tx: Tx, report: NewReport): Promise<string> {
  await tx.rows(WAIT_FOR_TURN, [`report:${report.cohortId}`]);
  const same = await tx.row(FIND_REPORT, [report.cohortId, report.departments, report.figuresHash]);
  if (same) return same.id;
  const made = await tx.row(INSERT_REPORT, [
    report.workspaceId,
    report.cohortId,
    report.versionId,
    report.departments,
    report.now,
    report.by,
    report.figuresHash,
    JSON.stringify(report.text),
    JSON.stringify(report.manifest),
  ]);
  if (!made) throw new Error('a report was inserted but not answered');
  const findings = report.findings.map((finding, position) => ({ ...finding, position }));
  await tx.rows(INSERT_FINDING, [report.workspaceId, made.id, JSON.stringify(findings)]);
  return made.id;
}

const REPORT = {
  ...columns(ReportEntity, 'id', 'cohortId', 'departments', 'generatedAt', 'body', 'manifest'),
  versionId: 'uuid',
} as const;

const FIND_REPORTS = statement(REPORT, `select ${REPORT_COLUMNS} from report r where r.id = any($1::uuid[])`);

export function findReports(sql: Sql, ids: readonly string[]): Promise<ReportRecord[]> {
  return sql.rows(FIND_REPORTS, [ids]);
}

export interface ReportFilter {
  planKey: string | undefined;
  cohortId: string | undefined;
  /** When they were made; `until` itself is not included. */
  from: Instant | undefined;
  until: Instant | undefined;
}

const AT = `date_trunc('milliseconds', r.generated_at)`;
const LIST_REPORTS = statement(
  REPORT,
  `select ${REPORT_COLUMNS} from report r
     where ($1::uuid is null or r.cohort_id = $1::uuid)
       and ($2::text is null or r.cohort_id in (select c.id from cohort c join plan p on p.id = c.plan_id where p.key = $2))
       and ($3::timestamptz is null or (${AT}, r.id) < ($3::timestamptz, $4::uuid))
       and ($6::timestamptz is null or r.generated_at >= $6::timestamptz)
       and ($7::timestamptz is null or r.generated_at < $7::timestamptz)
     order by ${AT} desc, r.id desc limit $5`,
);

/** Newest first; one more than asked. `after` is the last one of the page before, to the millisecond. */
export function listReports(
  sql: Sql,
  first: number,
  { planKey, cohortId, from, until }: ReportFilter,
  after: { generatedAt: Instant; id: string } | undefined,
): Promise<ReportRecord[]> {
  return sql.rows(LIST_REPORTS, [
    cohortId ?? null,
    planKey ?? null,
    after?.generatedAt ?? null,
    after?.id ?? null,
    first + 1,
    from ?? null,
    until ?? null,
  ]);
}

const FINDING = columns(
  FindingEntity,
  'id',
  'reportId',
  'rule',
  'itemKey',
  'mentorId',
  'grade',
  'words',
  'commands',
  'appliedAt',
);
const FINDING_COLUMNS = listOf(FINDING, 'f');

const FIND_FINDINGS_OF = statement(
  FINDING,
  `select ${FINDING_COLUMNS} from finding f
     where f.report_id = any($1::uuid[]) and ($2::boolean or f.mentor_id is null) order by f.report_id, f.position`,
);

/** In the order of each report. `mentors` = whether findings about a mentor are among them. */
export function findFindingsOf(sql: Sql, reportIds: readonly string[], mentors: boolean): Promise<FindingRecord[]> {
  return sql.rows(FIND_FINDINGS_OF, [reportIds, mentors]);
}

const FIND_FINDING = statement(
  FINDING,
  `select ${FINDING_COLUMNS} from finding f where f.id = $1::uuid and ($2::boolean or f.mentor_id is null)`,
);

export function findFinding(sql: Sql, id: string, mentors: boolean): Promise<FindingRecord | undefined> {
  return sql.row(FIND_FINDING, [id, mentors]);
}

export async function markApplied(tx: WritingTx, findingId: string, by: string, now: Instant): Promise<void> {
  await tx.em.nativeUpdate(FindingEntity, { id: findingId }, { appliedAt: now, appliedBy: by });
}
