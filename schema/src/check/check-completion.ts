import { type ElectiveGroup, type Problem, problemOf, type Stage } from '../definition/index.js';
import { anchorKey, anchorOf, type CheckIndex, dateRules, nameOf } from './check-index.js';
import { ALWAYS, type Forecast } from './forecast.js';
import { say } from './generated/messages.js';
import { dueNode, nodeKey, openingGraph, openNode } from './opening-graph.js';

/**
 * `deadlock`: a stage that asks for more than it has, or an opening that for some people never comes while the engine
 * cannot know it. What falls away for a person (a branch not taken) is not asked of that person, so it counts as in reach.
 */
export function deadlockProblems(index: CheckIndex, forecasts: ReadonlyMap<string, Forecast>): Problem[] {
  return [
    ...[...index.stages.values()].flatMap((stage) => askedTooMuch(index, stage)),
    ...uncertainOpenings(index, forecasts),
  ];
}

function askedTooMuch(index: CheckIndex, stage: Stage): Problem[] {
  const { completion } = stage;
  const groups = (index.definition.electives ?? []).filter(({ from }) =>
    from.some((key) => index.items.get(key)?.stage === stage),
  );
  const others = stage.items.filter((item) => !index.groupOf.has(item.key));
  const name = nameOf(index, stage.key);
  const path = ['stages', stage.key, 'completion', 'n'];
  if (completion?.rule === 'AT_LEAST') {
    const reachable = others.length + sum(groups.map(({ from, choose }) => Math.min(choose, new Set(from).size)));
    if (completion.n <= reachable) return [];
    return [problemOf('deadlock', path, say('checkCompletion.stageAsksThings', { name, n: completion.n, reachable }))];
  }
  if (completion?.rule === 'MIN_POINTS') {
    const reachable =
      sum(others.map((item) => item.points ?? 0)) + sum(groups.map((group) => mostPoints(index, group)));
    if (completion.n <= reachable) return [];
    return [problemOf('deadlock', path, say('checkCompletion.stageAsksPoints', { name, n: completion.n, reachable }))];
  }
  return [];
}

/** Once enough of a group is chosen the rest falls away, so only `choose` of its items can give points. */
function mostPoints(index: CheckIndex, { from, choose }: ElectiveGroup): number {
  const points = [...new Set(from)].map((key) => index.items.get(key)?.item.points ?? 0);
  return sum(points.sort((a, b) => b - a).slice(0, choose));
}

/**
 * An item whose branch is not taken takes with it what counts from its opening or completion. That does not reach
 * through a stage, nor through the due date of something else: who waits for such a date waits for good.
 */
function uncertainOpenings(index: CheckIndex, forecasts: ReadonlyMap<string, Forecast>): Problem[] {
  const graph = openingGraph(index, 'without-order');
  return dateRules(index.definition).flatMap(({ rule, path }) => {
    const anchor = anchorOf(rule);
    if (path.at(-1) !== 'opens' || typeof anchor !== 'object') return [];
    const key = anchorKey(anchor);
    if (key === undefined) return [];
    const waitsFor = 'due' in anchor ? countedFrom(index, graph, key) : index.items.has(key) ? [] : [openNode(key)];
    if (waitsFor.every((node) => (forecasts.get(node) ?? ALWAYS) === ALWAYS && !mayBeUnchosen(index, nodeKey(node))))
      return [];
    const name = nameOf(index, key);
    return [problemOf('deadlock', path, say('checkCompletion.openingCountsFrom', { name }))];
  });
}

/** The openings that the due date of an item counts from, but for its own and its stage's. */
function countedFrom(index: CheckIndex, graph: ReadonlyMap<string, readonly string[]>, key: string): string[] {
  const own = new Set([openNode(key), openNode(index.items.get(key)?.stage.key ?? '')]);
  const seen = new Set([dueNode(key)]);
  for (const node of seen) {
    if (node.startsWith('open:')) continue;
    for (const next of graph.get(node) ?? []) if (!own.has(next)) seen.add(next);
  }
  return [...seen].filter((node) => node.startsWith('open:'));
}

function mayBeUnchosen(index: CheckIndex, key: string): boolean {
  const group = index.groupOf.get(key);
  return group !== undefined && group.choose < new Set(group.from).size;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
