import type { LinkResult } from '../definition/link.js';
import type { LockReason } from './evaluation.js';
import { isPaused } from './fold.js';
import { lockReason } from './lock-text.js';
import type { Leaf, Need } from './need.js';
import { needFor } from './opening.js';
import type { IndexedItem } from './plan-index.js';
import { noteChange, type Settling } from './settling.js';
import { holdsAt } from './span.js';

/** What a reason is about: a fact that does not hold yet, or the pause. */
export type Lock = Leaf | { kind: 'paused' };

/**
 * Why an item is closed: the smallest set of facts that, all together, would open it. Where there are alternatives, the
 * one that asks least; leave one reason unmended and the item stays closed.
 */
export function lockReasons(s: Settling, { index }: IndexedItem): LockReason[] {
  const need = needFor(s, index);
  if (!need) return [];
  noteBoundaries(s, need);
  const locks: Lock[] = withoutImplied(s, missing(s, need));
  if (isPaused(s.state)) locks.push({ kind: 'paused' });
  return locks.map((lock) => lockReason(s, lock));
}

/** A wait that ends changes the reasons even where it does not open the item. */
function noteBoundaries(s: Settling, need: Need): void {
  if (need.kind === 'parts') for (const part of need.parts) noteBoundaries(s, part);
  else for (const { from } of need.truth.yes) noteChange(s, from);
}

/** The fewest leaves that are to come true. */
function missing(s: Settling, need: Need): Leaf[] {
  if (holdsAt(need.truth.yes, s.at)) return [];
  if (need.kind !== 'parts') return [need];
  const open = need.parts.filter((part) => !holdsAt(part.truth.yes, s.at));
  const wanted = need.n - (need.parts.length - open.length);
  return open
    .map((part) => ({ leaves: missing(s, part), impossible: holdsAt(part.truth.no, s.at) }))
    .sort((a, b) => Number(a.impossible) - Number(b.impossible) || a.leaves.length - b.leaves.length)
    .slice(0, wanted)
    .flatMap(({ leaves }) => leaves);
}

/** When time alone brings it about. */
function comesAt(s: Settling, leaf: Leaf): string | undefined {
  return leaf.truth.yes.find(({ from }) => from > s.at)?.from;
}

/** Leaves out what would come true together with another: of several dates the latest, of equal results one. */
function withoutImplied(s: Settling, leaves: readonly Leaf[]): Leaf[] {
  return leaves.filter(
    (leaf, i) => !leaves.some((other, j) => i !== j && implies(s, other, leaf) && !(j > i && implies(s, leaf, other))),
  );
}

/** Whether `a` coming true makes `b` true. */
function implies(s: Settling, a: Leaf, b: Leaf): boolean {
  const [first, second] = [comesAt(s, a), comesAt(s, b)];
  if (first !== undefined || second !== undefined)
    return first !== undefined && second !== undefined && first >= second;
  const [result, other] = [resultOf(a), resultOf(b)];
  if (result && other) return result.item === other.item && includes(result.on, other.on);
  if (a.kind === 'expression' && b.kind === 'expression') return a.expression === b.expression;
  return a.kind === 'awaiting' && b.kind === 'awaiting' && a.awaiting === b.awaiting;
}

function resultOf(leaf: Leaf): { item: number; on: LinkResult } | undefined {
  if (leaf.kind === 'order') return leaf.item === undefined ? undefined : { item: leaf.item, on: 'COMPLETED' };
  return leaf.kind === 'item' && !leaf.negated ? leaf : undefined;
}

function includes(a: LinkResult, b: LinkResult): boolean {
  if (JSON.stringify(a) === JSON.stringify(b)) return true;
  if (b === 'COMPLETED') return a === 'APPROVED' || a === 'PASSED';
  return b === 'SUBMITTED';
}
