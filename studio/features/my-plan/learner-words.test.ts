import { describe, expect, it } from '@jest/globals';
import { givenName } from './given-name';
import { stageWeeks, weekOf } from './stage-weeks';

describe('what a learner is called', () => {
  it.each([
    ['王思远', '思远'],
    ['欧阳思远', '思远'],
    ['李敏', '李敏'],
    ['Ada Lovelace', 'Ada'],
    [' 王思远 ', '思远'],
  ])('%s → %s', (name, called) => {
    expect(givenName(name)).toBe(called);
  });
});

describe('plan weeks', () => {
  it('are calendar weeks, the first of which holds the start day', () => {
    expect(weekOf('2026-01-05', '2026-01-05')).toBe(1);
    expect(weekOf('2026-01-05', '2026-01-11')).toBe(1);
    expect(weekOf('2026-01-05', '2026-01-12')).toBe(2);
    expect(weekOf('2026-01-07', '2026-01-12')).toBe(2);
    expect(weekOf('2026-01-11', '2026-01-12')).toBe(2);
  });

  it('of a stage go from its opening to its due date, in the person’s zone', () => {
    const stage = { opensAt: '2026-01-18T16:00:00.000Z', dueAt: '2026-02-27T10:00:00.000Z' };
    expect(stageWeeks(stage, '2026-01-05', 'Asia/Shanghai')).toEqual({ from: 3, to: 8 });
    expect(stageWeeks({ opensAt: null, dueAt: null }, '2026-01-05', 'UTC')).toBeUndefined();
  });
});
