import { type Command, commandsBetween } from '../commands/index.js';
import { duplicateKeys, type PlanDefinition } from '../definition/index.js';
import type { PlanChange, ToldChange } from './plan-change.js';

/** Each command beside the sentence that tells it. Empty while a key is used twice: no command could tell the two apart. */
export function withCommands(told: readonly ToldChange[], before: PlanDefinition, after: PlanDefinition): PlanChange[] {
  const changes = told.map((change): PlanChange => ({ ...change, commands: [] }));
  if (changes.length === 0 || [before, after].some((plan) => duplicateKeys(plan).length > 0)) return changes;
  for (const command of commandsBetween(before, after)) nearest(changes, command)?.commands.push(command);
  return changes;
}

/** The sentence whose path shares most with what the command names; the first of equals. */
function nearest(changes: readonly PlanChange[], command: Command): PlanChange | undefined {
  const named = namesOf(command.payload);
  const shared = changes.map(({ path }) => path.filter((segment) => named.has(segment)).length);
  return changes[shared.indexOf(Math.max(...shared))];
}

/** Keys that a payload names, and the properties that it sets. */
function namesOf(payload: Command['payload']): Set<string> {
  const names = new Set<string>();
  for (const [name, value] of Object.entries(payload as Record<string, unknown>)) {
    if (typeof value === 'string') names.add(value);
    else if (name === 'unset' && Array.isArray(value)) for (const one of value) names.add(String(one));
    else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      if (name === 'set') for (const one of Object.keys(value)) names.add(one);
      for (const key of ['key', 'from', 'to']) if (key in value) names.add(String(Reflect.get(value, key)));
    }
  }
  return names;
}
