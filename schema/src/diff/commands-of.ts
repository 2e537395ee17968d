import type { Command } from '../commands/index.js';
import type { PlanChange } from './plan-change.js';

/** The commands of several changes in the order in which they are to be applied. */
export const commandsOf = (changes: readonly Pick<PlanChange, 'commands'>[]): Command[] =>
  changes.flatMap(({ commands }) => commands).toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
