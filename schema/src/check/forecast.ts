import { type Condition, compileExpression } from '../definition/index.js';
import { type LinkResult, resultsOf } from '../kinds/index.js';
import { anchorKey, anchorOf, type CheckIndex, conditionOf, joinOf, neededLinks } from './check-index.js';
import { components } from './components.js';
import { givesScore, leastScore } from './link-results.js';
import { dueNode, nodeKey, openingGraph, openNode } from './opening-graph.js';

/**
 * Whether an item opens for a person who does everything the day it opens, and passes: always, never, or depending on
 * what the plan cannot know (facts, scores, which electives are chosen). Numbers, so that Kleene's "and" is the least.
 */
export const NEVER = 0;
export const MAYBE = 1;
export const ALWAYS = 2;
export type Forecast = typeof NEVER | typeof MAYBE | typeof ALWAYS;

/** The forecast of every opening and of every date, by node of the opening graph. It must hold no cycle. */
export function forecastOpenings(index: CheckIndex): ReadonlyMap<string, Forecast> {
  const graph = openingGraph(index, 'without-order');
  const forecasts = new Map<string, Forecast>();
  for (const node of components(graph).flat()) {
    const opens = (from: string) => forecasts.get(openNode(from)) ?? ALWAYS;
    const dates = datesOf(index, node, graph.get(node) ?? [])
      .map((before) =>
        before.startsWith('open:')
          ? resultForecast(index, nodeKey(before), 'SUBMITTED', opens)
          : (forecasts.get(before) ?? ALWAYS),
      )
      .reduce<Forecast>(least, ALWAYS);
    const isItem = node.startsWith('open:') && index.items.has(nodeKey(node));
    forecasts.set(node, isItem ? least(dates, forecastItem(index, nodeKey(node), opens)) : dates);
  }
  return forecasts;
}

/** What the node's date counts from, and its stage; what an item is linked to is forecast by its results instead. */
function datesOf(index: CheckIndex, node: string, before: readonly string[]): readonly string[] {
  const placed = node.startsWith('open:') ? index.items.get(nodeKey(node)) : undefined;
  if (!placed) return before;
  const anchor = anchorOf(placed.item.opens);
  const key = anchor === undefined ? undefined : anchorKey(anchor);
  const counted = key === undefined ? [] : [openNode(key), dueNode(key)].filter((date) => before.includes(date));
  return [openNode(placed.stage.key), ...counted];
}

function forecastItem(index: CheckIndex, key: string, opens: (from: string) => Forecast): Forecast {
  const parts = (index.linksInto.get(key) ?? []).map(({ link }) => resultForecast(index, link.from, link.on, opens));
  const needed = parts.length === 0 ? 0 : neededLinks(joinOf(index, key), parts.length);
  const condition = conditionOf(index, key);
  const byCondition = condition ? conditionForecast(index, condition, opens) : ALWAYS;
  return least(atLeast(needed, parts), byCondition);
}

/** Whether a diligent person brings the item to this result. An elective may go unchosen once its group is satisfied. */
function resultForecast(index: CheckIndex, from: string, on: LinkResult, opens: (from: string) => Forecast): Forecast {
  const placed = index.items.get(from);
  // A stage: it opens when its date comes.
  if (!placed) return opens(from);
  const { item } = placed;
  const group = index.groupOf.get(from);
  const isOptional = group !== undefined && group.choose < new Set(group.from).size;
  return least(least(opens(from), isOptional ? MAYBE : ALWAYS), outcomeForecast(item, on));
}

function outcomeForecast(item: Parameters<typeof resultsOf>[0], on: LinkResult): Forecast {
  if (typeof on === 'string') return on === 'FAILED' || on === 'REJECTED' || !resultsOf(item).has(on) ? NEVER : ALWAYS;
  if (!givesScore(item)) return NEVER;
  const [low, high] = on.scoreIn;
  const lowest = leastScore(item);
  if (high <= lowest && lowest < 100) return NEVER;
  return low <= lowest && high === 100 ? ALWAYS : MAYBE;
}

function conditionForecast(index: CheckIndex, condition: Condition, opens: (from: string) => Forecast): Forecast {
  const all = (parts: readonly Condition[]) => parts.map((part) => conditionForecast(index, part, opens));
  if ('all' in condition) return atLeast(condition.all.length, all(condition.all));
  if ('any' in condition) return atLeast(1, all(condition.any));
  if ('atLeast' in condition) return atLeast(condition.atLeast.n, all(condition.atLeast.of));
  if ('not' in condition) return opposite(conditionForecast(index, condition.not, opens));
  if ('item' in condition) return resultForecast(index, condition.item, condition.is, opens);
  const compiled = compileExpression(condition.expression);
  if ('problem' in compiled || compiled.asksPerson) return MAYBE;
  return compiled.evaluate({}) === true ? ALWAYS : NEVER;
}

function atLeast(n: number, parts: readonly Forecast[]): Forecast {
  if (parts.filter((part) => part === ALWAYS).length >= n) return ALWAYS;
  return parts.filter((part) => part !== NEVER).length >= n ? MAYBE : NEVER;
}

function least(a: Forecast, b: Forecast): Forecast {
  return a < b ? a : b;
}

function opposite(forecast: Forecast): Forecast {
  if (forecast === MAYBE) return MAYBE;
  return forecast === ALWAYS ? NEVER : ALWAYS;
}
