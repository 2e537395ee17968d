import type { z } from 'zod';
import { issueToProblems, problemOf } from '../definition/index.js';
import { say } from './generated/messages.js';
import { CommandRefusal } from './refusal.js';

/** The value in its right shape; refuses with the first problem, at its path in the plan. */
export function checked<T>(shape: z.ZodType<T>, value: unknown, path: readonly string[]): T {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [problem] = parsed.error.issues.flatMap((issue) => issueToProblems(issue, value));
  const found = problem ?? problemOf('wrong-type', [], say('checkedValue.valueDoesNot'));
  throw new CommandRefusal({ ...found, path: [...path, ...found.path] });
}
