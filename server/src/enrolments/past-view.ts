import { evaluate } from '@planwright/schema/engine';
import type { Instant } from '@planwright/schema/time';
import type { Tx } from '../database/sql.js';
import type { DefinitionCache } from '../plans/definition-cache.js';
import { workspaceEnvironment } from '../plans/workspace-environment.js';
import { projectEvaluation } from '../progress/project-evaluation.js';
import type { Projection } from '../progress/projection-rows.js';
import { readEvents } from '../progress/read-events.js';
import { versionsNamed } from '../progress/versions-named.js';
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
