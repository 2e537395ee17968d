import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { epochMs, instantFromEpochMs } from '../time/epoch.js';
import { addDays, fromDayNumber, toDayNumber } from '../time/plain-date.js';
import { instantAt, plainDateIn, plainTimeIn } from '../time/zone.js';
import type { WorkingDayCalendar } from './calendar.js';
import { type DateRule, ROLLS, UNITS, WEEKDAYS } from './date-rule.js';
import { cnCalendar } from './generated/cn.js';
import { addLag, resolveDate } from './resolve-date.js';
import { reviewDeadline } from './review-deadline.js';
import { addWorkdays, countWorkdays, isWorkday, rollDate } from './workdays.js';

const ZONES = [
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Havana',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'America/St_Johns',
  'Pacific/Kiritimati',
];

const firstDay = toDayNumber('2022-06-01');
const lastDay = toDayNumber('2029-06-01');
const date = fc.integer({ min: firstDay, max: lastDay }).map(fromDayNumber);
const time = fc.integer({ min: 0, max: 1439 }).map((minute) => instantFromEpochMs(minute * 60_000).slice(11, 16));
const zone = fc.constantFrom(...ZONES);

/** A calendar of random holidays and make-up days with random years missing. */
const calendar: fc.Arbitrary<WorkingDayCalendar> = fc
  .record({
    years: fc.uniqueArray(fc.integer({ min: 2022, max: 2029 })),
    off: fc.array(date, { maxLength: 120 }),
    on: fc.array(date, { maxLength: 60 }),
  })
  .map(({ years, off, on }) => ({
    key: 'random',
    years: Object.fromEntries(
      years.map((year) => {
        const inYear = (day: string) => day.startsWith(String(year));
        return [year, { year, off: off.filter(inYear), on: on.filter(inYear) }];
      }),
    ),
  }));
const anyCalendar = fc.oneof(fc.constant(cnCalendar), calendar);

/** The slow way: one day after the other, each asked by itself. */
function walk(from: string, n: number, calendar: WorkingDayCalendar) {
  const step = Math.sign(n);
  let day = from;
  let provisional = false;
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, step);
    const asked = isWorkday(day, calendar);
    provisional ||= asked.provisional;
    if (asked.workday) left -= 1;
  }
  return { date: day, provisional };
}

describe('working days', () => {
  test('counting by the index is counting day by day', () => {
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: -300, max: 300 }).filter((n) => n !== 0),
        anyCalendar,
        (from, n, days) => {
          expect(addWorkdays(from, n, days)).toEqual(walk(from, n, days));
        },
      ),
    );
  });

  test('from a working day, n forward and n back is where it began', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 500 }), anyCalendar, (from, n, days) => {
        const start = addWorkdays(from, 0, days).date;
        expect(addWorkdays(addWorkdays(start, n, days).date, -n, days).date).toBe(start);
        expect(addWorkdays(addWorkdays(start, -n, days).date, n, days).date).toBe(start);
        expect(countWorkdays(start, addWorkdays(start, n, days).date, days).count).toBe(n + 1);
      }),
    );
  });

  test('a later date and more working days never lead to an earlier date', () => {
    fc.assert(
      fc.property(
        date,
        fc.nat(40),
        fc.integer({ min: -100, max: 100 }),
        fc.nat(20),
        anyCalendar,
        (from, later, n, more, days) => {
          const result = addWorkdays(from, n, days).date;
          expect(addWorkdays(addDays(from, later), n, days).date >= result).toBe(true);
          expect(addWorkdays(from, n + more, days).date >= result || n + more === 0).toBe(true);
        },
      ),
    );
  });

  test('a rolled date is a working day, rolling it again leaves it, and no working day is moved', () => {
    fc.assert(
      fc.property(date, fc.constantFrom(...ROLLS), anyCalendar, (from, roll, days) => {
        const { date: to } = rollDate(from, roll, days);
        if (roll !== 'NONE') expect(isWorkday(to, days).workday).toBe(true);
        expect(rollDate(to, roll, days).date).toBe(to);
        if (isWorkday(from, days).workday) expect(to).toBe(from);
        // A month that is all holidays has nowhere else to go than out.
        if (roll === 'PRECEDING') expect(to <= from).toBe(true);
        if (roll === 'FOLLOWING') expect(to >= from).toBe(true);
      }),
    );
  });

  test('a date that is not provisional stays whatever the missing years turn out to be', () => {
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: -200, max: 200 }),
        fc.constantFrom(...ROLLS),
        calendar,
        calendar,
        (from, n, roll, known, other) => {
          const published = { ...known, years: { ...other.years, ...known.years } };
          const counted = addWorkdays(from, n, known);
          if (!counted.provisional) expect(addWorkdays(from, n, published).date).toBe(counted.date);
          const rolled = rollDate(from, roll, known);
          if (!rolled.provisional) expect(rollDate(from, roll, published).date).toBe(rolled.date);
        },
      ),
    );
  });
});

