import { notFound, userError } from '../access/graphql/index.js';
import { type Act, done, type Outcome, refused } from '../access/index.js';
import { headOf } from './create-plan.js';
import { say } from './generated/messages.js';
import { findDraft, findPlan, lockPlan, updateDraft } from './plan-records.js';

export interface SaveDraft {
  planKey: string;
  definition: unknown;
  /** Positions on the canvas: outside hash, diff and version. undefined keeps what is there. */
  layout?: unknown;
  expectedRevision: number;
}

/** Replaces the draft, finished or not, unless somebody else has saved it meanwhile. */
export async function saveDraft(act: Act, input: SaveDraft): Promise<Outcome<{ planId: string }>> {
  const { tx, viewer, language, now } = act;
  const plan = await findPlan(tx, input.planKey);
  if (!plan) throw notFound(act);
  await tx.becomeWorker();
  await lockPlan(tx, plan.id);
  const draft = await findDraft(tx, plan.id);
  if (!draft) throw notFound(act);
  if (draft.revision !== input.expectedRevision) {
    return refused(
      userError('STALE_REVISION', say('staleRevision', { current: draft.revision }), language, ['expectedRevision']),
    );
  }
  const head = headOf(input.definition);
  if (!head) return refused(userError('INVALID', say('notADefinition'), language, ['definition']));
  if (head.key !== plan.key) {
    return refused(userError('INVALID', say('keyIsFixed', { key: plan.key }), language, ['definition', 'key']));
  }
  const { definition, layout } = input;
  await updateDraft(tx, { planId: plan.id, definition, layout, title: head.title, by: viewer.personId, now });
  return done({ planId: plan.id });
}
