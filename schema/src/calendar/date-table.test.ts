import { describe, expect, test } from '@jest/globals';
import { type DateCase, dateTable } from '../testing/date-table.js';
import { callInProcessZone, PROCESS_ZONES } from '../testing/process-zone.js';

const table = dateTable();

describe('dates found by hand', () => {
  test.each(table)('$asked', ({ expected, actual }) => {
    expect(actual).toEqual(expected);
  });
});

describe('the zone of the process does not matter', () => {
  test.each(PROCESS_ZONES)('the table is the same in a process under TZ=$zone', async ({ zone, offsetMinutes }) => {
    const child = await callInProcessZone(zone, new URL('../testing/date-table.ts', import.meta.url), 'dateTable');
    expect(child.offsetMinutes + 0).toBe(offsetMinutes);
    const rows = child.result as DateCase[];
    expect(rows.length).toBeGreaterThan(90);
    for (const { asked, expected, actual } of rows) expect({ asked, actual }).toEqual({ asked, actual: expected });
  });
});
