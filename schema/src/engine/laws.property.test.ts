import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { poolFigures, SHARE_NAMES } from '../figures/index.js';
import { arbitraryDefinition } from '../testing/arbitrary-definition.js';
import { happenings, live } from '../testing/arbitrary-history.js';
import { runningPlan } from '../testing/arbitrary-running-plan.js';
import { addMs, earlierOf, epochMs, instantFromEpochMs } from '../time/epoch.js';
import { evaluate, foldEvents } from './evaluate.js';
import type { Evaluation } from './evaluation.js';
import type { EnrolmentEvent } from './event.js';
import { applyEvent } from './fold.js';
import { settle } from './settle.js';
import { startState } from './state.js';

/** Ours have every kind of date and condition; the others are those that the checks of a definition are tried on. */
const anyPlan = () =>
  fc.oneof({ weight: 3, arbitrary: runningPlan() }, { weight: 1, arbitrary: arbitraryDefinition() });

const RUNS = { numRuns: 40 };

/** What was open, by key. */
const openedAt = ({ items }: Evaluation): Map<string, string | undefined> =>
  new Map(
    items
      .filter(({ state }) => state !== 'LOCKED' && state !== 'NOT_APPLICABLE' && state !== 'EXCUSED')
      .map(({ key, opensAt }) => [key, opensAt]),
  );

describe('the fold', () => {
  test('evaluate is folding event by event and settling; any split replays to the same state', () => {
    fc.assert(
      fc.property(anyPlan(), happenings(), fc.boolean(), fc.nat(), (definition, list, recordDates, cut) => {
        const p = live(definition, list, { recordDates });
        const at = cut % (p.events.length + 1);
        const whole = foldEvents(p.definitions, p.events);
        const split = foldEvents(p.definitions, p.events.slice(at), foldEvents(p.definitions, p.events.slice(0, at)));
        expect(split).toEqual(whole);
        const stepwise = p.events.reduce((state, event) => applyEvent(state, event, p.definitions), startState());
        expect(settle(stepwise, p.environment())).toEqual(p.evaluation());
        const copied: EnrolmentEvent[] = JSON.parse(JSON.stringify(p.events));
        expect(evaluate(JSON.parse(JSON.stringify(p.definitions)), copied, p.environment())).toEqual(p.evaluation());
      }),
      RUNS,
    );
  });

  test('an earlier state is not touched by what follows', () => {
    fc.assert(
      fc.property(anyPlan(), happenings(20), (definition, list) => {
        const p = live(definition, list, { recordDates: true });
        let state = startState();
        for (const event of p.events) {
          const before = structuredCloneOfPlain(state);
          applyEvent(state, event, p.definitions);
          expect(structuredCloneOfPlain(state)).toEqual(before);
          state = applyEvent(state, event, p.definitions);
        }
      }),
      { numRuns: 40 },
    );
  });
});

const structuredCloneOfPlain = ({ plan: _, ...rest }: ReturnType<typeof startState>): unknown =>
  JSON.parse(JSON.stringify(rest));

