import { evaluate } from '@planwright/schema/engine';
import type { Instant } from '@planwright/schema/time';
import type { Tx } from '../database/index.js';
import { type DefinitionCache, workspaceEnvironment } from '../plans/index.js';
import { type Projection, projectEvaluation, readEvents, versionsNamed } from '../progress/index.js';
import type { EnrolmentRecord } from './enrolment-records.js';

/** An enrolment as of an earlier time: what was recorded by then, looked at with the clock of then. */
export interface PastView {
  at: Instant;
  projection: Projection;
}

/** undefined when it was not there yet, or when the reader may not see its history (a partner). */
export async function pastView(
  tx: Tx,
  definitions: DefinitionCache,
  enrolment: EnrolmentRecord,
  at: Instant,
): Promise<PastView | undefined> {
  const stored = (await readEvents(tx, [enrolment.id], at)).get(enrolment.id) ?? [];
  const events = stored.map(({ event }) => event);
  if (events.length === 0) return undefined;
  const environment = await workspaceEnvironment(tx, enrolment.workspaceId, at);
  const known = await definitions.load(tx, versionsNamed(events));
  const evaluation = evaluate(known, events, environment);
  return { at, projection: projectEvaluation(enrolment, evaluation, events) };
}
