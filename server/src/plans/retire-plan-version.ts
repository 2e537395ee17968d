import { notFound, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../access/index.js';
import { say } from './generated/messages.js';
import type { PlanDeps } from './plan-deps.js';
import { findVersions, lockPlan, retireVersion } from './plan-records.js';

/** Nobody is enrolled in a retired version any more; those who are in it go on. */
export async function retirePlanVersion(
  act: Act,
  { experimentNeeding }: Pick<PlanDeps, 'experimentNeeding'>,
  versionId: string,
): Promise<Outcome<{ versionId: string }>> {
  const { tx, language } = act;
  const [visible] = await findVersions(tx, [versionId]);
  if (!visible) throw notFound(act);
  await tx.becomeWorker();
  await lockPlan(tx, visible.planId);
  const [version] = await findVersions(tx, [versionId]);
  if (version?.status !== 'PUBLISHED') {
    return refused(userError('NOT_NOW', say('alreadyRetired', { number: visible.number }), language, ['id']));
  }
  const experiment = await experimentNeeding(tx, versionId);
  if (experiment !== undefined)
    return refused(userError('NOT_NOW', say('inExperiment', { number: visible.number, experiment }), language, ['id']));
  await retireVersion(tx, versionId);
  await audited(act, { action: 'retirePlanVersion', subject: `PlanVersion:${versionId}` });
  return done({ versionId });
}
