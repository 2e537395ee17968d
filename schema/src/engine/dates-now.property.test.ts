import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryDefinition } from '../testing/arbitrary-definition.js';
import { happenings, live } from '../testing/arbitrary-history.js';
import { runningPlan } from '../testing/arbitrary-running-plan.js';
import { datesNow } from './dates-now.js';
import { foldEvents } from './evaluate.js';
import { settle } from './settle.js';

const anyPlan = () =>
  fc.oneof({ weight: 3, arbitrary: runningPlan() }, { weight: 1, arbitrary: arbitraryDefinition() });

describe('the dates alone', () => {
  test('are those of the whole evaluation, for any plan and history', () => {
    let dated = 0;
    fc.assert(
      fc.property(anyPlan(), happenings(20), fc.boolean(), (definition, list, recordDates) => {
        const p = live(definition, list, { recordDates });
        const state = foldEvents(p.definitions, p.events);
        const whole = settle(state, p.environment());
        const alone = datesNow(state, p.environment());
        expect(alone.datesToFix).toEqual(whole.datesToFix);
        for (const { key, dueAt, steps } of whole.items) {
          expect([key, alone.dueOf(key), alone.lastStepDueOf(key)]).toEqual([key, dueAt, steps.at(-1)?.dueAt]);
          if (dueAt !== undefined) dated += 1;
        }
        expect(alone.dueOf('no such item')).toBeUndefined();
      }),
      { numRuns: 60 },
    );
    expect(dated).toBeGreaterThan(100);
  });
});
