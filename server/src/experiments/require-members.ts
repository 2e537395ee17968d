import { notFound, type SignedInContext } from '../access/graphql/index.js';
import { type MutationName, mayActOn, refuse } from '../access/index.js';
import { columns, statement } from '../database/index.js';
import { ExperimentMemberEntity } from './entities.js';
import { findExperiment } from './experiment-records.js';

const MEMBERS = statement(
  { ...columns(ExperimentMemberEntity, 'personId', 'mentorId'), enrolmentId: 'text', departmentId: 'uuid?' },
  `
select '' as "enrolmentId", m.person_id as "personId", m.mentor_id as "mentorId", p.department_id as "departmentId"
from experiment_member m join person p on p.id = m.person_id where m.experiment_id = $1::uuid`,
);

/**
 * An experiment is started and analysed for everybody in it. Members outside the viewer's reach are hidden from them, so the
 * check reads as worker, once the experiment itself is one that they see.
 */
export async function requireMembers(
  context: SignedInContext,
  action: MutationName,
  experimentId: string,
): Promise<void> {
  const { viewer, database } = context;
  const seen = await database.read(viewer.scope, (tx) => findExperiment(tx, experimentId));
  if (!seen) throw notFound(context);
  const members = await database.work((tx) => tx.rows(MEMBERS, [experimentId]));
  if (!members.every((parties) => mayActOn(viewer, action, parties)))
    await refuse(context, action, `Experiment:${experimentId}`);
}
