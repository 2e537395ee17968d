import { expect, test } from '@jest/globals';
import { nextMonday } from './monday';

test('the Monday after any day of a week is that of the next week', () => {
  expect(nextMonday('2026-01-05')).toBe('2026-01-12');
  expect(nextMonday('2026-01-07')).toBe('2026-01-12');
  expect(nextMonday('2026-01-11')).toBe('2026-01-12');
  expect(nextMonday('2026-12-31')).toBe('2027-01-04');
});
