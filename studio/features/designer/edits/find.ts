import type { PlanDefinition, Stage } from '@planwright/schema/definition';
import type { Item } from '@planwright/schema/kinds';

export interface Found {
  item: Item;
  stage: Stage;
  index: number;
}

/** The item with its stage and its place there. In a recipe these are the draft's own objects and may be changed. */
export function findItem(definition: PlanDefinition, key: string): Found | undefined {
  for (const stage of definition.stages) {
    const index = stage.items.findIndex((item) => item.key === key);
    const item = stage.items[index];
    if (item) return { item, stage, index };
  }
  return undefined;
}

export const findStage = (definition: PlanDefinition, key: string): Stage | undefined =>
  definition.stages.find((stage) => stage.key === key);
