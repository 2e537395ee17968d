import { expect, test } from '@jest/globals';
import { progressByArm } from './live-by-arm';

test('people count in the arm they were drawn for, and nobody else counts', () => {
  const armOf = new Map([
    ['a', 'v1'],
    ['b', 'v1'],
    ['c', 'v2'],
  ]);
  const rows = [
    { personId: 'a', completion: 0.5, overdue: 2 },
    { personId: 'b', completion: 1, overdue: 0 },
    { personId: 'c', completion: 0.25, overdue: 1 },
    { personId: 'stranger', completion: 1, overdue: 9 },
  ];
  expect(Object.fromEntries(progressByArm(rows, armOf))).toEqual({
    v1: { people: 2, completion: 0.75, late: 1 },
    v2: { people: 1, completion: 0.25, late: 1 },
  });
  expect(progressByArm([], armOf).size).toBe(0);
});
