import type { Language } from '@planwright/schema/text';
import type { Instant } from '@planwright/schema/time';
import type { Act } from '../access/index.js';
import type { CommandTx, WritingTx } from '../database/index.js';
import type { Acting, PersonSource } from '../people/index.js';
import type { OrganisationListener } from './listener.js';

/** Who changes the organisation: somebody with their own rights, or a program, which has the rights of its source. */
export type OrganisationActor = Acting | { source: PersonSource };

/** One change of the organisation, in its transaction. */
export interface OrganisationAct {
  tx: CommandTx | WritingTx;
  workspaceId: string;
  /** Now in the workspace. */
  now: Instant;
  /** Of the sentences that say why something was rejected. */
  language: Language;
  actor: OrganisationActor;
  listeners: readonly OrganisationListener[];
}

export interface OrganisationDeps {
  listeners: readonly OrganisationListener[];
}

export const organisationAct = (
  { tx, viewer, language, now }: Act,
  { listeners }: OrganisationDeps,
): OrganisationAct => ({
  tx,
  workspaceId: viewer.workspace.id,
  now,
  language,
  actor: viewer,
  listeners,
});

export const isProgram = (actor: OrganisationActor): actor is { source: PersonSource } => 'source' in actor;

/** From here on the transaction writes. It may have been opened as the worker. */
export async function becomeWriter({ tx }: OrganisationAct): Promise<void> {
  if ('becomeWorker' in tx) await tx.becomeWorker();
}
