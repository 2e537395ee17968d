import type { Anchor, DateRule } from '../calendar/index.js';
import {
  type Condition,
  type ElectiveGroup,
  itemName,
  itemsOf,
  type Join,
  type Link,
  type Place,
  type PlacedItem,
  type PlanDefinition,
  type Stage,
} from '../definition/index.js';
import { type Item, stepsOf } from '../kinds/index.js';

export interface IndexedLink {
  link: Link;
  /** Its place in `definition.links`. */
  index: number;
}

/** A definition with its names resolved; of keys that repeat the first counts, links that name nothing are left out. */
export interface CheckIndex {
  definition: PlanDefinition;
  items: ReadonlyMap<string, PlacedItem>;
  stages: ReadonlyMap<string, Stage>;
  /** Links by the item that they open. */
  linksInto: ReadonlyMap<string, readonly IndexedLink[]>;
  /** The group that an elective is chosen from. */
  groupOf: ReadonlyMap<string, ElectiveGroup>;
}

export function indexForCheck(definition: PlanDefinition): CheckIndex {
  const items = new Map<string, PlacedItem>();
  for (const placed of itemsOf(definition)) if (!items.has(placed.item.key)) items.set(placed.item.key, placed);
  const stages = new Map<string, Stage>();
  for (const stage of definition.stages) if (!stages.has(stage.key)) stages.set(stage.key, stage);
  const linksInto = new Map<string, IndexedLink[]>();
  for (const [index, link] of (definition.links ?? []).entries()) {
    if (!items.has(link.from) || !items.has(link.to)) continue;
    linksInto.set(link.to, [...(linksInto.get(link.to) ?? []), { link, index }]);
  }
  const groupOf = new Map<string, ElectiveGroup>();
  for (const group of definition.electives ?? []) {
    for (const key of group.from) {
      if (items.get(key)?.item.requirement === 'ELECTIVE' && !groupOf.has(key)) groupOf.set(key, group);
    }
  }
  return { definition, items, stages, linksInto, groupOf };
}

export function joinOf({ definition }: CheckIndex, key: string): Join {
  const joins = definition.joins;
  return (joins && Object.hasOwn(joins, key) ? joins[key] : undefined) ?? { rule: 'ALL' };
}

/** How many of an item's links have to be met. */
export function neededLinks(join: Join, count: number): number {
  if (join.rule === 'AT_LEAST') return join.n;
  return join.rule === 'ALL' ? count : 1;
}

export function conditionOf({ definition }: CheckIndex, key: string): Condition | undefined {
  const conditions = definition.conditions;
  return conditions && Object.hasOwn(conditions, key) ? conditions[key] : undefined;
}

export function itemPath({ stage, item }: PlacedItem): string[] {
  return ['stages', stage.key, 'items', item.key];
}

/** How sentences name a stage, item or group. */
export function nameOf({ definition }: CheckIndex, key: string): Place {
  return itemName(definition, key);
}

export type ConditionLeaf = Extract<Condition, { item: string } | { expression: string }>;

/** The leaves of a condition with their paths below it, in reading order. */
export function conditionLeaves(
  condition: Condition,
  path: readonly string[] = [],
): { leaf: ConditionLeaf; path: string[] }[] {
  if ('all' in condition)
    return condition.all.flatMap((part, index) => conditionLeaves(part, [...path, 'all', String(index)]));
  if ('any' in condition)
    return condition.any.flatMap((part, index) => conditionLeaves(part, [...path, 'any', String(index)]));
  if ('not' in condition) return conditionLeaves(condition.not, [...path, 'not']);
  if ('atLeast' in condition) {
    return condition.atLeast.of.flatMap((part, index) =>
      conditionLeaves(part, [...path, 'atLeast', 'of', String(index)]),
    );
  }
  return [{ leaf: condition, path: [...path] }];
}

/** The key that an anchor counts from, if it counts from an item or a stage by name. */
export function anchorKey(anchor: Anchor): string | undefined {
  if (typeof anchor === 'string' || 'event' in anchor) return undefined;
  if ('opened' in anchor) return anchor.opened;
  return 'completed' in anchor ? anchor.completed : anchor.due;
}

export function anchorOf(rule: DateRule | undefined): Anchor | undefined {
  return rule && 'anchor' in rule ? rule.anchor : undefined;
}

/** Every date rule of the plan with its path; `owner` is the item or stage that it belongs to. */
export function dateRules(definition: PlanDefinition): { rule: DateRule; path: string[]; owner: string }[] {
  const rules: { rule: DateRule | undefined; path: string[]; owner: string }[] = [];
  for (const stage of definition.stages) {
    const at = ['stages', stage.key];
    rules.push(
      { rule: stage.opens, path: [...at, 'opens'], owner: stage.key },
      { rule: stage.due, path: [...at, 'due'], owner: stage.key },
    );
    for (const [index, item] of stage.items.entries()) {
      const below = itemPath({ stage, item, index });
      rules.push(
        { rule: item.opens, path: [...below, 'opens'], owner: item.key },
        { rule: item.due, path: [...below, 'due'], owner: item.key },
      );
      for (const step of stepsOf(item))
        rules.push({ rule: step.due, path: [...below, 'task', 'steps', step.key, 'due'], owner: item.key });
    }
  }
  return rules.flatMap(({ rule, path, owner }) => (rule ? [{ rule, path, owner }] : []));
}

/** The rule that gives an item its due: its last step's, else its own; undefined where the stage's holds. */
export function ownDueOf(item: Item): DateRule | undefined {
  return stepsOf(item).at(-1)?.due ?? item.due;
}
