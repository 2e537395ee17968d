import type { PlanDefinition, Stage } from '@planwright/schema/definition';
import { findStage } from './find';
import { freeKey, isKey, takenKeys } from './keys';
import { forgetItems } from './references';

/** Adds a stage at the end or at `index`. Answers its key, numbered where it is taken. */
export function addStage(definition: PlanDefinition, stage: Stage, index = definition.stages.length): string {
  const key = freeKey(takenKeys(definition), stage.key);
  definition.stages.splice(Math.max(0, Math.min(index, definition.stages.length)), 0, { ...stage, key });
  return key;
}

/** Removes stages with their items and everything that speaks of them. */
export function removeStages(definition: PlanDefinition, keys: readonly string[]): void {
  const gone = definition.stages.filter((stage) => keys.includes(stage.key));
  definition.stages = definition.stages.filter((stage) => !keys.includes(stage.key));
  forgetItems(definition, new Set(gone.flatMap((stage) => stage.items.map((item) => item.key))));
}

/** Moves a stage; `index` counts the others. */
export function moveStage(definition: PlanDefinition, key: string, index: number): void {
  const from = definition.stages.findIndex((stage) => stage.key === key);
  const [stage] = from < 0 ? [] : definition.stages.splice(from, 1);
  if (stage) definition.stages.splice(Math.max(0, Math.min(index, definition.stages.length)), 0, stage);
}

export function editStage(definition: PlanDefinition, key: string, change: (stage: Stage) => void): void {
  const stage = findStage(definition, key);
  if (stage) change(stage);
}

/** Gives a stage another key. Answers false when the key is malformed or taken. */
export function renameStage(definition: PlanDefinition, from: string, to: string): boolean {
  if (from === to) return true;
  const stage = findStage(definition, from);
  if (!stage || !isKey(to) || takenKeys(definition).has(to)) return false;
  stage.key = to;
  return true;
}
