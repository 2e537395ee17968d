import type { Pace } from '@planwright/schema/simulation';
import { addMs, epochMs, HOUR_MS } from '@planwright/schema/time';
import { seededRandom } from '../../engine/random.js';

/** What the people of a simulation do. */
export type Conduct = 'NOBODY' | 'DILIGENT' | 'MIXED';

/** A number in [0, 1) that is the same for the same words: people keep to what they would do. */
export function lot(seed: number, ...words: readonly (string | number)[]): number {
  let hash = 2166136261 ^ seed;
  for (const char of words.join('\n')) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
  return seededRandom(hash)();
}

const NEVER: Pace = { workAt: () => undefined, reviewAt: () => undefined };

const DILIGENT: Pace = {
  workAt: ({ opensAt }) => (opensAt === undefined ? undefined : addMs(opensAt, 26 * HOUR_MS)),
  reviewAt: ({ submittedAt }) => addMs(submittedAt, 5 * HOUR_MS),
};

/**
 * Of a mixed group a third is diligent, most do things somewhere in their time and some of them late, a few leave things lying, and one
 * in ten does nothing. Mentors mostly answer within the day.
 */
export function paceOf(conduct: Conduct, seed: number, person: string): Pace {
  if (conduct === 'NOBODY') return NEVER;
  const kind = lot(seed, person);
  if (conduct === 'DILIGENT' || kind < 0.3) return DILIGENT;
  if (kind > 0.9) return NEVER;
  return {
    workAt: ({ key, opensAt, dueAt }, step) => {
      const [from, to] = [opensAt, step?.dueAt ?? dueAt];
      if (from === undefined || lot(seed, person, key, 'never') < 0.04) return undefined;
      const span = to === undefined ? 72 * HOUR_MS : epochMs(to) - epochMs(from);
      return addMs(from, minutes(span * (0.1 + 1.05 * lot(seed, person, key, step?.key ?? ''))));
    },
    reviewAt: ({ submittedAt, itemKey, attempt }) =>
      lot(seed, person, itemKey, attempt, 'review') < 0.03
        ? undefined
        : addMs(submittedAt, minutes((1 + 29 * lot(seed, person, itemKey, attempt)) * HOUR_MS)),
    review: ({ itemKey, attempt }) => ({
      decision: attempt < 3 && lot(seed, person, itemKey, attempt, 'return') < 0.12 ? 'RETURN' : 'APPROVE',
      comment: 'Once more',
    }),
  };
}

const minutes = (ms: number): number => Math.max(1, Math.round(ms / 60_000)) * 60_000;
