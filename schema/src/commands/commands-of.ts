import type { PlanChange } from '../diff/plan-change.js';
import type { Command } from './command.js';

/** The commands of several changes in the order in which they are to be applied. */
export const commandsOf = (changes: readonly Pick<PlanChange, 'commands'>[]): Command[] =>
  changes.flatMap(({ commands }) => commands).toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
