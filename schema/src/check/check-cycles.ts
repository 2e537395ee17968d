import { type Problem, problemOf } from '../definition/index.js';
import { anchorKey, anchorOf, type CheckIndex, dateRules, nameOf } from './check-index.js';
import { components, type Graph, isCycle, shortestCycle } from './components.js';
import { say } from './generated/messages.js';
import { linkGraph, nodeKey, openingGraph } from './opening-graph.js';

/** `cycle` among links and conditions, `date-cycle` among dates, `deadlock` where the order of a stage closes a circle. */
export function cycleProblems(index: CheckIndex): Problem[] {
  const reported = new Set<string>();
  const links = linkGraph(index);
  const problems = cyclesOf(links, reported).map((cycle) => linkCycle(index, cycle));
  const dates = openingGraph(index, 'without-order');
  problems.push(...cyclesOf(dates, reported).map((cycle) => dateCycle(index, cycle)));
  problems.push(...ownCompletion(index, reported));
  const ordered = openingGraph(index, 'with-order');
  problems.push(...cyclesOf(ordered, reported).map((cycle) => orderCycle(index, cycle)));
  return problems;
}

/** Circles of a graph in document order of their first node, each given with what happens first named first. */
function cyclesOf(graph: Graph, reported: Set<string>): string[][] {
  return components(graph).flatMap((component) => {
    if (!isCycle(component, graph) || component.some((node) => reported.has(node))) return [];
    for (const node of component) reported.add(node);
    const first = [...graph.keys()].find((node) => component.includes(node)) ?? component[0] ?? '';
    const [start = first, ...rest] = shortestCycle([first, ...component.filter((node) => node !== first)], graph);
    return [[start, ...rest.reverse()]];
  });
}

/** `a → b → a`, each key once more at the end. */
function chain(cycle: readonly string[]): string {
  const keys = cycle.map(nodeKey).filter((key, at, all) => key !== all[at - 1]);
  const closed = keys.length > 1 && keys[0] === keys.at(-1) ? keys : [...keys, keys[0]];
  return closed.join(' → ');
}

function linkCycle(index: CheckIndex, cycle: readonly string[]): Problem {
  const keys = cycle.map(nodeKey);
  const [last, first] = [keys.at(-1) ?? '', keys[0] ?? ''];
  const link = index.linksInto.get(first)?.find(({ link: { from } }) => from === last);
  return problemOf(
    'cycle',
    link ? ['links', String(link.index)] : ['conditions', first],
    say('checkCycles.linkCycle', { cycle: chain(cycle) }),
  );
}

function dateCycle(index: CheckIndex, cycle: readonly string[]): Problem {
  const keys = new Set(cycle.map(nodeKey));
  const rule = dateRules(index.definition).find(({ rule, owner }) => {
    const anchor = anchorOf(rule);
    const key = anchor === undefined ? undefined : (anchorKey(anchor) ?? (anchor === 'START' ? undefined : owner));
    return keys.has(owner) && key !== undefined && keys.has(key);
  });
  return problemOf('date-cycle', rule?.path ?? ['stages'], say('checkCycles.dateCycle', { cycle: chain(cycle) }));
}

/** A due date that counts from the item's own completion is known only when it no longer matters. */
function ownCompletion(index: CheckIndex, reported: ReadonlySet<string>): Problem[] {
  return dateRules(index.definition).flatMap(({ rule, path, owner }) => {
    const anchor = anchorOf(rule);
    if (typeof anchor !== 'object' || !('completed' in anchor) || anchor.completed !== owner || path.at(-1) === 'opens')
      return [];
    if (reported.has(`due:${owner}`)) return [];
    const name = nameOf(index, owner);
    return [problemOf('date-cycle', path, say('checkCycles.dueDateCounts', { name, owner }))];
  });
}

function orderCycle(index: CheckIndex, cycle: readonly string[]): Problem {
  const stage = cycle
    .map((node) => index.items.get(nodeKey(node))?.stage)
    .find((found) => found?.completion?.rule === 'ALL_IN_ORDER');
  const name = nameOf(index, stage?.key ?? '');
  return problemOf(
    'deadlock',
    ['stages', stage?.key ?? '', 'completion'],
    say('checkCycles.orderCycle', { name, cycle: chain(cycle) }),
  );
}
