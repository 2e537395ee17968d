import { describe, expect, it } from '@jest/globals';
import { clockSteps, daysLater } from './clock-steps';

const start = '2026-01-05T01:00:00.000Z';

describe('moving a sandbox’s clock', () => {
  it('goes by weeks and ends exactly where it was sent', () => {
    expect(clockSteps(start, daysLater(start, 1))).toEqual([daysLater(start, 1)]);
    expect(clockSteps(start, daysLater(start, 7))).toEqual([daysLater(start, 7)]);
    expect(clockSteps(start, daysLater(start, 17))).toEqual([7, 14, 17].map((days) => daysLater(start, days)));
    expect(clockSteps(start, daysLater(start, 84))).toHaveLength(12);
  });

  it('never goes back', () => {
    expect(clockSteps(start, start)).toEqual([]);
    expect(clockSteps(start, daysLater(start, -3))).toEqual([]);
    expect(clockSteps(start, 'some day')).toEqual([]);
  });
});
