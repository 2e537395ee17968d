import { describe, expect, test } from '@jest/globals';
import { addMs, plainDateIn, plainTimeIn, weekdayIndex } from '@planwright/schema/time';
import fc from 'fast-check';
import { firstSending, sendingAfter } from './next-sending.js';

const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe');
const instants = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const rhythms = fc.record({ everyWeeks: fc.integer({ min: 1, max: 26 }), weekday: fc.integer({ min: 1, max: 7 }) });
const DAY_MS = 86_400_000;

describe('when a report is sent', () => {
  test('is the next such weekday at nine in the zone, within a week', () => {
    expect(firstSending({ everyWeeks: 1, weekday: 1 }, '2026-01-05T00:59:59.000Z', 'Asia/Shanghai')).toBe(
      '2026-01-05T01:00:00.000Z',
    );
    expect(firstSending({ everyWeeks: 1, weekday: 1 }, '2026-01-05T01:00:00.000Z', 'Asia/Shanghai')).toBe(
      '2026-01-12T01:00:00.000Z',
    );
    fc.assert(
      fc.property(rhythms, instants, zones, (rhythm, now, zone) => {
        const at = firstSending(rhythm, now, zone);
        expect(at > now).toBe(true);
        // An hour more where the clocks are set back meanwhile.
        expect(Date.parse(at) - Date.parse(now)).toBeLessThanOrEqual(7 * DAY_MS + 3_600_000);
        expect(weekdayIndex(plainDateIn(at, zone))).toBe(rhythm.weekday - 1);
        expect(plainTimeIn(at, zone)).toBe('09:00:00');
      }),
    );
  });

  test('goes on in its rhythm, and a server that was away sends one and not all that it missed', () => {
    fc.assert(
      fc.property(rhythms, instants, zones, fc.integer({ min: 0, max: 400 }), (rhythm, start, zone, awayDays) => {
        const due = firstSending(rhythm, start, zone);
        const now = addMs(due, awayDays * DAY_MS);
        const next = sendingAfter(rhythm, due, now, zone);
        expect(next > now).toBe(true);
        const weeks = (Date.parse(plainDateIn(next, zone)) - Date.parse(plainDateIn(due, zone))) / (7 * DAY_MS);
        expect(weeks % rhythm.everyWeeks).toBe(0);
        expect(weeks - rhythm.everyWeeks).toBeLessThanOrEqual(awayDays / 7);
        expect(plainTimeIn(next, zone)).toBe('09:00:00');
      }),
    );
  });
});
