import type { Anchor, DateRule } from '@planwright/schema/calendar';
import type { Condition, PlanDefinition } from '@planwright/schema/definition';
import { stepsOf } from '@planwright/schema/kinds';

/** The item that a date rule counts from, if it counts from one. */
export function anchorItem(rule: DateRule | undefined): string | undefined {
  if (!rule || !('anchor' in rule) || typeof rule.anchor === 'string') return undefined;
  if ('opened' in rule.anchor) return rule.anchor.opened;
  if ('completed' in rule.anchor) return rule.anchor.completed;
  if ('due' in rule.anchor) return rule.anchor.due;
  return undefined;
}

function renamedAnchor(anchor: Anchor, from: string, to: string): Anchor {
  if (typeof anchor === 'string') return anchor;
  if ('opened' in anchor) return anchor.opened === from ? { opened: to } : anchor;
  if ('completed' in anchor) return anchor.completed === from ? { completed: to } : anchor;
  if ('due' in anchor) return anchor.due === from ? { due: to } : anchor;
  return anchor;
}

/** Visits every place that may hold a date rule. `change` answers the rule that stands there from now on. */
export function changeDateRules(definition: PlanDefinition, change: (rule: DateRule) => DateRule | undefined): void {
  const visit = (holder: { opens?: DateRule | undefined; due?: DateRule | undefined }): void => {
    for (const side of ['opens', 'due'] as const) {
      const rule = holder[side];
      if (!rule) continue;
      const next = change(rule);
      if (next === rule) continue;
      if (next) holder[side] = next;
      else delete holder[side];
    }
  };
  for (const stage of definition.stages) {
    visit(stage);
    for (const item of stage.items) {
      visit(item);
      for (const step of stepsOf(item)) visit(step);
    }
  }
}

/** The tree with another leaf for every leaf about an item; branches that lose all leaves go too. */
export function changeItemLeaves(
  condition: Condition,
  change: (leaf: Extract<Condition, { item: string }>) => Condition | undefined,
): Condition | undefined {
  const each = (list: Condition[]): Condition[] => list.flatMap((child) => changeItemLeaves(child, change) ?? []);
  if ('item' in condition) return change(condition);
  if ('expression' in condition) return condition;
  if ('not' in condition) {
    const inner = changeItemLeaves(condition.not, change);
    return inner && { not: inner };
  }
  if ('atLeast' in condition) {
    const of = each(condition.atLeast.of);
    return of.length ? { atLeast: { n: Math.min(condition.atLeast.n, of.length), of } } : undefined;
  }
  if ('all' in condition) {
    const all = each(condition.all);
    return all.length ? { all } : undefined;
  }
  const any = each(condition.any);
  return any.length ? { any } : undefined;
}

const weightsOf = (definition: PlanDefinition): Record<string, unknown> | undefined => {
  const weights = definition.scoring?.with?.weights;
  return typeof weights === 'object' && weights !== null && !Array.isArray(weights)
    ? (weights as Record<string, unknown>)
    : undefined;
};

/** Takes out everything that speaks of the items, so that no link, date, group, condition or weight names nothing. */
export function forgetItems(definition: PlanDefinition, keys: ReadonlySet<string>): void {
  if (definition.links) {
    definition.links = definition.links.filter((link) => !keys.has(link.from) && !keys.has(link.to));
  }
  for (const key of keys) {
    delete definition.joins?.[key];
    delete definition.conditions?.[key];
    const weights = weightsOf(definition);
    if (weights) delete weights[key];
  }
  for (const [key, condition] of Object.entries(definition.conditions ?? {})) {
    const next = changeItemLeaves(condition, (leaf) => (keys.has(leaf.item) ? undefined : leaf));
    if (next === undefined) delete definition.conditions?.[key];
    else if (definition.conditions) definition.conditions[key] = next;
  }
  changeDateRules(definition, (rule) => (keys.has(anchorItem(rule) ?? '') ? undefined : rule));
  if (definition.electives) {
    for (const group of definition.electives) {
      group.from = group.from.filter((key) => !keys.has(key));
      group.choose = Math.min(group.choose, Math.max(1, group.from.length));
    }
    definition.electives = definition.electives.filter((group) => group.from.length > 0);
  }
}

/** Every reference to the item, wherever it stands, under its new key. The item's own key is the caller's. */
export function renameReferences(definition: PlanDefinition, from: string, to: string): void {
  for (const link of definition.links ?? []) {
    if (link.from === from) link.from = to;
    if (link.to === from) link.to = to;
  }
  const move = (record: Record<string, unknown> | undefined): void => {
    if (!record || !(from in record)) return;
    record[to] = record[from];
    delete record[from];
  };
  move(definition.joins);
  move(definition.conditions);
  move(weightsOf(definition));
  for (const [key, condition] of Object.entries(definition.conditions ?? {})) {
    const next = changeItemLeaves(condition, (leaf) => (leaf.item === from ? { ...leaf, item: to } : leaf));
    if (next && definition.conditions) definition.conditions[key] = next;
  }
  changeDateRules(definition, (rule) =>
    anchorItem(rule) === from && 'anchor' in rule ? { ...rule, anchor: renamedAnchor(rule.anchor, from, to) } : rule,
  );
  for (const group of definition.electives ?? []) {
    group.from = group.from.map((key) => (key === from ? to : key));
  }
}
