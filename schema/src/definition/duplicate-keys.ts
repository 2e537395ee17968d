import { listsOf } from '../kinds/index.js';
import { say } from './generated/messages.js';
import { keyPath, quoted } from './place.js';
import type { PlanDefinition } from './plan-definition.js';
import type { Problem } from './problem.js';
import { problemOf } from './problem-of.js';

type Path = readonly PropertyKey[];
type Keyed = { key: string; path: Path };

/** `duplicate-key`: stages, items and elective groups share one space; steps, questions and reminders have their own. */
export function duplicateKeys(definition: PlanDefinition): Problem[] {
  const shared: Keyed[] = [];
  const own: Keyed[][] = [];
  for (const [stageIndex, stage] of definition.stages.entries()) {
    shared.push({ key: stage.key, path: ['stages', stageIndex] });
    for (const [index, item] of stage.items.entries()) {
      const path: Path = ['stages', stageIndex, 'items', index];
      shared.push({ key: item.key, path });
      for (const { path: list, entries } of listsOf(item)) own.push(keyed(entries, [...path, ...list]));
    }
  }
  shared.push(...keyed(definition.electives, ['electives']));
  own.push(keyed(definition.reminders, ['reminders']));
  own.push((definition.outcomes ?? []).map(({ metric }, index) => ({ key: metric, path: ['outcomes', index] })));
  return [shared, ...own].flatMap((space) => repeats(space).map(({ key, path }) => duplicate(definition, key, path)));
}

function keyed(list: readonly { key: string }[] | undefined, path: Path): Keyed[] {
  return (list ?? []).map(({ key }, index) => ({ key, path: [...path, index] }));
}

/** All but the first of each key. */
function repeats(space: readonly Keyed[]): Keyed[] {
  const seen = new Set<string>();
  return space.filter(({ key }) => seen.has(key) || !seen.add(key));
}

function duplicate(definition: PlanDefinition, key: string, path: Path): Problem {
  return problemOf('duplicate-key', keyPath(definition, path), say('duplicateKeys.duplicate', { key: quoted(key) }));
}
