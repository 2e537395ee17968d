import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkPlan } from '../check/check-plan.js';
import { arbitraryDefinition } from '../testing/arbitrary-definition.js';
import { runningPlan } from '../testing/arbitrary-running-plan.js';
import { walkDiligently } from '../testing/diligent.js';
import { CN_ENVIRONMENT } from '../testing/person.js';

test('who does everything the day it opens, and passes, finishes every plan that has no errors', () => {
  let sound = 0;
  fc.assert(
    fc.property(fc.oneof(runningPlan({ finishable: true }), arbitraryDefinition()), (definition) => {
      const errors = checkPlan(definition, { year: 2026, calendars: CN_ENVIRONMENT.calendars }).filter(
        ({ severity }) => severity === 'ERROR',
      );
      if (errors.length > 0) return;
      sound++;
      const { end } = walkDiligently(definition, { teamSize: 5 });
      const left = end.items
        .filter(({ state }) => state === 'LOCKED')
        .map(({ key, lockedBecause }) => ({ key, lockedBecause }));
      expect({ status: end.status, left: end.status === 'COMPLETED' ? [] : left }).toEqual({
        status: 'COMPLETED',
        left: [],
      });
      expect(end.progress.completion.count).toBe(end.progress.completion.of);
    }),
    { numRuns: 50 },
  );
  expect(sound).toBeGreaterThan(5);
});
