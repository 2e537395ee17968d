import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { epochMs, instantFromEpochMs } from './epoch.js';
import { addDays, addMonths, fromDayNumber, toDayNumber, weekdayIndex } from './plain-date.js';
import { instantAt, isValidZone, plainDateIn, plainTimeIn } from './zone.js';

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

describe('plain dates and instants', () => {
  test('dates, months and weekdays are those of Temporal', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), fc.integer({ min: -3650, max: 3650 }), (day, n) => {
        const text = fromDayNumber(day);
        const temporal = Temporal.PlainDate.from(text);
        expect(toDayNumber(text)).toBe(day);
        expect(weekdayIndex(text)).toBe(temporal.dayOfWeek - 1);
        expect(addDays(text, 1)).toBe(temporal.add({ days: 1 }).toString());
        const moved = temporal.add({ months: n });
        if (moved.year > 0 && moved.year < 10_000) expect(addMonths(text, n)).toBe(moved.toString());
      }),
    );
  });

  test('an instant and its milliseconds are one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000_000, max: 9_000_000_000_000 }), (ms) => {
        expect(instantFromEpochMs(ms)).toBe(new Date(ms).toISOString());
        expect(epochMs(instantFromEpochMs(ms))).toBe(ms);
      }),
    );
  });

  test('wall-clock times become the instants that Temporal calls compatible, in every zone', () => {
    fc.assert(
      fc.property(date, time, zone, (day, clock, where) => {
        const temporal = Temporal.PlainDateTime.from(`${day}T${clock}`).toZonedDateTime(where, {
          disambiguation: 'compatible',
        });
        expect(epochMs(instantAt(day, clock, where))).toBe(temporal.epochMilliseconds);
      }),
      { numRuns: 1000 },
    );
  });

  test('the days around every change of the clocks agree with Temporal, quarter hour by quarter hour', () => {
    for (const where of ZONES) {
      for (
        let change = Temporal.Instant.from('2026-01-01T00:00Z').toZonedDateTimeISO(where).getTimeZoneTransition('next');
        change && change.year < 2028;
        change = change.getTimeZoneTransition('next')
      ) {
        const midnight = change.toPlainDate().subtract({ days: 1 }).toPlainDateTime();
        for (let quarter = 0; quarter < 4 * 24 * 3; quarter++) {
          const local = midnight.add({ minutes: quarter * 15 });
          const expected = local.toZonedDateTime(where).epochMilliseconds;
          const clock = local.toPlainTime().toString({ smallestUnit: 'minute' });
          expect(epochMs(instantAt(local.toPlainDate().toString(), clock, where))).toBe(expected);
        }
      }
    }
  });

  test('the date and time in a zone are those that Temporal shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: firstDay * 1440, max: lastDay * 1440 }), zone, (minute, where) => {
        const instant = instantFromEpochMs(minute * 60_000);
        const temporal = Temporal.Instant.from(instant).toZonedDateTimeISO(where);
        expect(plainDateIn(instant, where)).toBe(temporal.toPlainDate().toString());
        expect(plainTimeIn(instant, where)).toBe(temporal.toPlainTime().toString({ smallestUnit: 'second' }));
      }),
    );
  });
});

describe('isValidZone', () => {
  test('takes the names of places, and no offsets or made-up names', () => {
    expect(['Asia/Shanghai', 'UTC', 'America/Argentina/Ushuaia'].filter(isValidZone)).toHaveLength(3);
    expect(['', '+08:00', 'Asia/Atlantis', '__proto__'].filter(isValidZone)).toEqual([]);
    expect(() => instantAt('2026-01-05', '18:00', 'Asia/Atlantis')).toThrow('Unknown time zone: Asia/Atlantis');
  });
});
