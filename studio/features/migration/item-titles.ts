import { type Language, textIn } from '@planwright/schema/text';
import { readDefinition } from '@/features/designer/store/read-definition';

/** Titles of the items of several definitions by key; the first definition that has an item names it. */
export function itemTitles(definitions: readonly unknown[], language: Language): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const stored of definitions) {
    for (const stage of readDefinition(stored)?.stages ?? []) {
      for (const item of stage.items) {
        if (!titles.has(item.key)) titles.set(item.key, textIn(item.title, language) || item.key);
      }
    }
  }
  return titles;
}
