import { type Problem, problemOf } from '../definition/index.js';
import { anchorKey, anchorOf, type CheckIndex, dateRules, nameOf } from './check-index.js';
import { components, type Graph, isCycle, shortestCycle } from './components.js';
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
    `这些内容互相等待，谁也开放不了：${chain(cycle)}。删掉其中一个关联或条件。`,
    `These wait for each other and none can open: ${chain(cycle)}. Remove one of the links or conditions.`,
  );
}

function dateCycle(index: CheckIndex, cycle: readonly string[]): Problem {
  const keys = new Set(cycle.map(nodeKey));
  const rule = dateRules(index.definition).find(({ rule, owner }) => {
    const anchor = anchorOf(rule);
    const key = anchor === undefined ? undefined : (anchorKey(anchor) ?? (anchor === 'START' ? undefined : owner));
    return keys.has(owner) && key !== undefined && keys.has(key);
  });
  return problemOf(
    'date-cycle',
    rule?.path ?? ['stages'],
    `这些时间互相起算，算不出来：${chain(cycle)}。让其中一个从计划开始日（START）起算。`,
    `These dates count from each other and cannot be worked out: ${chain(cycle)}. Let one of them count from START.`,
  );
}

/** A due date that counts from the item's own completion is known only when it no longer matters. */
function ownCompletion(index: CheckIndex, reported: ReadonlySet<string>): Problem[] {
  return dateRules(index.definition).flatMap(({ rule, path, owner }) => {
    const anchor = anchorOf(rule);
    if (typeof anchor !== 'object' || !('completed' in anchor) || anchor.completed !== owner || path.at(-1) === 'opens')
      return [];
    if (reported.has(`due:${owner}`)) return [];
    const name = nameOf(index, owner);
    return [
      problemOf(
        'date-cycle',
        path,
        `${name.zh}的截止时间从它自己完成时起算（${owner} → ${owner}），改成从开放时（OPENED）起算。`,
        `The due date of ${name.en} counts from its own completion (${owner} → ${owner}). Let it count from OPENED.`,
      ),
    ];
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
    `阶段${name.zh}要求按顺序完成，但关联或日期反过来要求：${chain(cycle)}。调整顺序，或改成不按顺序。`,
    `Stage ${name.en} wants its items done in order, but links or dates want it the other way round: ${chain(cycle)}. Change the order, or drop it.`,
  );
}
