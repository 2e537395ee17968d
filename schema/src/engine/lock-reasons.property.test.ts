import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Happening, happenings, live } from '../testing/arbitrary-history.js';
import { runningPlan } from '../testing/arbitrary-running-plan.js';
import { OpeningModel } from '../testing/opening-model.js';

/** The model is too plain for pauses, backdating and reopening. */
const plain = (list: readonly Happening[]): Happening[] =>
  list
    .filter((one) => one.kind !== 'pause' && one.kind !== 'cancel' && !(one.kind === 'act' && one.action === 'REOPEN'))
    .map((one) => {
      if (one.kind !== 'act') return one;
      const { hoursAgo: _, ...now } = one;
      return now;
    });

describe('why an item is locked', () => {
  test('with all reasons out of the way it opens; leave any one and it stays locked', () => {
    let locked = 0;
    fc.assert(
      fc.property(runningPlan(), happenings(), (definition, list) => {
        const p = live(definition, plain(list), { recordDates: true });
        const seen = p.evaluation();
        for (const { key, state, lockedBecause } of seen.items) {
          if (state !== 'LOCKED') {
            expect(lockedBecause).toEqual([]);
            continue;
          }
          locked++;
          const opensWithout = (reasons: typeof lockedBecause) =>
            new OpeningModel(definition, seen, p.events, reasons, p.now()).opens(key);
          expect([key, lockedBecause, opensWithout(lockedBecause)]).toEqual([key, lockedBecause, true]);
          for (const left of lockedBecause) {
            const others = lockedBecause.filter((one) => one !== left);
            expect([key, left, opensWithout(others)]).toEqual([key, left, false]);
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(locked).toBeGreaterThan(100);
  });

  test('every reason has its sentence in both languages', () => {
    fc.assert(
      fc.property(runningPlan(), happenings(), (definition, list) => {
        for (const { lockedBecause } of live(definition, list, { recordDates: false }).evaluation().items) {
          for (const { text } of lockedBecause) {
            expect(text['zh-CN']).toMatch(/[开放]/);
            expect(text.en).toMatch(/^(Opens|This stage|The plan)/);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
