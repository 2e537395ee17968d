import type { PlainDate } from '@planwright/schema/time';
import { notFound } from '../access/graphql/index.js';
import { type Act, personParties, requireEach } from '../access/index.js';
import { columns, statement, type Tx } from '../database/index.js';
import { PersonEntity } from '../people/entities.js';
import type { Roster } from '../statistics/index.js';
import type { AllocationUnit } from './analysis/experiment-data.js';
import type { Stratum } from './experiment-records.js';

/** Somebody who may be drawn, with what strata and clusters are made of. */
export interface Candidate {
  id: string;
  name: string;
  active: boolean;
  departmentId: string | null;
  jobRole: string | null;
  mentorId: string | null;
  /** The last value of the metric before the start. */
  baseline: number | null;
  /** They are in another experiment that is not over. */
  engaged: boolean;
  /** The cohort in which they are in the same plan now, or will be; null = in none. */
  runsIn: string | null;
}

const STATEMENT = statement(
  {
    ...columns(PersonEntity, 'id', 'name', 'active', 'departmentId', 'jobRole'),
    mentorId: 'uuid?',
    baseline: 'double?',
    engaged: 'boolean',
    runsIn: 'text?',
  },
  `
select p.id, p.name, p.active, p.department_id as "departmentId", p.job_role as "jobRole",
  (select e.mentor_id from enrolment e join person o on o.id = e.mentor_id and o.active where e.person_id = p.id
    order by e.created_at desc, e.id limit 1) as "mentorId",
  (select m.value from measurement m where m.person_id = p.id and m.metric_key = $2
    and (m.baseline or m.measured_on < $3::date) order by m.measured_on desc, m.baseline desc limit 1) as baseline,
  exists (select 1 from experiment_member k join experiment x on x.id = k.experiment_id
    where k.person_id = p.id and x.status in ('DESIGNED', 'RUNNING') and x.id is distinct from $4::uuid and x.analysis_on > $5::date) as engaged,
  (select c.name from enrolment e join cohort c on c.id = e.cohort_id join enrolment_state s on s.enrolment_id = e.id
    where e.person_id = p.id and c.plan_id = $7::uuid and s.status in ('SCHEDULED', 'ACTIVE', 'PAUSED')
    order by e.created_at desc, e.id limit 1) as "runsIn"
from person p where p.workspace_id = $6::uuid and p.id = any($1::uuid[])`,
);

/**
 * These people in the order given. People that the viewer does not see are absent; people that the viewer is not HR of are not drawn.
 * `mentors` come before those of earlier plans.
 */
export async function readCandidates(
  act: Act,
  personIds: readonly string[],
  of: {
    planId: string;
    metricKey: string;
    startsOn: PlainDate;
    today: PlainDate;
    mentors: ReadonlyMap<string, string>;
    except?: string;
  },
): Promise<Candidate[]> {
  const { tx, viewer } = act;
  const rows = await readRows(tx, viewer.workspace.id, personIds, of);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return personIds.map((id) => {
    const person = byId.get(id);
    if (!person) throw notFound(act);
    requireEach(viewer, of.except ? 'joinExperiment' : 'createExperiment', [personParties(id, person.departmentId)]);
    return { ...person, mentorId: of.mentors.get(id) ?? person.mentorId };
  });
}

const readRows = (
  tx: Tx,
  workspaceId: string,
  personIds: readonly string[],
  of: { planId: string; metricKey: string; startsOn: PlainDate; today: PlainDate; except?: string },
): Promise<Candidate[]> =>
  tx.rows(STATEMENT, [personIds, of.metricKey, of.startsOn, of.except ?? null, of.today, workspaceId, of.planId]);

/** As statistics know people: the stratum is what all chosen features say together. */
export function rosterOf(people: readonly Candidate[], strata: readonly Stratum[], unit: AllocationUnit): Roster[] {
  const known = people.flatMap(({ baseline }) => (baseline === null ? [] : [baseline])).sort((a, b) => a - b);
  const middle = known[Math.floor(known.length / 2)] ?? 0;
  return people.map((person): Roster => {
    const stratum = stratumOf(person, strata, middle);
    const cluster = clusterOf(person, unit);
    return {
      id: person.id,
      ...(stratum === null ? {} : { stratum }),
      ...(cluster === null ? {} : { cluster }),
      ...(person.baseline === null ? {} : { baseline: person.baseline }),
    };
  });
}

function stratumOf(person: Candidate, strata: readonly Stratum[], middle: number): string | null {
  if (strata.length === 0) return null;
  return JSON.stringify(
    strata.map((stratum) => {
      switch (stratum) {
        case 'DEPARTMENT':
          return person.departmentId;
        case 'JOB_ROLE':
          return person.jobRole;
        case 'MENTOR':
          return person.mentorId;
        case 'BASELINE':
          return person.baseline === null ? null : person.baseline < middle ? 'below' : 'above';
        default:
          return stratum satisfies never;
      }
    }),
  );
}

export function clusterOf(
  { mentorId, departmentId }: Pick<Candidate, 'mentorId' | 'departmentId'>,
  unit: AllocationUnit,
): string | null {
  if (unit === 'PERSON') return null;
  return unit === 'MENTOR' ? mentorId : departmentId;
}
