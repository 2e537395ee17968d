import { plainDateIn } from '@planwright/schema/time';
import type { Text } from '@planwright/schema/words';
import { notFound, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, personParties, refused, requireEach } from '../access/index.js';
import { statement } from '../database/index.js';
import { ExperimentMemberEntity } from './entities.js';
import { findExperiment, findMembers, lockExperiment } from './experiment-records.js';
import { say } from './generated/messages.js';

const FIND_PERSON = statement(
  { departmentId: 'uuid?' },
  'select department_id as "departmentId" from person where id = $1::uuid',
);

/**
 * Logs that somebody is to run another version than the one drawn for them. They stay in their arm. Before the start they will be
 * enrolled on that version; after it they may be moved there, which is refused for everybody else.
 */
export async function deviateAllocation(
  act: Act,
  input: { experimentId: string; personId: string; versionId: string; reason: string },
): Promise<Outcome<object>> {
  const { tx, viewer, language, now } = act;
  const seen = await findExperiment(tx, input.experimentId);
  const member = seen && (await findMembers(tx, seen.id)).find(({ personId }) => personId === input.personId);
  if (!seen || !member) throw notFound(act);
  const person = await tx.row(FIND_PERSON, [input.personId]);
  requireEach(viewer, 'deviateAllocation', [personParties(input.personId, person?.departmentId ?? null)]);
  const bad = (sentence: Text, path: string) => refused(userError('INVALID', sentence, language, [path]));
  const arm = seen.arms.find(({ versionId }) => versionId === input.versionId);
  if (!arm) return bad(say('noSuchArm'), 'versionId');
  if (arm.key === member.arm) return bad(say('ownArm'), 'versionId');
  const reason = input.reason.trim();
  if (reason === '' || reason.length > 2000) return bad(say('reasonMissing'), 'reason');
  await tx.becomeWorker();
  const { status, analysisOn } = await lockExperiment(tx, seen.id);
  if (status === 'ANALYSED' || plainDateIn(now, viewer.workspace.timeZone) >= analysisOn)
    return refused(userError('NOT_NOW', say('isOver'), language, ['experimentId']));
  await tx.em.nativeUpdate(
    ExperimentMemberEntity,
    { experimentId: seen.id, personId: input.personId },
    { deviation: reason, deviatedTo: arm.key, deviatedAt: now, deviatedBy: viewer.personId },
  );
  await audited(act, {
    action: 'deviateAllocation',
    subject: `Experiment:${seen.id}`,
    detail: { person: input.personId, from: member.arm, to: arm.key },
  });
  return done({});
}
