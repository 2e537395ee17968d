import { notFound, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../access/index.js';
import { say } from './generated/messages.js';
import { findDraft, findVersions, lockPlan, restoreDraft } from './plan-records.js';

/**
 * The draft becomes what a version is, on the canvas too; versions and the people in them stay as they are.
 * @param expectedRevision the draft whose difference was looked at: whoever saved meanwhile loses nothing
 */
export async function restorePlanVersion(
  act: Act,
  { versionId, expectedRevision }: { versionId: string; expectedRevision: number },
): Promise<Outcome<{ planId: string }>> {
  const { tx, viewer, language, now } = act;
  const [version] = await findVersions(tx, [versionId]);
  if (!version) throw notFound(act);
  await tx.becomeWorker();
  await lockPlan(tx, version.planId);
  const draft = await findDraft(tx, version.planId);
  if (!draft) throw notFound(act);
  if (draft.revision !== expectedRevision) {
    return refused(
      userError('STALE_REVISION', say('staleRevision', { current: draft.revision }), language, ['expectedRevision']),
    );
  }
  await restoreDraft(tx, { versionId, by: viewer.personId, now });
  await audited(act, {
    action: 'restorePlanVersion',
    subject: `PlanVersion:${versionId}`,
    detail: { replacedRevision: expectedRevision },
  });
  return done({ planId: version.planId });
}
