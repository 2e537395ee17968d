import { type Act, done, type Outcome } from '../access/outcome.js';
import { enrolPeople } from '../enrolments/enrol-people.js';
import type { ProgressDeps } from '../progress/apply-events.js';
import type { EnrolmentChange } from '../progress/progress-listener.js';
import type { ExperimentRecord, MemberRecord } from './experiment-records.js';

/**
 * Enrols members on the version that they were drawn for (or moved to by hand), each with his mentor, through the same
 * function as everybody else. Who has left meanwhile stays in his arm as somebody who never started.
 */
export async function enrolMembers(
  act: Act,
  deps: ProgressDeps,
  { arms, startsOn }: Pick<ExperimentRecord, 'arms' | 'startsOn'>,
  cohortId: string,
  members: readonly MemberRecord[],
): Promise<Outcome<EnrolmentChange[]>> {
  const active = await act.tx.rows<{ id: string }>('select id from person where id = any($1::uuid[]) and active', [
    members.flatMap(({ personId, mentorId }) => (mentorId === null ? [personId] : [personId, mentorId])),
  ]);
  const isActive = new Set(active.map(({ id }) => id));
  const versionOf = new Map(arms.map(({ key, versionId }) => [key, versionId]));
  const groups = Map.groupBy(
    members.filter(({ personId }) => isActive.has(personId)),
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
