import type { PlanDefinition } from '@planwright/schema/definition';
import type { Item, Requirement } from '@planwright/schema/kinds';
import { findItem, findStage } from './find';
import { freeKey, isKey, takenKeys } from './keys';
import { forgetItems, renameReferences } from './references';

const clamp = (value: number, high: number): number => Math.max(0, Math.min(value, high));

/** Puts a new item into a stage; its key gets a number where it is taken. Answers the key, or nothing without a stage. */
export function addItem(definition: PlanDefinition, stageKey: string, item: Item, index?: number): string | undefined {
  const stage = findStage(definition, stageKey);
  if (!stage) return undefined;
  const key = freeKey(takenKeys(definition), item.key);
  stage.items.splice(clamp(index ?? stage.items.length, stage.items.length), 0, { ...item, key });
  return key;
}

/** Removes items with every link, date, condition, group place and weight that speaks of them. */
export function removeItems(definition: PlanDefinition, keys: readonly string[]): void {
  const gone = new Set(keys);
  for (const stage of definition.stages) stage.items = stage.items.filter((item) => !gone.has(item.key));
  forgetItems(definition, gone);
}

/** Moves an item to a place in a stage, its own or another. `index` counts the others there. */
export function moveItem(definition: PlanDefinition, key: string, stageKey: string, index?: number): void {
  const found = findItem(definition, key);
  const target = findStage(definition, stageKey);
  if (!found || !target) return;
  found.stage.items.splice(found.index, 1);
  target.items.splice(clamp(index ?? target.items.length, target.items.length), 0, found.item);
}

/** Changes an item in place; fields the recipe does not touch stay as they are. */
export function editItem(definition: PlanDefinition, key: string, change: (item: Item) => void): void {
  const found = findItem(definition, key);
  if (found) change(found.item);
}

/** An item that is no longer elective leaves its groups, so that no group counts on it. */
export function setRequirement(definition: PlanDefinition, key: string, requirement: Requirement): void {
  editItem(definition, key, (item) => {
    item.requirement = requirement;
  });
  if (requirement !== 'ELECTIVE') leaveGroups(definition, key);
}

export function leaveGroups(definition: PlanDefinition, key: string): void {
  if (!definition.electives) return;
  for (const group of definition.electives) {
    if (!group.from.includes(key)) continue;
    group.from = group.from.filter((member) => member !== key);
    group.choose = Math.min(group.choose, Math.max(1, group.from.length));
  }
  definition.electives = definition.electives.filter((group) => group.from.length > 0);
}

/** Puts an elective item into a group; `undefined` opens a group of its own, of which one is to be chosen. */
export function joinGroup(definition: PlanDefinition, key: string, groupKey: string | undefined): void {
  leaveGroups(definition, key);
  setRequirement(definition, key, 'ELECTIVE');
  const groups = definition.electives ?? [];
  definition.electives = groups;
  const group = groups.find((candidate) => candidate.key === groupKey);
  if (group) group.from.push(key);
  else groups.push({ key: freeKey(takenKeys(definition), 'electives'), from: [key], choose: 1 });
}

/** Gives an item another key, wherever it is named. Answers false when the key is malformed or taken. */
export function renameItem(definition: PlanDefinition, from: string, to: string): boolean {
  if (from === to) return true;
  const found = findItem(definition, from);
  if (!found || !isKey(to) || takenKeys(definition).has(to)) return false;
  found.item.key = to;
  renameReferences(definition, from, to);
  return true;
}

/** A copy beside the original, with its own key and without links. Answers the copy's key. */
export function duplicateItem(definition: PlanDefinition, key: string): string | undefined {
  const found = findItem(definition, key);
  if (!found) return undefined;
  return addItem(definition, found.stage.key, found.item, found.index + 1);
}
