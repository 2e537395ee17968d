import { expect, test } from '@jest/globals';
import { percentOf } from './percent';

test('shares are rounded half up from the exact counts', () => {
  expect(percentOf(29, 40)).toBe(73);
  expect(percentOf(1, 3)).toBe(33);
  expect(percentOf(2, 3)).toBe(67);
  expect(percentOf(0, 7)).toBe(0);
  expect(percentOf(7, 7)).toBe(100);
});

test('nothing that counts is no share', () => {
  expect(percentOf(0, 0)).toBeUndefined();
});
