import type { Condition } from '../definition/index.js';
import type { LinkResult } from '../kinds/index.js';
import { type CheckIndex, conditionOf, joinOf } from './check-index.js';
import { components } from './components.js';
import { excludeEachOther } from './link-results.js';
import { linkGraph, nodeKey } from './opening-graph.js';

/** Something that must have happened, or (`is` false) must not have, before an item opens. */
interface Need {
  item: string;
  result: LinkResult;
  is: boolean;
}

/** Beyond this many needs an item is not followed further: plans of people branch a few times, not hundreds. */
const MOST_NEEDS = 64;

/**
 * Items whose needs exclude each other, also through the items before them: PASSED → a, FAILED → b, and both into c.
 * Only needs of sources that some link asks more than one thing of are followed; others cannot conflict.
 */
export function contradictions(index: CheckIndex): { key: string; source: string }[] {
  const contested = contestedSources(index);
  const needs = new Map<string, Need[]>();
  const found: { key: string; source: string }[] = [];
  for (const component of components(linkGraph(index))) {
    for (const node of component) {
      const key = nodeKey(node);
      const own = ownNeeds(index, key);
      const before = own.flatMap((need) => (need.is ? (needs.get(need.item) ?? []) : []));
      const all = distinct([...own.filter(({ item }) => contested.has(item)), ...before]).slice(0, MOST_NEEDS);
      const source = conflict(index, all);
      if (source !== undefined) found.push({ key, source });
      // What follows from a reported item is not its own mistake.
      needs.set(key, source === undefined ? all : []);
    }
  }
  return found;
}

function contestedSources(index: CheckIndex): ReadonlySet<string> {
  const results = new Map<string, Set<string>>();
  for (const key of index.items.keys()) {
    for (const { item, result, is } of ownNeeds(index, key)) {
      results.set(item, (results.get(item) ?? new Set()).add(`${is} ${JSON.stringify(result)}`));
    }
  }
  return new Set([...results].flatMap(([item, asked]) => (asked.size > 1 ? [item] : [])));
}

function ownNeeds(index: CheckIndex, key: string): Need[] {
  const links = index.linksInto.get(key) ?? [];
  const join = joinOf(index, key);
  const isAll = join.rule === 'ALL' || links.length === 1 || (join.rule === 'AT_LEAST' && join.n >= links.length);
  const linked = isAll ? links.map(({ link }): Need => ({ item: link.from, result: link.on, is: true })) : [];
  const condition = conditionOf(index, key);
  return condition ? [...linked, ...conditionNeeds(condition, true)] : linked;
}

function conditionNeeds(condition: Condition, is: boolean): Need[] {
  if ('item' in condition) return [{ item: condition.item, result: condition.is, is }];
  if ('not' in condition) return conditionNeeds(condition.not, !is);
  if ('all' in condition && (is || condition.all.length === 1))
    return condition.all.flatMap((part) => conditionNeeds(part, is));
  if ('any' in condition && (!is || condition.any.length === 1))
    return condition.any.flatMap((part) => conditionNeeds(part, is));
  return [];
}

function distinct(needs: readonly Need[]): Need[] {
  return [...new Map(needs.map((need) => [`${need.item} ${need.is} ${JSON.stringify(need.result)}`, need])).values()];
}

function conflict(index: CheckIndex, needs: readonly Need[]): string | undefined {
  for (const [at, a] of needs.entries()) {
    for (const b of needs.slice(at + 1)) {
      if (a.item !== b.item) continue;
      const item = index.items.get(a.item)?.item;
      const same = JSON.stringify(a.result) === JSON.stringify(b.result);
      if (item && ((a.is && b.is && excludeEachOther(a.result, b.result, item)) || (same && a.is !== b.is)))
        return a.item;
    }
  }
  return undefined;
}
