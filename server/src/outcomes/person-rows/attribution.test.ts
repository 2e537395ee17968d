import { describe, expect, test } from '@jest/globals';
import { type AttributedRow, countsFor, type Move, outcomesOn, versionOn, versionRuns } from './attribution.js';

const ZONE = 'Asia/Shanghai';
const moved = (migrationId: string, from: string, to: string, at: string): Move => ({
  type: 'migrated',
  migrationId,
  fromVersionId: from,
  toVersionId: to,
  at,
});
const undone = (migrationId: string, at: string): Move => ({
  type: 'migrationUndone',
  migrationId,
  fromVersionId: null,
  toVersionId: null,
  at,
});
const days = ['2026-01-01', '2026-02-10', '2026-02-11', '2026-06-01'];
const onDays = (current: string, moves: Move[]) => {
  const runs = versionRuns(current, '2026-01-05', ZONE, moves);
  return days.map((day) => versionOn(runs, day));
};

describe('the version that a measurement counts for', () => {
  test.each([
    ['nobody was moved', 'v1', [], ['v1', 'v1', 'v1', 'v1']],
    // 17:00 in UTC is the next day in Shanghai: the day of the move is still the old version's.
    ['moved on 10 February', 'v2', [moved('m', 'v1', 'v2', '2026-02-09T17:00:00Z')], ['v1', 'v1', 'v2', 'v2']],
    [
      'moved twice in a day',
      'v3',
      [moved('m', 'v1', 'v2', '2026-02-10T01:00:00Z'), moved('n', 'v2', 'v3', '2026-02-10T02:00:00Z')],
      ['v1', 'v1', 'v3', 'v3'],
    ],
    [
      'moved and taken back: it never was',
      'v1',
      [moved('m', 'v1', 'v2', '2026-02-09T01:00:00Z'), undone('m', '2026-03-01T01:00:00Z')],
      ['v1', 'v1', 'v1', 'v1'],
    ],
    [
      'taken back and moved again',
      'v3',
      [
        moved('m', 'v1', 'v2', '2026-01-20T01:00:00Z'),
        undone('m', '2026-02-01T01:00:00Z'),
        moved('n', 'v1', 'v3', '2026-02-10T01:00:00Z'),
      ],
      ['v1', 'v1', 'v3', 'v3'],
    ],
  ])('%s', (_, current, moves, expected) => {
    expect(onDays(current, moves)).toEqual(expected);
  });

  const row = {
    versionId: 'v2',
    runs: versionRuns('v2', '2026-01-05', ZONE, [moved('m', 'v1', 'v2', '2026-02-10T01:00:00Z')]),
    measured: {
      sales: [
        { value: 1, measuredOn: '2026-02-01' },
        { value: 2, measuredOn: '2026-02-10' },
        { value: 3, measuredOn: '2026-04-01' },
      ],
      late: [{ value: 9, measuredOn: '2026-05-01' }],
    },
  } as unknown as AttributedRow;

  test('each version has the last value of its own days', () => {
    expect(outcomesOn(row, 'v1')).toEqual({ sales: { value: 2, measuredOn: '2026-02-10' } });
    expect(outcomesOn(row, 'v2')).toEqual({
      sales: { value: 3, measuredOn: '2026-04-01' },
      late: { value: 9, measuredOn: '2026-05-01' },
    });
  });

  test('in a comparison a person counts once: for the first version that was measured, else for the current one', () => {
    expect(countsFor(row, ['v1', 'v2'], 'sales')).toBe('v1');
    expect(countsFor(row, ['v1', 'v2'], 'late')).toBe('v2');
    expect(countsFor(row, ['v1', 'v3'], 'late')).toBeUndefined();
    expect(countsFor(row, ['v1', 'v2'], 'never')).toBe('v2');
  });
});
