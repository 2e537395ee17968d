import { canonicalJson, type Link, type PlanDefinition, type Stage } from '../definition/index.js';
import { type Item, stepsOf } from '../kinds/index.js';
import { duplicateKey, unknownKey } from './refusal.js';

export const stageAt = (plan: PlanDefinition, key: string): number =>
  found(
    plan.stages.findIndex((stage) => stage.key === key),
    ['stages', key],
    key,
  );

export interface ItemPlace {
  stageIndex: number;
  stage: Stage;
  index: number;
  item: Item;
}

export function itemAt(plan: PlanDefinition, key: string): ItemPlace {
  for (const [stageIndex, stage] of plan.stages.entries()) {
    const index = stage.items.findIndex((item) => item.key === key);
    const item = stage.items[index];
    if (item) return { stageIndex, stage, index, item };
  }
  throw unknownKey(['stages', 'items', key], key);
}

export const stepAt = (item: Item, key: string): number =>
  found(
    stepsOf(item).findIndex((step) => step.key === key),
    ['items', item.key, 'task', 'steps', key],
    key,
  );

export const electiveAt = (plan: PlanDefinition, key: string): number =>
  found(
    (plan.electives ?? []).findIndex((group) => group.key === key),
    ['electives', key],
    key,
  );

export const reminderAt = (plan: PlanDefinition, key: string): number =>
  found(
    (plan.reminders ?? []).findIndex((reminder) => reminder.key === key),
    ['reminders', key],
    key,
  );

export const linkIdentity = ({ from, to, on }: Pick<Link, 'from' | 'to' | 'on'>): string =>
  canonicalJson({ from, to, on });

/** The link named; `index`, where it is given, must be one of those that are equal. */
export function linkAt(plan: PlanDefinition, named: Pick<Link, 'from' | 'to' | 'on'>, index?: number): number {
  const links = plan.links ?? [];
  const wanted = linkIdentity(named);
  const there = index !== undefined && links[index] !== undefined && linkIdentity(links[index]) === wanted;
  const at = there ? index : links.findIndex((link) => linkIdentity(link) === wanted);
  return found(at, ['links', named.from, named.to], `${named.from} → ${named.to}`);
}

/** Stages, items and elective groups share one space of keys. */
export function mustBeFree(plan: PlanDefinition, keys: readonly string[], path: readonly string[]): void {
  const taken = new Set([
    ...plan.stages.flatMap((stage) => [stage.key, ...stage.items.map((item) => item.key)]),
    ...(plan.electives ?? []).map((group) => group.key),
  ]);
  for (const key of keys) {
    if (taken.has(key)) throw duplicateKey([...path, key], key);
    taken.add(key);
  }
}

function found(at: number, path: string[], key: string): number {
  if (at < 0) throw unknownKey(path, key);
  return at;
}
