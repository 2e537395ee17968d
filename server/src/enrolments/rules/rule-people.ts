import { compileExpression, type PlanDefinition } from '@planwright/schema/definition';
import type { EnrolmentStatus } from '@planwright/schema/engine';
import type { LocalizedText } from '@planwright/schema/text';
import { type Instant, type PlainDate, plainDateIn, type Zone } from '@planwright/schema/time';
import { columns, instantSql, json, type Sql, statement } from '../../database/index.js';
import { PersonEntity } from '../../people/entities.js';
import { type Enrollee, factsOf } from '../enrollees.js';
import type { PlanEnrolment, RulePerson } from './decide-run.js';

export type Audience = NonNullable<PlanDefinition['audience']>;

/** Somebody a rule may concern, with what is needed to enrol them and to say why. */
export interface Candidate extends RulePerson, Pick<Enrollee, 'timeZone' | 'departmentId' | 'department' | 'jobRole'> {
  name: string;
  departmentName: string | null;
  /** In the languages that HR gave it one; empty without a job role. */
  jobTitle: LocalizedText;
  facts: ReturnType<typeof factsOf>;
}

/** An audience that names nobody in particular means nobody: a plan for everybody says so by a condition. */
export const meansSomebody = (audience: Audience | undefined): audience is Audience =>
  audience !== undefined &&
  ((audience.jobRoles ?? []).length > 0 || (audience.departments ?? []).length > 0 || audience.when !== undefined);

interface EnrolmentJson {
  id: string;
  status: EnrolmentStatus;
  createdOn: PlainDate;
  completedOn: PlainDate | null;
  byRule: { missedRuns: number; missedAt: string | null; acted: 'PAUSED' | 'CANCELLED' | null } | null;
}

/**
 * Active people in the job roles and departments of the audience, and whoever the rule enrolled and is still on their way. A department means those
 * below it, too, and one that was merged the one it became. $3 and $4 are null where the audience does not name any.
 */
const STATEMENT = statement(
  {
    ...columns(PersonEntity, 'id', 'name', 'active', 'timeZone', 'departmentId', 'jobRole', 'joinedOn', 'facts'),
    department: 'text?',
    departmentName: 'text?',
    jobTitle: json<LocalizedText>(),
    named: 'boolean',
    teamSize: 'int',
    joined: 'timestamptz?',
    promoted: 'timestamptz?',
    enrolments: json<EnrolmentJson[]>(),
  },
  `
with recursive meant as (
  select d.id from department d where d.workspace_id = $1::uuid and (d.key = any($4::text[])
    or d.id in (select a.department_id from department_alias a where a.workspace_id = $1::uuid and a.key = any($4::text[])))
  union
  select d.id from department d join meant m on d.parent_id = m.id
), team as (
  select manager_id, count(*)::int as size from person where workspace_id = $1::uuid and active and manager_id is not null group by 1
), looked_at as (
  select p.*, coalesce((p.active and ($3::text[] is null or p.job_role = any($3::text[]))
    and ($4::text[] is null or p.department_id in (select id from meant))), false) as named
  from person p where p.workspace_id = $1::uuid
)
select p.id, p.name, p.active, p.time_zone as "timeZone", p.department_id as "departmentId", p.job_role as "jobRole",
  p.joined_on as "joinedOn", p.facts, d.key as department, d.name as "departmentName", coalesce(j.titles, '{}') as "jobTitle", p.named, coalesce(t.size, 0) as "teamSize",
  (select max(v.at) from career_event v where v.person_id = p.id and v.type = 'JOINED') as joined,
  (select max(v.at) from career_event v where v.person_id = p.id and v.type = 'PROMOTED'
    and (v.became_lead or v.job_role = any($3::text[]))) as promoted,
  coalesce((select json_agg(json_build_object(
      'id', e.id, 'status', s.status,
      'createdOn', to_char(e.created_at at time zone $5::text, 'YYYY-MM-DD'),
      'completedOn', to_char(s.completed_at at time zone $5::text, 'YYYY-MM-DD'),
      'byRule', case when r.id is null then null else json_build_object('missedRuns', r.missed_runs,
        'missedAt', ${instantSql('r.missed_at')}, 'acted', r.acted) end)
      order by e.created_at, e.id)
    from enrolment e join cohort c on c.id = e.cohort_id and c.plan_id = $2::uuid
    join enrolment_state s on s.enrolment_id = e.id
    left join rule_enrolment r on r.enrolment_id = e.id
    where e.person_id = p.id), '[]') as enrolments
from looked_at p left join department d on d.id = p.department_id
left join job_role j on j.workspace_id = p.workspace_id and j.key = p.job_role
left join team t on t.manager_id = p.id
where p.named or (p.active and exists (select 1 from rule_enrolment r join enrolment e on e.id = r.enrolment_id
  join cohort c on c.id = e.cohort_id and c.plan_id = $2::uuid
  join enrolment_state s on s.enrolment_id = e.id and s.status in ('SCHEDULED', 'ACTIVE', 'PAUSED')
  where e.person_id = p.id))
order by p.name, p.id`,
);

/** Everybody the rule of this plan may concern now, by name, as far as the reader may see them. */
export async function readCandidates(
  sql: Sql,
  of: { workspaceId: string; planId: string; audience: Audience; zone: Zone; inExperiment: ReadonlySet<string> },
): Promise<Candidate[]> {
  const { audience, zone } = of;
  const listed = (list: readonly string[] | undefined) => (list && list.length > 0 ? list : null);
  const rows = await sql.rows(STATEMENT, [
    of.workspaceId,
    of.planId,
    listed(audience.jobRoles),
    listed(audience.departments),
    zone,
  ]);
  const meets = conditionOf(audience);
  return rows.map(({ named, teamSize, joined, promoted, enrolments, ...person }): Candidate => {
    const facts = factsOf(person, teamSize);
    return {
      ...person,
      facts,
      matches: named && meets(facts),
      joinedOn: person.joinedOn ?? dayOf(joined, zone),
      promotedOn: dayOf(promoted, zone),
      inExperiment: of.inExperiment.has(person.id),
      enrolments: enrolments.map((enrolment): PlanEnrolment => enrolment),
    };
  });
}

/** What cannot be said of somebody, because a fact is not known, is not met. */
function conditionOf({ when }: Audience): (facts: Candidate['facts']) => boolean {
  if (when === undefined) return () => true;
  const compiled = compileExpression(when);
  return 'problem' in compiled ? () => false : (facts) => compiled.evaluate(facts) === true;
}

const dayOf = (at: Instant | null, zone: Zone): PlainDate | null => (at === null ? null : plainDateIn(at, zone));
