import { expect, test } from '@jest/globals';
import { byWeek } from './weeks';

test('a dry run is read by the weeks of the plan, and quiet days say nothing', () => {
  const day = (date: string, events = 1) => ({ date, events: Array.from({ length: events }) });
  const weeks = byWeek([day('2026-01-07'), day('2026-01-08', 0), day('2026-01-11'), day('2026-01-12')], '2026-01-07');
  expect(weeks.map(({ week, days }) => [week, days.map((each) => each.date)])).toEqual([
    [1, ['2026-01-07', '2026-01-11']],
    [2, ['2026-01-12']],
  ]);
});
