import { describe, expect, test } from '@jest/globals';
import { sortWork, type WorkRow, workWindows } from './my-work.js';

const row = (itemKey: string, dueAt: string, state: WorkRow['state'] = 'AVAILABLE'): WorkRow => ({
  enrolmentId: 'e',
  itemKey,
  stageKey: 's',
  position: 0,
  state,
  outcome: null,
  opensAt: null,
  dueAt,
  provisional: false,
  awaiting: null,
  startedAt: null,
  deliveredAt: null,
  completedAt: null,
  onTime: null,
  overdue: false,
  score: null,
  attempt: 0,
  steps: [],
  lockedBecause: [],
  versionId: 'v',
  mentorId: null,
  personId: 'p',
  startsOn: '2026-01-05',
  zone: 'Asia/Shanghai',
  reviewComment: null,
});

const keys = (rows: readonly WorkRow[]) => rows.map(({ itemKey }) => itemKey);

describe('the windows of my work', () => {
  test('this week ends with Sunday where the person lives', () => {
    // A Wednesday afternoon in Shanghai; in New York it is still Wednesday morning.
    const now = '2026-01-07T08:00:00.000Z';
    expect(workWindows(now, 'Asia/Shanghai').weekEnds).toBe('2026-01-11T16:00:00.000Z');
    expect(workWindows(now, 'America/New_York').weekEnds).toBe('2026-01-12T05:00:00.000Z');
  });

  test('on a Sunday the week still has that day, and a minute after midnight seven more', () => {
    expect(workWindows('2026-01-11T15:59:00.000Z', 'Asia/Shanghai').weekEnds).toBe('2026-01-11T16:00:00.000Z');
    expect(workWindows('2026-01-11T16:01:00.000Z', 'Asia/Shanghai').weekEnds).toBe('2026-01-18T16:00:00.000Z');
  });

  test('the month ends with the 31st day from today', () => {
    expect(workWindows('2026-01-07T08:00:00.000Z', 'Asia/Shanghai').monthEnds).toBe('2026-02-07T16:00:00.000Z');
  });

  test('puts each item in one list; what is locked is never overdue', () => {
    const now = '2026-01-07T08:00:00.000Z';
    const rows = [
      row('late', '2026-01-06T10:00:00.000Z'),
      row('late-but-locked', '2026-01-06T10:00:00.000Z', 'LOCKED'),
      row('friday', '2026-01-09T10:00:00.000Z', 'LOCKED'),
      row('sunday-night', '2026-01-11T15:59:59.000Z'),
      row('monday', '2026-01-11T16:00:00.000Z'),
    ];
    const { overdue, thisWeek, nextMonth } = sortWork(rows, now, workWindows(now, 'Asia/Shanghai'));
    expect(keys(overdue)).toEqual(['late']);
    expect(keys(thisWeek)).toEqual(['friday', 'sunday-night']);
    expect(keys(nextMonth)).toEqual(['monday']);
  });
});
