import type { PlanDefinition, Problem } from '@planwright/schema/definition';
import { findItem, findStage } from '../edits/find';
import { linkId } from '../edits/links';

/** The thing on the canvas that a problem belongs to, and the field of its form. */
export interface Place {
  /** Key of a stage or item, id of a link; undefined = the plan itself. */
  target: string | undefined;
  /** Path of the field below the target. */
  field: string[];
}

/** Links, joins, conditions and groups are shown at the item that they concern. */
export function placeOf(definition: PlanDefinition, path: readonly string[]): Place {
  const [root, first, ...rest] = path;
  if (root === 'stages' && first !== undefined) {
    const stage = findStage(definition, first) ?? definition.stages[Number(first)];
    if (rest[0] === 'items' && rest[1] !== undefined) {
      const item = findItem(definition, rest[1])?.item ?? stage?.items[Number(rest[1])];
      return { target: item?.key ?? stage?.key, field: rest.slice(2) };
    }
    return { target: stage?.key, field: rest };
  }
  if (root === 'links' && first !== undefined) {
    const link = definition.links?.[Number(first)];
    return { target: link && linkId(link), field: rest };
  }
  if ((root === 'joins' || root === 'conditions') && first !== undefined && findItem(definition, first)) {
    return { target: first, field: [root, ...rest] };
  }
  return { target: undefined, field: [...path] };
}

/** Numbers for the signs on the canvas. A link's problems are signed at the item that it opens. */
export function countByTarget(
  definition: PlanDefinition,
  problems: readonly Problem[],
): Map<string, { errors: number; warnings: number }> {
  const counts = new Map<string, { errors: number; warnings: number }>();
  const openedBy = new Map((definition.links ?? []).map((link) => [linkId(link), link.to]));
  for (const problem of problems) {
    const { target } = placeOf(definition, problem.path);
    if (target === undefined) continue;
    const key = openedBy.get(target) ?? target;
    const count = counts.get(key) ?? { errors: 0, warnings: 0 };
    if (problem.severity === 'ERROR') count.errors += 1;
    else count.warnings += 1;
    counts.set(key, count);
  }
  return counts;
}
