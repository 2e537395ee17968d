import type { Client } from 'urql';
import { sendCommand } from '@/features/api/send-command';
import { readLayout } from '../layout/plan-layout';
import type { PlanDocument } from '../store/plan-document';
import { readDefinition } from '../store/read-definition';
import { draftOnServer, saveDraft } from './save-documents';
import type { SaveResult } from './save-queue';

/** Reads what somebody else saved; unreachable when even that cannot be had. */
async function readTheirs(client: Client, planKey: string): Promise<SaveResult> {
  const { data } = await client.query(draftOnServer, { key: planKey }, { requestPolicy: 'network-only' }).toPromise();
  const draft = data?.plan?.draft;
  const definition = readDefinition(draft?.definition);
  if (!draft || !definition) return { kind: 'unreachable' };
  return {
    kind: 'stale',
    theirs: {
      revision: draft.revision,
      at: draft.updatedAt,
      ...(draft.updatedBy ? { by: draft.updatedBy.name } : {}),
      document: { definition, layout: readLayout(draft.layout) },
    },
  };
}

/** One save of a plan's draft as the server answers it. */
export async function sendDraft(
  client: Client,
  planKey: string,
  { definition, layout }: PlanDocument,
  expectedRevision: number,
): Promise<SaveResult> {
  const input = { planKey, definition, layout, expectedRevision };
  const outcome = await sendCommand(client, saveDraft, { input });
  if (outcome.kind === 'refused') {
    const [{ code, message }] = outcome.userErrors;
    return code === 'STALE_REVISION' ? readTheirs(client, planKey) : { kind: 'refused', message };
  }
  if (outcome.kind === 'done') {
    const draft = outcome.payload.plan?.draft;
    return draft ? { kind: 'saved', revision: draft.revision, at: draft.updatedAt } : { kind: 'unreachable' };
  }
  const { failure: error } = outcome;
  const code = error.graphQLErrors[0]?.extensions?.code;
  if (code === 'FORBIDDEN' || code === 'NOT_FOUND' || code === 'BAD_USER_INPUT') {
    return { kind: 'refused', message: error.graphQLErrors[0]?.message ?? '' };
  }
  return { kind: 'unreachable' };
}
