import type { Item } from '../kinds/index.js';
import type { PlanDefinition, Stage } from './plan-definition.js';

/** An item with the stage it lies in and its place there, counted from 0. */
export interface PlacedItem {
  item: Item;
  stage: Stage;
  index: number;
}

/** All items in the order of the document. */
export function itemsOf(definition: PlanDefinition): PlacedItem[] {
  return definition.stages.flatMap((stage) => stage.items.map((item, index) => ({ item, stage, index })));
}

/** The item of that key; undefined where the plan has none. */
export function findItem(definition: PlanDefinition, key: string): PlacedItem | undefined {
  for (const stage of definition.stages) {
    const index = stage.items.findIndex((item) => item.key === key);
    const item = stage.items[index];
    if (item) return { item, stage, index };
  }
  return undefined;
}