describe('time', () => {
  test('later now never un-does: what was open stays open since the same instant, what was late stays late', () => {
    fc.assert(
      fc.property(
        anyPlan(),
        happenings(),
        fc.boolean(),
        fc.array(fc.nat(2000), { maxLength: 5 }),
        (definition, list, recordDates, waits) => {
          const p = live(definition, list, { recordDates });
          let before = p.evaluation();
          let now = p.now();
          for (const hours of waits) {
            now = addMs(now, hours * 3_600_000);
            const later = p.evaluation(now);
            const opened = openedAt(later);
            for (const [key, at] of openedAt(before)) expect([key, opened.get(key)]).toEqual([key, at]);
            before.items.forEach((item, i) => {
              if (item.overdue) expect(later.items[i]?.overdue).toBe(true);
              if (item.onTime !== undefined) expect(later.items[i]?.onTime).toBe(item.onTime);
            });
            before.stages.forEach((one, i) => {
              if (one.complete) expect(later.stages[i]?.complete).toBe(true);
            });
            before = later;
          }
        },
      ),
      RUNS,
    );
  });

  test('what has opened stays open whatever is recorded later, and no later than it did', () => {
    fc.assert(
      fc.property(anyPlan(), happenings(), fc.boolean(), (definition, list, recordDates) => {
        const seen = new Map<string, string>();
        live(definition, list, {
          recordDates,
          between: (p) => {
            const now = p.evaluation();
            for (const { key, state, opensAt } of now.items) {
              const before = seen.get(key);
              if (before !== undefined && state !== 'EXCUSED' && state !== 'NOT_APPLICABLE') {
                expect([key, state]).not.toEqual([key, 'LOCKED']);
                expect(opensAt !== undefined && opensAt <= before).toBe(true);
              }
              if (state === 'AVAILABLE' && opensAt !== undefined)
                seen.set(key, before === undefined ? opensAt : earlierOf(opensAt, before));
            }
          },
        });
      }),
      RUNS,
    );
  });

  test('nothing changes between now and nextChangeAt, not even a millisecond before it', () => {
    fc.assert(
      fc.property(
        anyPlan(),
        happenings(),
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (definition, list, recordDates, part) => {
          const p = live(definition, list, { recordDates });
          let now = p.now();
          for (let step = 0; step < 8; step++) {
            const seen = p.evaluation(now);
            const until = epochMs(seen.nextChangeAt ?? addMs(now, 1e11)) - 1;
            const from = epochMs(now);
            const inside = instantFromEpochMs(Math.floor(from + (until - from) * part));
            expect(p.evaluation(inside)).toEqual(seen);
            expect(p.evaluation(instantFromEpochMs(until))).toEqual(seen);
            if (seen.nextChangeAt === undefined) return;
            expect(seen.nextChangeAt > now).toBe(true);
            now = seen.nextChangeAt;
          }
        },
      ),
      RUNS,
    );
  });
});

describe('dates to fix', () => {
  test('recording them changes nothing in the evaluation and leaves none to record', () => {
    fc.assert(
      fc.property(anyPlan(), happenings(), fc.boolean(), (definition, list, recordDates) => {
        const p = live(definition, list, { recordDates });
        const { datesToFix: found, ...before } = p.evaluation();
        p.fixDates();
        const { datesToFix: left, ...after } = p.evaluation();
        expect(left).toEqual([]);
        expect(after).toEqual(before);
        if (recordDates) expect(found).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('figures', () => {
  test('of a cohort are the pooled figures of its people, in any grouping', () => {
    fc.assert(
      fc.property(anyPlan(), fc.array(happenings(15), { maxLength: 5 }), fc.nat(), (definition, lists, cut) => {
        const figures = lists.map((list) => live(definition, list, { recordDates: false }).evaluation().progress);
        const at = cut % (figures.length + 1);
        const pooled = poolFigures(figures);
        expect(poolFigures([poolFigures(figures.slice(0, at)), poolFigures(figures.slice(at))])).toEqual(pooled);
        expect(pooled.completion.of).toBe(figures.reduce((sum, one) => sum + one.completion.of, 0));
        expect(pooled.overdue).toBe(figures.reduce((sum, one) => sum + one.overdue, 0));
      }),
      { numRuns: 50 },
    );
  });

  test('shares lie between nothing and all', () => {
    fc.assert(
      fc.property(anyPlan(), happenings(), (definition, list) => {
        const { progress, stages } = live(definition, list, { recordDates: false }).evaluation();
        for (const share of SHARE_NAMES.map((name) => progress[name])) {
          expect(share.count).toBeGreaterThanOrEqual(0);
          expect(share.count).toBeLessThanOrEqual(share.of);
        }
        expect(progress.feedbackInTime.count).toBeLessThanOrEqual(progress.feedbackGiven.count);
        for (const one of stages) expect(one.done).toBeLessThanOrEqual(one.needed);
      }),
      RUNS,
    );
  });
});
