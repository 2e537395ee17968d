import type { PlanDefinition } from '@planwright/schema/definition';
import type { VersionId } from '@planwright/schema/engine';
import type { Instant } from '@planwright/schema/time';
import type { Tx } from '../database/index.js';
import { type Act, applyEvents, type LoadedEnrolments, loadEnrolments, type ProgressDeps } from './apply-events.js';
import type { LockedEnrolment } from './lock-enrolments.js';
import type { EnrolmentChange } from './progress-listener.js';

/**
 * Enrolments that are loaded, evaluated and written at once. No statement then takes longer than one may, no parameter outgrows
 * what PostgreSQL reads, and others are answered in between.
 */
const PART = 100;

/** An act on any number of enrolments. */
export interface ActOnMany {
  workspaceId: string;
  now: Instant;
  /** They are locked already. */
  enrolments: readonly LockedEnrolment[];
  /** Of the versions that the act itself names. */
  definitions: Record<VersionId, PlanDefinition>;
  /** What happens to the people of a part, by id; people who are not in it stay as they are. */
  actsOn(loaded: LoadedEnrolments): ReadonlyMap<string, Act>;
}

export async function applyInParts(
  tx: Tx,
  deps: ProgressDeps,
  { workspaceId, now, enrolments, definitions, actsOn }: ActOnMany,
): Promise<EnrolmentChange[]> {
  // By cohort, so that boards are locked in one order over all parts.
  const ordered = [...enrolments].sort((a, b) => compareText(a.cohortId, b.cohortId) || compareText(a.id, b.id));
  const all: EnrolmentChange[] = [];
  for (let start = 0; start < ordered.length; start += PART) {
    const ids = ordered.slice(start, start + PART).map(({ id }) => id);
    const part = await loadEnrolments(tx, deps, workspaceId, ids, now);
    const loaded = { ...part, definitions: { ...part.definitions, ...definitions } };
    const acts = actsOn(loaded);
    const acting = loaded.enrolments.filter(({ row }) => acts.has(row.id));
    const { changes } = await applyEvents(tx, deps, { ...loaded, enrolments: acting }, acts);
    for (const change of changes) all.push(change);
  }
  return all;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
