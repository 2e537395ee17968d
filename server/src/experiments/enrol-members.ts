import { type Act, done, type Outcome } from '../access/index.js';
import { statement } from '../database/index.js';
import { enrolPeople } from '../enrolments/index.js';
import type { EnrolmentChange, ProgressDeps } from '../progress/index.js';
import type { ExperimentRecord, MemberRecord } from './experiment-records.js';

const IN_SAME_PLAN = statement(
  { id: 'uuid' },
  `
select distinct e.person_id as id from enrolment e join cohort c on c.id = e.cohort_id
join enrolment_state s on s.enrolment_id = e.id
where e.person_id = any($2::uuid[]) and e.cohort_id <> $1::uuid and s.status in ('SCHEDULED', 'ACTIVE', 'PAUSED')
  and c.plan_id = (select plan_id from cohort where id = $1::uuid)`,
);

const FIND_PERSON = statement({ id: 'uuid' }, 'select id from person where id = any($1::uuid[]) and active');

/**
 * Enrols members on the version that they were drawn for (or moved to by hand), each with their mentor, through the same
 * function as everybody else. People who have left meanwhile stay in their arm as people who never started.
 * Whoever came into the same plan meanwhile is not enrolled twice.
 */
export async function enrolMembers(
  act: Act,
  deps: ProgressDeps,
  { arms, startsOn }: Pick<ExperimentRecord, 'arms' | 'startsOn'>,
  cohortId: string,
  members: readonly MemberRecord[],
): Promise<Outcome<EnrolmentChange[]>> {
  const active = await act.tx.rows(FIND_PERSON, [
    members.flatMap(({ personId, mentorId }) => (mentorId === null ? [personId] : [personId, mentorId])),
  ]);
  const isActive = new Set(active.map(({ id }) => id));
  const there = await act.tx.rows(IN_SAME_PLAN, [cohortId, members.map(({ personId }) => personId)]);
  const isThere = new Set(there.map(({ id }) => id));
  const versionOf = new Map(arms.map(({ key, versionId }) => [key, versionId]));
  const groups = Map.groupBy(
    members.filter(({ personId }) => isActive.has(personId) && !isThere.has(personId)),
    ({ arm, deviatedTo, mentorId }) =>
      `${deviatedTo ?? arm} ${mentorId !== null && isActive.has(mentorId) ? mentorId : ''}`,
  );
  const changes: EnrolmentChange[] = [];
  for (const [group, people] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [arm = '', mentorId = ''] = group.split(' ');
    const planVersionId = versionOf.get(arm);
    if (planVersionId === undefined) throw new Error(`no arm is called ${arm}`);
    const enrolled = await enrolPeople(act, deps, {
      cohortId,
      personIds: people.map(({ personId }) => personId),
      planVersionId,
      startsOn,
      ...(mentorId === '' ? {} : { mentorId }),
    });
    if (!enrolled.ok) return enrolled;
    changes.push(...enrolled.value.changes);
  }
  return done(changes);
}
