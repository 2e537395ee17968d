import type { ActorRole } from '@planwright/schema/engine';
import { notFound } from '../access/graphql/index.js';
import { type Act, type EnrolmentParties, type Relation, relationsTo } from '../access/index.js';
import { columns, statement } from '../database/index.js';
import type { Viewer } from '../people/index.js';
import { EnrolmentEntity } from './entities.js';

const STATEMENT = statement(
  { ...columns(EnrolmentEntity, 'personId', 'mentorId'), enrolmentId: 'uuid', departmentId: 'uuid?' },
  `
select e.id as "enrolmentId", e.person_id as "personId", e.mentor_id as "mentorId", p.department_id as "departmentId"
from enrolment e left join person p on p.id = e.person_id where e.id = any($1::uuid[])`,
);

export interface Target {
  parties: EnrolmentParties;
  relations: ReadonlySet<Relation>;
}

/** Enrolments as the viewer sees them (hidden ones are absent), with the viewer's relation to each; before becoming the worker. */
export async function visibleEnrolments({ tx, viewer }: Act, enrolmentIds: readonly string[]): Promise<Target[]> {
  const rows = await tx.rows(STATEMENT, [enrolmentIds]);
  return rows.map((parties) => ({ parties, relations: relationsTo(viewer, parties) }));
}

/** One enrolment, or NOT_FOUND: hidden is not there. */
export async function targetEnrolment(act: Act, enrolmentId: string): Promise<Target> {
  const [target] = await visibleEnrolments(act, [enrolmentId]);
  if (!target) throw notFound(act);
  return target;
}

/**
 * In what capacity the viewer acts on an item; undefined = not at all. On their own plan everybody is a learner, whatever
 * else they may be; a partner acts only on the task that they share.
 */
export function actorRole(viewer: Viewer, { parties, relations }: Target, itemKey: string): ActorRole | undefined {
  if (relations.has('SELF')) return 'LEARNER';
  if (relations.has('HR') || relations.has('ADMIN')) return 'HR';
  if (viewer.roles.has('SERVICE')) return 'CONNECTOR';
  if (relations.has('MENTOR') || relations.has('LEAD')) return 'REVIEWER';
  return viewer.scope.partnerItems.includes(`${parties.enrolmentId}:${itemKey}`) ? 'LEARNER' : undefined;
}
