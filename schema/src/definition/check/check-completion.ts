import type { Stage } from '../plan-definition.js';
import type { Problem } from '../problem.js';
import { problemOf } from '../problem-of.js';
import { anchorKey, anchorOf, type CheckIndex, dateRules, nameOf } from './check-index.js';
import { ALWAYS, type Forecast } from './forecast.js';
import { dueNode, nodeKey, openingGraph, openNode } from './opening-graph.js';

type Forecasts = ReadonlyMap<string, Forecast>;

/**
 * `deadlock`: a stage that a diligent person may never complete. Only what opens for everybody counts on the safe side:
 * a plan without this problem lets everybody finish.
 */
export function deadlockProblems(index: CheckIndex, forecasts: Forecasts): Problem[] {
  return [
    ...[...index.stages.values()].flatMap((stage) => stageDeadlock(index, stage, forecasts)),
    ...uncertainOpenings(index, forecasts),
  ];
}

function stageDeadlock(index: CheckIndex, stage: Stage, forecasts: Forecasts): Problem[] {
  const groups = (index.definition.electives ?? []).filter((group) =>
    group.from.some((key) => index.groupOf.get(key) === group && index.items.get(key)?.stage === stage),
  );
  const sure = (key: string) => (forecasts.get(key) ?? ALWAYS) === ALWAYS;
  const required = stage.items.filter((item) => item.requirement === 'REQUIRED' && sure(item.key));
  const choices = groups.map((group) => ({
    group,
    keys: [...new Set(group.from)].filter((key) => index.items.has(key) && sure(key)),
  }));
  const thin = choices.filter(
    ({ group, keys }) => keys.length < group.choose && new Set(group.from).size >= group.choose,
  );
  if (thin.length > 0) {
    return thin.map(({ group, keys }) => {
      const name = nameOf(index, group.key);
      return problemOf(
        'deadlock',
        ['electives', group.key, 'choose'],
        `选修组${name.zh}要选 ${group.choose} 项，但不是每个人都能开放这么多（一定开放的有 ${keys.length} 项）。放宽条件，或减少应选数量。`,
        `Elective group ${name.en} asks for ${group.choose}, but only ${keys.length} of it opens for everybody. Loosen the conditions, or ask for fewer.`,
      );
    });
  }
  const { completion } = stage;
  const name = nameOf(index, stage.key);
  const path = ['stages', stage.key, 'completion', 'n'];
  if (completion?.rule === 'AT_LEAST') {
    const reachable = required.length + choices.reduce((sum, { group }) => sum + group.choose, 0);
    if (completion.n <= reachable) return [];
    return [
      problemOf(
        'deadlock',
        path,
        `阶段${name.zh}要完成 ${completion.n} 项，但每个人一定能完成的只有 ${reachable} 项。减少数量，或增加必修内容。`,
        `Stage ${name.en} asks for ${completion.n} things, but only ${reachable} can be done by everybody. Ask for fewer, or add required items.`,
      ),
    ];
  }
  if (completion?.rule === 'MIN_POINTS') {
    const chosen = choices.map(({ group, keys }) =>
      sum(
        keys
          .map((key) => index.items.get(key)?.item.points ?? 0)
          .sort((a, b) => a - b)
          .slice(0, group.choose),
      ),
    );
    const reachable = sum(required.map((item) => item.points ?? 0)) + sum(chosen);
    if (completion.n <= reachable) return [];
    return [
      problemOf(
        'deadlock',
        path,
        `阶段${name.zh}要 ${completion.n} 学分，但每个人一定能拿到的只有 ${reachable} 学分。降低要求，或增加学分。`,
        `Stage ${name.en} asks for ${completion.n} points, but only ${reachable} are within everybody's reach. Ask for fewer, or give more points.`,
      ),
    ];
  }
  return [];
}

/** An opening that counts from an item which some never open would keep them waiting for good. */
function uncertainOpenings(index: CheckIndex, forecasts: Forecasts): Problem[] {
  const graph = openingGraph(index, 'without-order');
  return dateRules(index.definition).flatMap(({ rule, path }) => {
    const anchor = anchorOf(rule);
    const key = anchor === undefined ? undefined : anchorKey(anchor);
    if (path.at(-1) !== 'opens' || anchor === undefined || key === undefined) return [];
    const start = typeof anchor === 'object' && 'due' in anchor ? dueNode(key) : openNode(key);
    const uncertain = uncertainItem(index, graph, start, forecasts);
    if (uncertain === undefined) return [];
    const name = nameOf(index, uncertain);
    return [
      problemOf(
        'deadlock',
        path,
        `这个开放时间要等${name.zh}，但有的人不会做到它，就永远等下去。换一个每个人都会经过的起算点。`,
        `This opening waits for ${name.en}, which some people never get to, so they would wait for ever. Count from something that everybody does.`,
      ),
    ];
  });
}

/** An item on the way to a date that does not open for everybody: the one itself, or, for a due date, what it counts from. */
function uncertainItem(
  index: CheckIndex,
  graph: ReadonlyMap<string, readonly string[]>,
  start: string,
  forecasts: Forecasts,
): string | undefined {
  const seen = new Set([start]);
  for (const node of seen) {
    const key = nodeKey(node);
    if (node.startsWith('open:') && index.items.has(key)) {
      const group = index.groupOf.get(key);
      const isSure =
        (forecasts.get(key) ?? ALWAYS) === ALWAYS && (group === undefined || group.choose >= new Set(group.from).size);
      if (!isSure) return key;
      // The openings that this one waits for are covered by its forecast.
      continue;
    }
    for (const next of graph.get(node) ?? []) seen.add(next);
  }
  return undefined;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
