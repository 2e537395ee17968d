import { listsOf } from '../kinds/index.js';
import type { LocalizedText } from '../text/index.js';
import { itemsOf } from './items-of.js';
import type { PlanDefinition } from './plan-definition.js';

type Path = readonly PropertyKey[];

/** Every text that people read, with its path. */
export function textsOf(definition: PlanDefinition): { text: LocalizedText; path: Path }[] {
  const texts: { text: LocalizedText | undefined; path: Path }[] = [
    { text: definition.title, path: ['title'] },
    { text: definition.description, path: ['description'] },
  ];
  for (const [stageIndex, stage] of definition.stages.entries()) {
    texts.push({ text: stage.title, path: ['stages', stageIndex, 'title'] });
    texts.push({ text: stage.description, path: ['stages', stageIndex, 'description'] });
  }
  for (const { item, stage, index } of itemsOf(definition)) {
    const at: Path = ['stages', definition.stages.indexOf(stage), 'items', index];
    texts.push({ text: item.title, path: [...at, 'title'] }, { text: item.description, path: [...at, 'description'] });
    for (const { path, entries = [], textIn } of listsOf(item))
      for (const [place, { text }] of entries.entries()) texts.push({ text, path: [...at, ...path, place, textIn] });
  }
  for (const [index, group] of (definition.electives ?? []).entries())
    texts.push({ text: group.title, path: ['electives', index, 'title'] });
  return texts.flatMap(({ text, path }) => (text ? [{ text, path }] : []));
}
