import type { Facts } from '../definition/facts.js';
import type { PlanDefinition } from '../definition/plan-definition.js';
import type { Evaluation } from '../engine/evaluation.js';
import { naturalActs } from './arbitrary-history.js';
import { person, type TestPerson } from './person.js';

/** Somebody who does everything the moment it opens, and passes; every review approves at once. */
export function walkDiligently(definition: PlanDefinition, facts: Facts = {}): { p: TestPerson; end: Evaluation } {
  const p = person(definition, { now: '2026-01-03T04:00:00.000Z', facts });
  p.record({ type: 'personEvent', data: { event: 'PROMOTED' } });
  p.record({ type: 'personEvent', data: { event: 'FIRST_SIGN_IN' } });
  // Each turn does one thing or moves the clock on; a plan has a bounded number of both.
  for (let turn = 0; turn < 2000; turn++) {
    p.fixDates();
    const seen = p.evaluation();
    if (seen.status === 'COMPLETED') break;
    if (workOnce(p, seen)) continue;
    if (seen.nextChangeAt === undefined) break;
    p.moveTo(seen.nextChangeAt);
  }
  return { p, end: p.evaluation() };
}

function workOnce(p: TestPerson, { items, submissions }: Evaluation): boolean {
  const waits = submissions.find(({ waiting }) => waiting);
  if (waits) {
    p.review({ itemKey: waits.itemKey, attempt: waits.attempt, decision: 'APPROVE', score: 100 });
    return true;
  }
  const open = items.find(({ state }) => state === 'AVAILABLE' || state === 'STARTED' || state === 'RETURNED');
  if (!open) return false;
  for (const act of naturalActs(p, open, 100)) p.act(act, 'CONNECTOR');
  return true;
}
