import { expect, test } from '@jest/globals';
import { joinsLate, nextMonday } from './monday';

test('the Monday after any day of a week is that of the next week', () => {
  expect(nextMonday('2026-01-05')).toBe('2026-01-12');
  expect(nextMonday('2026-01-07')).toBe('2026-01-12');
  expect(nextMonday('2026-01-11')).toBe('2026-01-12');
  expect(nextMonday('2026-12-31')).toBe('2027-01-04');
});

test('who comes after the first calendar week of a cohort joins late', () => {
  expect(joinsLate('2026-03-02', '2026-03-02')).toBe(false);
  expect(joinsLate('2026-03-02', '2026-03-08')).toBe(false);
  expect(joinsLate('2026-03-02', '2026-03-09')).toBe(true);
  expect(joinsLate('2026-03-16', '2026-03-09')).toBe(false);
});
