import type { Anchor, DateRule } from '../calendar/index.js';
import { stepsOf } from '../kinds/index.js';
import { anchorKey, anchorOf, type CheckIndex, conditionLeaves, conditionOf } from './check-index.js';
import type { Graph } from './components.js';

/** Nodes: `open:key` and `due:key` of items and stages, `step:item/step` for the due of a step. */
export const openNode = (key: string): string => `open:${key}`;
export const dueNode = (key: string): string => `due:${key}`;
export const stepNode = (item: string, step: string): string => `step:${item}/${step}`;

/** The key of the item in a node, without the part that the node stands for. */
export const nodeKey = (node: string): string => node.slice(node.indexOf(':') + 1).split('/')[0] ?? '';

/** What has to happen to other items before each opens: links and conditions alone. */
export function linkGraph(index: CheckIndex): Graph {
  const graph = new Map<string, string[]>();
  for (const key of index.items.keys()) graph.set(openNode(key), sourcesOf(index, key).map(openNode));
  return graph;
}

/** Links, conditions, stages and dates together: what each opening and each due date has to wait for to be known. */
export function openingGraph(index: CheckIndex, order: 'with-order' | 'without-order'): Graph {
  const graph = new Map<string, string[]>();
  for (const stage of index.stages.values()) {
    graph.set(openNode(stage.key), anchorNodes(index, stage.opens, stage.key, stage.key));
    graph.set(dueNode(stage.key), anchorNodes(index, stage.due, stage.key, stage.key));
  }
  for (const [key, { item, stage, index: at }] of index.items) {
    const earlier = order === 'with-order' ? [...requiredBefore(index, key, at), ...groupsBefore(index, key, at)] : [];
    const opens = anchorNodes(index, item.opens, key, stage.key);
    graph.set(openNode(key), [
      openNode(stage.key),
      ...sourcesOf(index, key).map(openNode),
      ...opens,
      ...earlier.map(openNode),
    ]);
    const steps = stepsOf(item);
    for (const step of steps) graph.set(stepNode(key, step.key), anchorNodes(index, step.due, key, stage.key));
    const last = steps.at(-1);
    const due = last?.due
      ? [stepNode(key, last.key)]
      : item.due
        ? anchorNodes(index, item.due, key, stage.key)
        : [dueNode(stage.key)];
    graph.set(dueNode(key), due);
  }
  return graph;
}

/** Items that have to come to a result before this one opens. */
export function sourcesOf(index: CheckIndex, key: string): string[] {
  const linked = (index.linksInto.get(key) ?? []).map(({ link }) => link.from);
  const condition = conditionOf(index, key);
  const asked = condition
    ? conditionLeaves(condition).flatMap(({ leaf }) =>
        'item' in leaf && index.items.has(leaf.item) ? [leaf.item] : [],
      )
    : [];
  return [...linked, ...asked];
}

/** The nearest earlier required item of an ALL_IN_ORDER stage; the ones before it follow from that. */
export function requiredBefore(index: CheckIndex, key: string, at: number): string[] {
  const stage = index.items.get(key)?.stage;
  if (stage?.completion?.rule !== 'ALL_IN_ORDER') return [];
  const earlier = stage.items.slice(0, at).findLast((item) => item.requirement === 'REQUIRED');
  return earlier ? [earlier.key] : [];
}

/** The electives of groups that lie wholly before an item of an ALL_IN_ORDER stage. */
function groupsBefore(index: CheckIndex, key: string, at: number): string[] {
  const stage = index.items.get(key)?.stage;
  if (stage?.completion?.rule !== 'ALL_IN_ORDER') return [];
  const earlier = new Set(stage.items.slice(0, at).map((item) => item.key));
  return (index.definition.electives ?? []).flatMap(({ from }) =>
    from.every((elective) => earlier.has(elective)) ? from : [],
  );
}

function anchorNodes(index: CheckIndex, rule: DateRule | undefined, owner: string, stage: string): string[] {
  const anchor = anchorOf(rule);
  return anchor === undefined ? [] : nodesOf(index, anchor, owner, stage);
}

function nodesOf(index: CheckIndex, anchor: Anchor, owner: string, stage: string): string[] {
  if (anchor === 'OPENED') return [openNode(owner)];
  if (anchor === 'STAGE_START') return [openNode(stage)];
  const key = anchorKey(anchor);
  if (key === undefined || (!index.items.has(key) && !index.stages.has(key))) return [];
  if (typeof anchor === 'object' && 'due' in anchor) return [dueNode(key)];
  return [openNode(key)];
}
