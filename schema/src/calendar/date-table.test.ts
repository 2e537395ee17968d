import { describe, expect, test } from '@jest/globals';
import { type DateCase, dateTable } from '../testing/date-table.js';
import { callInProcessZone, PROCESS_ZONES } from '../testing/process-zone.js';
import { cnCalendar } from './generated/cn.js';
import { reviewDeadline } from './review-deadline.js';

const table = dateTable();

describe('dates found by hand', () => {
  test.each(table)('$asked', ({ expected, actual }) => {
    expect(actual).toEqual(expected);
  });
});

describe('the zone of the process does not matter', () => {
  const zones = [...PROCESS_ZONES, { zone: 'Pacific/Kiritimati', offsetMinutes: -840 }];
  test.each(zones)('the table is the same in a process under TZ=$zone', async ({ zone, offsetMinutes }) => {
    const child = await callInProcessZone(zone, new URL('../testing/date-table.ts', import.meta.url), 'dateTable');
    expect(child.offsetMinutes + 0).toBe(offsetMinutes);
    const rows = child.result as DateCase[];
    expect(rows.length).toBeGreaterThan(90);
    for (const { asked, expected, actual } of rows) expect({ asked, actual }).toEqual({ asked, actual: expected });
  });
});

describe('input that no definition lets through', () => {
  const ctx = { zone: 'UTC', calendar: cnCalendar, workingHours: { from: '09:00', to: '18:00' } };

  test.each(['24h', 'P', 'PT', 'P1W', 'PT1.5H', ''])('%j is no duration', (within) => {
    expect(() => reviewDeadline('2026-01-05T01:00:00.000Z', within, 'HOURS', ctx)).toThrow(RangeError);
  });

  test('a malformed instant and an unknown zone are refused instead of counted from', () => {
    expect(() => reviewDeadline('yesterday', 'PT24H', 'WORKING_HOURS', ctx)).toThrow('yesterday');
    const elsewhere = { ...ctx, zone: 'Asia/Atlantis' };
    expect(() => reviewDeadline('2026-01-05T01:00:00.000Z', 'PT24H', 'WORKING_HOURS', elsewhere)).toThrow(
      'Asia/Atlantis',
    );
  });

  test('a shift from midnight to midnight works around the clock', () => {
    const always = { ...ctx, workingHours: { from: '00:00', to: '00:00' } };
    expect(reviewDeadline('2026-01-05T01:00:00.000Z', 'PT24H', 'WORKING_HOURS', always).at).toBe(
      '2026-01-06T01:00:00.000Z',
    );
  });
});
