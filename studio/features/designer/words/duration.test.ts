import { expect, test } from '@jest/globals';
import { durationHours, hoursDuration } from './duration';

test('durations are read and written in hours', () => {
  expect(['PT24H', 'P2D', 'P1DT12H', 'PT90M'].map(durationHours)).toEqual([24, 48, 36, 1.5]);
  expect(durationHours(undefined)).toBeUndefined();
  expect(durationHours('tomorrow')).toBeUndefined();
  expect([24, 1.5].map(hoursDuration)).toEqual(['PT24H', 'PT90M']);
});