const startRule: fc.Arbitrary<DateRule> = fc.oneof(
  fc.record(
    {
      anchor: fc.constant('START' as const),
      offset: fc.integer({ min: -200, max: 200 }),
      unit: fc.constantFrom(...UNITS),
      at: time,
      roll: fc.constantFrom(...ROLLS),
    },
    { requiredKeys: ['anchor', 'offset', 'unit'] },
  ),
  fc.record(
    { week: fc.integer({ min: 1, max: 60 }), weekday: fc.constantFrom(...WEEKDAYS), at: time },
    { requiredKeys: ['week', 'weekday'] },
  ),
);

describe('date rules', () => {
  test('who starts later has no earlier date', () => {
    fc.assert(
      fc.property(
        startRule,
        date,
        fc.nat(60),
        zone,
        anyCalendar,
        fc.constantFrom('opens' as const, 'due' as const),
        (rule, startsOn, later, where, days, kind) => {
          // MONTH cuts to the month's end and back into it only forwards in time for offsets from one date, so it is monotone too.
          const resolve = (start: string) =>
            resolveDate(rule, { startsOn: start, lookup: () => undefined }, { calendar: days, zone: where, kind });
          const early = resolve(startsOn);
          const late = resolve(addDays(startsOn, later));
          if (!('at' in early) || !('at' in late)) throw new Error('a rule from START always has a date');
          expect(late.at >= early.at).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a lag never opens before its link was met, and a longer lag never earlier', () => {
    fc.assert(
      fc.property(
        date,
        time,
        fc.nat(100),
        fc.nat(10),
        fc.constantFrom(...UNITS),
        zone,
        anyCalendar,
        (day, clock, offset, more, unit, where, days) => {
          const met = instantAt(day, clock, where);
          const ctx = { calendar: days, zone: where };
          const opens = addLag(met, { offset, unit }, ctx).at;
          expect(opens >= met).toBe(true);
          // WORKDAY 0 rolls forward onto the day that WORKDAY 1 names as well, never past it.
          expect(addLag(met, { offset: offset + more, unit }, ctx).at >= opens).toBe(true);
        },
      ),
    );
  });

  test('a review deadline in working hours is monotone, in working hours, and leaves exactly the time promised', () => {
    fc.assert(
      fc.property(
        date,
        time,
        fc.integer({ min: 1, max: 60 }),
        fc.nat(30),
        zone,
        anyCalendar,
        (day, clock, hours, minutesLater, where, days) => {
          const ctx = { zone: where, calendar: days, workingHours: { from: '09:00', to: '18:00' } };
          const submitted = instantAt(day, clock, where);
          const deadline = reviewDeadline(submitted, `PT${hours}H`, 'WORKING_HOURS', ctx).at;
          const later = instantFromEpochMs(epochMs(submitted) + minutesLater * 60_000);
          expect(reviewDeadline(later, `PT${hours}H`, 'WORKING_HOURS', ctx).at >= deadline).toBe(true);
          const wall = plainTimeIn(deadline, where);
          expect(wall > '09:00:00' && wall <= '18:00:00').toBe(true);
          expect(isWorkday(plainDateIn(deadline, where), days).workday).toBe(true);
          // What was worked from submission to deadline, counted minute-exact day by day.
          let worked = 0;
          for (let d = plainDateIn(submitted, where); d <= plainDateIn(deadline, where); d = addDays(d, 1)) {
            if (!isWorkday(d, days).workday) continue;
            const from = Math.max(epochMs(instantAt(d, '09:00', where)), epochMs(submitted));
            const to = Math.min(epochMs(instantAt(d, '18:00', where)), epochMs(deadline));
            worked += Math.max(0, to - from);
          }
          expect(worked).toBe(hours * 3_600_000);
        },
      ),
    );
  });
});
