import type { Language } from '@planwright/schema/text';
import type { Instant } from '@planwright/schema/time';
import type { CommandTx } from '../database/index.js';
import type { Viewer } from '../people/index.js';
import { refuse } from './actions.js';
import { recordAudit } from './audit.js';
import type { SignedInContext } from './graphql/context.js';
import type { UserErrorData } from './graphql/user-error.js';
import { NotAllowed } from './not-allowed.js';

export { NotAllowed };

/** What a command answers: its value, or what the caller can correct. A refused command has changed nothing. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; errors: UserErrorData[] };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refused = (...errors: UserErrorData[]): { ok: false; errors: UserErrorData[] } => ({ ok: false, errors });

/** Who acts, when, and within which transaction (under the viewer's policies until it becomes the worker). */
export interface Act {
  tx: CommandTx;
  viewer: Viewer;
  language: Language;
  /** Now in the viewer's workspace. */
  now: Instant;
}

/** Leaves a transaction that has written already: what is refused was never there. */
class RolledBack<T> extends Error {
  constructor(readonly answer: T) {
    super('rolled back');
  }
}

/**
 * Runs a command in one transaction. An answer that says `ok: false` undoes whatever was written before it. `lastWrites`: once it
 * writes, by `tx.lastly`, its answer is `ok` and it does no more. `keptPlans`: it concerns one record, so its statements need no plan of their own.
 */
export async function command<T extends { ok: boolean }>(
  context: SignedInContext,
  work: (act: Act) => Promise<T>,
  how: { lastWrites?: boolean; keptPlans?: boolean } = {},
): Promise<T> {
  const { database, viewer, language, now } = context;
  try {
    const answered = await database.command(
      viewer.scope,
      async (tx) => {
        const answer = await work({ tx, viewer, language, now });
        if (!answer.ok) throw new RolledBack(answer);
        return answer;
      },
      how,
    );
    // What this request has read before, for a mutation before this one, may be old now.
    context.loaders.clear();
    return answered;
  } catch (error) {
    if (error instanceof RolledBack) return error.answer as T;
    if (error instanceof NotAllowed) return refuse(context, error.action, error.subject);
    throw error;
  }
}

/** Leaves an administrative act in the audit trail, in its own transaction. */
export function audited(
  act: Act,
  entry: { action: string; subject: string; detail?: Record<string, unknown>; aboutId?: string },
): Promise<void> {
  const { viewer, now } = act;
  return recordAudit(act.tx, {
    workspaceId: viewer.workspace.id,
    at: now,
    actorId: viewer.personId,
    outcome: 'OK',
    ...entry,
  });
}
