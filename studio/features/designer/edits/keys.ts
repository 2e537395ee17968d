import type { PlanDefinition } from '@planwright/schema/definition';

/** Stages, items and elective groups share one space of keys. */
export function takenKeys(definition: PlanDefinition): Set<string> {
  return new Set([
    ...definition.stages.flatMap((stage) => [stage.key, ...stage.items.map((item) => item.key)]),
    ...(definition.electives ?? []).map((group) => group.key),
  ]);
}

/** `course`, then `course-2`, `course-3` …: the first that `taken` does not hold. */
export function freeKey(taken: ReadonlySet<string>, base: string): string {
  if (!taken.has(base)) return base;
  let n = 2;
  while (taken.has(`${base}-${n}`)) n += 1;
  return `${base}-${n}`;
}

const KEY = /^[a-z0-9][a-z0-9-]{0,62}$/;
export const isKey = (text: string): boolean => KEY.test(text);
