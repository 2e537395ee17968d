import { describe, expect, test } from '@jest/globals';
import { cnCalendar } from '@planwright/schema/calendar';
import type { RuleEnvironment } from '@planwright/schema/rules';
import { addDays, addMs, instantAt, isInstant } from '@planwright/schema/time';
import fc from 'fast-check';
import { coreRules } from '../core-rules.js';
import { anyProgress } from '../testing/arbitrary-progress.js';

const SETTINGS: Record<string, fc.Arbitrary<Record<string, unknown>>> = {
  'core/day-one': fc.record({ holidays: fc.constantFrom('SEND', 'NEXT') }),
  'core/weekly': fc.record({
    weekday: fc.constantFrom('MON', 'WED', 'SUN'),
    holidays: fc.constantFrom('SKIP', 'NEXT', 'PREVIOUS'),
    at: fc.constantFrom('02:30', '09:00'),
  }),
  'core/before-due': fc.record({
    days: fc.integer({ min: 0, max: 10 }),
    unit: fc.constantFrom('DAY', 'WORKDAY'),
    holidays: fc.constantFrom('SKIP', 'NEXT', 'PREVIOUS'),
  }),
  'core/overdue': fc.record({
    learnerAfter: fc.integer({ min: 0, max: 4 }),
    mentorAfter: fc.integer({ min: 0, max: 8 }),
    unit: fc.constantFrom('DAY', 'WORKDAY'),
    holidays: fc.constantFrom('SKIP', 'NEXT', 'PREVIOUS'),
  }),
  'core/feedback-due': fc.record({
    hoursBefore: fc.integer({ min: 0, max: 30 }),
    holidays: fc.constantFrom('SKIP', 'NEXT', 'PREVIOUS'),
  }),
  'core/stage-opened': fc.record({ firstDay: fc.boolean(), holidays: fc.constantFrom('SKIP', 'NEXT', 'PREVIOUS') }),
  'core/month-ahead': fc.record({ workday: fc.integer({ min: 1, max: 10 }) }),
};

const environment = (from: string, until: string): RuleEnvironment => ({
  from,
  until,
  calendar: cnCalendar,
  workspace: { workingHours: { from: '09:00', to: '18:00' }, calendar: 'cn' },
});
const FROM = instantAt('2025-10-01', '00:00', 'UTC');
const UNTIL = instantAt('2027-06-01', '00:00', 'UTC');
const between = fc.integer({ min: 0, max: 600 * 24 }).map((hours) => addMs(FROM, hours * 3_600_000 + 777));

describe.each(Object.entries(SETTINGS))('%s', (use, settings) => {
  const ask: NonNullable<(typeof coreRules)[string]> = (...call) => {
    const rule = coreRules[use];
    if (!rule) throw new Error(`No rule ${use}`);
    return rule(...call);
  };

  test('gives the same firings however the time is cut and whoever else is asked about, in any order', () => {
    fc.assert(
      fc.property(fc.array(anyProgress(), { maxLength: 4 }), settings, between, between, (people, params, a, b) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        const whole = ask(people, params, environment(FROM, UNTIL));
        const cut = [
          [FROM, first],
          [first, second],
          [second, UNTIL],
        ].flatMap(([from = '', until = '']) =>
          people.toReversed().flatMap((one) => ask([one], params, environment(from, until))),
        );
        const sorted = (list: typeof whole) => list.map((one) => JSON.stringify(one)).sort();
        expect(sorted(cut)).toEqual(sorted(whole));
        expect(ask(people.toReversed(), params, environment(FROM, UNTIL))).toEqual(whole);
      }),
    );
  });

  test('is asked again at the instant of a firing and gives that very firing', () => {
    fc.assert(
      fc.property(anyProgress('ACTIVE'), settings, (person, params) => {
        for (const firing of ask([person], params, environment(FROM, UNTIL))) {
          const again = ask([person], params, environment(firing.at, addMs(firing.at, 1)));
          expect(again).toContainEqual(firing);
        }
      }),
    );
  });

  test('has a key for each firing of a person, real instants, words in both languages, and no firing after it is stale', () => {
    fc.assert(
      fc.property(anyProgress('ACTIVE'), settings, (person, params) => {
        const firings = ask([person], params, environment(FROM, UNTIL));
        expect(new Set(firings.map(({ key }) => key)).size).toBe(firings.length);
        for (const { at, expiresAt, about, why } of firings) {
          expect(isInstant(at)).toBe(true);
          expect(at >= FROM && at < UNTIL && at >= person.enrolledAt).toBe(true);
          expect(expiresAt === undefined || (isInstant(expiresAt) && expiresAt > at)).toBe(true);
          for (const text of [about, why]) {
            for (const language of ['zh-CN', 'en']) {
              expect(text[language]).not.toMatch(/undefined|NaN|\[object|^\s*$|[!！]|请|please|<\w/);
            }
          }
        }
      }),
    );
  });

  test('leaves alone who is paused, finished or gone, and what waits for a review, is done or excused', () => {
    fc.assert(
      fc.property(anyProgress(), settings, (person, params) => {
        const firings = ask([person], params, environment(FROM, UNTIL));
        if (person.status !== 'ACTIVE' && person.status !== 'SCHEDULED') expect(firings).toEqual([]);
        if (use === 'core/feedback-due') {
          const waiting = person.submissions.filter((one) => one.waiting).map(({ itemKey }) => itemKey);
          for (const { itemKey } of firings) expect(waiting).toContain(itemKey);
          return;
        }
        const over = person.items.filter(({ state }) => ['SUBMITTED', 'DONE', 'EXCUSED'].includes(state));
        for (const { key } of over) expect(firings.some(({ itemKey }) => itemKey === key)).toBe(false);
      }),
    );
  });
});

describe('a day in a plan', () => {
  test('never repeats a text to the same rung of the ladder', () => {
    fc.assert(
      fc.property(anyProgress('ACTIVE'), (person) => {
        const firings = coreRules['core/overdue']?.([person], {}, environment(FROM, UNTIL)) ?? [];
        const texts = firings.map(({ about, to, itemKey, stepKey }) => JSON.stringify([about, to, itemKey, stepKey]));
        expect(new Set(texts).size).toBe(texts.length);
      }),
    );
  });

  test('begins no earlier than the first day', () => {
    fc.assert(
      fc.property(anyProgress('SCHEDULED'), (person) => {
        for (const rule of Object.values(coreRules)) {
          const until = instantAt(person.startsOn, '00:00', person.zone);
          expect(
            rule([person], {}, environment(instantAt(addDays(person.startsOn, -60), '00:00', 'UTC'), until)),
          ).toEqual([]);
        }
      }),
    );
  });
});
