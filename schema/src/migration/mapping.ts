import { itemsOf, type PlanDefinition, type Problem, problemOf } from '../definition/index.js';
import { type ItemMapping } from '../engine/index.js';
import { type Item } from '../kinds/index.js';
import { say } from './generated/messages.js';

export interface CompleteMapping {
  /** Every item of the old version, in its order. Empty when there are problems: nothing may be moved by half a mapping. */
  mapping: ItemMapping[];
  /** Items of the old version that nobody mapped and that have no counterpart: their history is kept, nothing more. */
  unmapped: string[];
  problems: Problem[];
}

type ItemsByKey = ReadonlyMap<string, Item>;

const byKey = (definition: PlanDefinition): ItemsByKey =>
  new Map(itemsOf(definition).map(({ item }) => [item.key, item]));

/** What becomes of an item that nobody mapped: the same key and kind keeps its state, another kind starts over. */
function defaultFor(item: Item, target: Item | undefined): ItemMapping {
  if (!target) return { from: item.key, carry: 'DROP' };
  return { from: item.key, to: item.key, carry: item.kind === target.kind ? 'STATE' : 'RESET' };
}

/** The mapping by keys alone: one entry for each item of the old version, in its order. */
export function defaultMapping(from: PlanDefinition, to: PlanDefinition): ItemMapping[] {
  const targets = byKey(to);
  return itemsOf(from).map(({ item }) => defaultFor(item, targets.get(item.key)));
}

/**
 * Fills what was mapped by hand up with the defaults. A target that was given away by hand is not taken a second time:
 * the old item of that key then counts as unmapped. `to` may be left out where the key is the same.
 */
export function completeMapping(
  from: PlanDefinition,
  to: PlanDefinition,
  given: readonly ItemMapping[] = [],
): CompleteMapping {
  const sources = byKey(from);
  const targets = byKey(to);
  const byHand = new Map<string, ItemMapping>();
  const taken = new Map<string, string>();
  const problems: Problem[] = [];

  for (const entry of given) {
    const mapped = withTarget(entry, targets);
    const problem = problemWith(mapped, { sources, targets, byHand, taken });
    if (problem) problems.push(problem);
    byHand.set(entry.from, mapped);
    if (mapped.to !== undefined) taken.set(mapped.to, mapped.from);
  }
  if (problems.length > 0) return { mapping: [], unmapped: [], problems };

  const mapping: ItemMapping[] = [];
  const unmapped: string[] = [];
  for (const { item } of itemsOf(from)) {
    const free = taken.has(item.key) ? undefined : targets.get(item.key);
    const entry = byHand.get(item.key) ?? defaultFor(item, free);
    if (!byHand.has(item.key) && entry.carry === 'DROP') unmapped.push(item.key);
    mapping.push(entry);
  }
  return { mapping, unmapped, problems };
}

function withTarget({ from, to, carry }: ItemMapping, targets: ItemsByKey): ItemMapping {
  if (carry === 'DROP') return { from, carry };
  const target = to ?? (targets.has(from) ? from : undefined);
  return target === undefined ? { from, carry } : { from, to: target, carry };
}

interface SoFar {
  sources: ItemsByKey;
  targets: ItemsByKey;
  byHand: ReadonlyMap<string, ItemMapping>;
  taken: ReadonlyMap<string, string>;
}

function problemWith(
  { from, to, carry }: ItemMapping,
  { sources, targets, byHand, taken }: SoFar,
): Problem | undefined {
  const path = ['mapping', from];
  const source = sources.get(from);
  if (!source) {
    return problemOf('unknown-key', [...path, 'from'], say('mapping.oldVersionNo', { from }));
  }
  if (byHand.has(from)) {
    return problemOf('duplicate-key', path, say('mapping.mappedTwiceKeep', { from }));
  }
  if (carry === 'DROP') return undefined;
  if (to === undefined) {
    return problemOf('missing', [...path, 'to'], say('mapping.newVersionNo', { from }));
  }
  const target = targets.get(to);
  if (!target) {
    return problemOf('unknown-key', [...path, 'to'], say('mapping.newVersionNoItem', { to }));
  }
  const other = taken.get(to);
  if (other !== undefined) {
    return problemOf('duplicate-key', [...path, 'to'], say('mapping.bothBecomeItem', { other, from, to }));
  }
  if (carry === 'STATE' && source.kind !== target.kind) {
    return problemOf('wrong-type', [...path, 'carry'], say('mapping.differentKindsSo', { from, to }));
  }
  return undefined;
}
