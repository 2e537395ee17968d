import { key as keySchema, localizedText } from '@planwright/schema/text';
import { userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../access/index.js';
import { say } from './generated/messages.js';
import { insertPlan } from './plan-records.js';

/**
 * A new plan with the document as its first draft. The draft may be unfinished; key and title it must have, because
 * people find the plan by them.
 */
export async function createPlan(act: Act, document: unknown): Promise<Outcome<{ planId: string }>> {
  const { tx, viewer, language, now } = act;
  const head = headOf(document);
  if (!head) return refused(userError('INVALID', say('notADefinition'), language, ['definition']));
  await tx.becomeWorker();
  const plan = await insertPlan(tx, {
    workspaceId: viewer.workspace.id,
    ...head,
    definition: document,
    by: viewer.personId,
    now,
  });
  if (!plan) return refused(userError('INVALID', say('keyTaken', { key: head.key }), language, ['definition', 'key']));
  await audited(act, { action: 'createPlan', subject: `Plan:${plan.id}`, detail: { key: head.key } });
  return done({ planId: plan.id });
}

/** Key and title of a document that may be wrong in everything else. */
export function headOf(document: unknown): { key: string; title: Record<string, string> } | undefined {
  if (typeof document !== 'object' || document === null) return undefined;
  const fields = new Map(Object.entries(document));
  const key = keySchema.safeParse(fields.get('key'));
  const title = localizedText.safeParse(fields.get('title'));
  return key.success && title.success ? { key: key.data, title: title.data } : undefined;
}
