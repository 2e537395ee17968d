import type { LockReason } from './evaluation.js';
import { isPaused } from './fold.js';
import { contradicts, impliedBy } from './implication.js';
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
  const locks: Lock[] = pruned(s, need, missing(s, need, []));
  if (isPaused(s.state)) locks.push({ kind: 'paused' });
  return locks.map((lock) => lockReason(s, lock));
}

/** A wait that ends changes the reasons even where it does not open the item. */
function noteBoundaries(s: Settling, need: Need): void {
  if (need.kind === 'parts') for (const part of need.parts) noteBoundaries(s, part);
  else
    for (const { from, to } of need.truth.yes) {
      noteChange(s, from);
      if (to !== undefined) noteChange(s, to);
    }
}

/** Facts that make a need true on top of those already `taken`; few, though perhaps not the fewest. */
function missing(s: Settling, need: Need, taken: readonly Leaf[]): Leaf[] {
  if (holdsWith(s, need, taken)) return [];
  if (need.kind !== 'parts') return [need];
  const found: Leaf[] = [];
  let left = need.parts.filter((part) => !holdsWith(s, part, taken));
  let wanted = need.n - (need.parts.length - left.length);
  while (wanted > 0 && left.length > 0) {
    const so = [...taken, ...found];
    // When all that is left is needed, there is nothing to choose.
    const next = wanted === left.length ? left[0] : cheapest(s, left, so);
    if (!next) break;
    found.push(...missing(s, next, so));
    left = left.filter((part) => part !== next);
    wanted -= 1;
  }
  return found;
}

/** The part that asks least, the first of equals; what can no longer happen, or not beside the others, comes last. */
function cheapest(s: Settling, parts: readonly Need[], taken: readonly Leaf[]): Need | undefined {
  let best: { part: Need; cost: number } | undefined;
  for (const part of parts) {
    const leaves = missing(s, part, taken);
    const clashes = leaves.some((leaf) => taken.some((other) => contradicts(leaf, other)));
    const cost = leaves.length + (clashes || holdsAt(part.truth.no, s.at) ? 1000 : 0);
    if (!best || cost < best.cost) best = { part, cost };
  }
  return best?.part;
}

/** Whether a need would hold if the given facts came true. */
function holdsWith(s: Settling, need: Need, facts: readonly Leaf[]): boolean {
  if (holdsAt(need.truth.yes, s.at)) return true;
  if (facts.length === 0) return false;
  if (need.kind !== 'parts') return impliedBy(s, need, facts);
  let held = 0;
  for (const part of need.parts) if (holdsWith(s, part, facts)) held += 1;
  return held >= need.n;
}

/** Without what comes true together with the rest: of several dates the latest is enough, of equal results one. */
function pruned(s: Settling, need: Need, leaves: readonly Leaf[]): Leaf[] {
  if (leaves.length < 2) return [...leaves];
  return leaves.reduce<Leaf[]>(
    (kept, leaf) => {
      const others = kept.filter((one) => one !== leaf);
      return holdsWith(s, need, others) ? others : kept;
    },
    [...leaves],
  );
}
