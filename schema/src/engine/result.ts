// biome-ignore-all lint/suspicious/noImportCycles: what opens asks for dates and results, and these ask what has opened
import { type Item, judgementOf, type LinkResult } from '../kinds/index.js';
import { assertNever } from './assert-never.js';
import { countsAsCompleted, type Mark } from './item-record.js';
import { notApplicable } from './opening.js';
import type { Settling } from './settling.js';
import { append, NEVER, type Span, union } from './span.js';
import type { Truth } from './truth.js';

/** Whether an item has come to a result, over time. What does not apply never comes to any. */
export function resultOver(s: Settling, item: number, on: LinkResult): Truth {
  const definition = s.plan.items[item]?.item;
  const record = s.state.items[item];
  const marks = record?.marks ?? [];
  const absent = record === undefined || record.phase === 'OPEN' ? notApplicable(s, item) : NEVER;
  if (!definition || marks.length === 0) return { yes: NEVER, no: absent };
  const yes: Span[] = [];
  const no: Span[] = [];
  marks.forEach((mark, i) => {
    const answer = resultIs(on, mark, definition);
    if (answer !== undefined) append(answer ? yes : no, mark.from, marks[i + 1]?.from);
  });
  return { yes, no: absent.length === 0 ? no : union(no, absent) };
}

/**
 * Whether a mark is the result; undefined while it may still come.
 * An excused item gives the good results that it was excused from (COMPLETED, PASSED, APPROVED, SUBMITTED): people who are
 * spared a task are not locked out of what follows it. It gives none of the bad ones and no score.
 */
export function resultIs(on: LinkResult, mark: Mark, item: Item): boolean | undefined {
  const { settled, submitted, score } = mark;
  if (on === 'SUBMITTED') return submitted || settled !== undefined ? true : undefined;
  if (settled === undefined) return undefined;
  const excused = settled === 'EXCUSED';
  switch (on) {
    case 'COMPLETED':
      return countsAsCompleted(settled);
    case 'PASSED':
      // A course that asks for a score is passed by reaching it.
      return excused || settled === 'PASSED' || judgementOf(item)?.by === 'REACHING';
    case 'APPROVED':
      return excused || settled === 'APPROVED';
    case 'FAILED':
    case 'REJECTED':
      return settled === on;
    default: {
      if (typeof on === 'string') return assertNever(on);
      if (score === undefined) return excused ? false : undefined;
      const [low, high] = on.scoreIn;
      return low <= score && (score < high || (high === 100 && score === 100));
    }
  }
}

/** A result as one word: `APPROVED`, `scoreIn:60-80`. */
export const resultName = (on: LinkResult): string =>
  typeof on === 'string' ? on : `scoreIn:${on.scoreIn[0]}-${on.scoreIn[1]}`;
