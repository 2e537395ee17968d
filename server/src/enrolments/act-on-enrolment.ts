import type { PlanDefinition } from '@planwright/schema/definition';
import { type Evaluation, evaluate, type NewEvent } from '@planwright/schema/engine';
import { notFound, type UserErrorData, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type MutationName, type Outcome, refused, requireEach } from '../access/index.js';
import {
  applyEvents,
  type EnrolmentChange,
  loadEnrolments,
  type ProgressDeps,
  targetEnrolment,
} from '../progress/index.js';
import { say } from './generated/messages.js';

export interface ActedOn {
  enrolmentId: string;
  changes: EnrolmentChange[];
}

/** What an act is decided on: the enrolment as it is at this moment, locked. */
export interface Situation {
  personId: string;
  evaluation: Evaluation;
  definition: PlanDefinition;
}

export interface EnrolmentAct {
  /** Says who may do it; in the audit trail, and when it is refused. */
  action: MutationName;
  enrolmentId: string;
  /** Also where the enrolment was cancelled; everything else ends with that. */
  ofCancelled?: boolean;
  /** The events, or why there are none. Runs under the lock. */
  decide(situation: Situation): { events: NewEvent[] } | { error: UserErrorData };
}

/** An administrative act on one enrolment: right, state, event, audit, in one transaction. */
export async function actOnEnrolment(act: Act, deps: ProgressDeps, what: EnrolmentAct): Promise<Outcome<ActedOn>> {
  const { tx, viewer, language, now } = act;
  const { action, enrolmentId } = what;
  const target = await targetEnrolment(act, enrolmentId);
  requireEach(viewer, action, [target.parties], () => `Enrolment:${enrolmentId}`);
  await tx.becomeWorker();
  const loaded = await loadEnrolments(tx, deps, viewer.workspace.id, [enrolmentId], now);
  const [enrolment] = loaded.enrolments;
  if (!enrolment) throw notFound(act);
  const evaluation = evaluate(loaded.definitions, enrolment.events, loaded.environment);
  const definition = loaded.definitions[evaluation.versionId];
  if (!definition) throw new Error(`definition of version ${evaluation.versionId} is missing`);
  if (evaluation.status === 'CANCELLED' && !what.ofCancelled)
    return refused(userError('NOT_NOW', say('isOver'), language, []));
  const decision = what.decide({ personId: enrolment.row.personId, evaluation, definition });
  if ('error' in decision) return refused(decision.error);
  const { changes } = await applyEvents(tx, deps, loaded, new Map([[enrolmentId, { events: decision.events }]]));
  await audited(act, { action, subject: `Enrolment:${enrolmentId}` });
  return done({ enrolmentId, changes });
}

/** A reason as the events keep it; undefined when there is none or it is too long. */
export function reasonOf(text: string): string | undefined {
  const reason = text.trim();
  return reason === '' || reason.length > 2000 ? undefined : reason;
}
