import { expect, test } from '@jest/globals';
import { allocate } from '../statistics/allocate.js';
import { isReplayed } from './is-replayed.js';

const roster = Array.from({ length: 12 }, (_, i) => ({ id: `p${i}` }));
const arms = [
  { key: 'v1', weight: 1 },
  { key: 'v2', weight: 1 },
];
const allocation = allocate(roster, arms, { seed: 'spring', method: 'BLOCKS' });
const kept = { roster, seed: 'spring', allocation, rosterDigest: allocation.rosterDigest };
const members = Object.entries(allocation.assignments).map(([personId, arm]) => ({ personId, arm }));

test('a drawing that nobody touched gives the same arms again', () => {
  expect(isReplayed(kept, members)).toBe(true);
  expect(isReplayed(kept, [...members, { personId: 'late', arm: 'v2' }])).toBe(true);
});

test('another seed, another roster or one person in another arm shows', () => {
  expect(isReplayed({ ...kept, seed: 'summer' }, members)).toBe(false);
  expect(isReplayed({ ...kept, roster: roster.slice(1) }, members)).toBe(false);
  const swapped = members.map((one, i) => (i === 3 ? { ...one, arm: one.arm === 'v1' ? 'v2' : 'v1' } : one));
  expect(isReplayed(kept, swapped)).toBe(false);
});
