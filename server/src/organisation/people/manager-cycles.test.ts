import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inCycles } from './manager-cycles.js';

const circlesOf = (managers: Record<string, string | null>, asked: readonly string[] = Object.keys(managers)) =>
  [...inCycles((id) => managers[id], asked)].sort();

test('whoever is above themselves is named, and whoever is only below a circle is not', () => {
  expect(circlesOf({ a: null, b: 'a', c: 'b' })).toEqual([]);
  expect(circlesOf({ a: 'a' })).toEqual(['a']);
  expect(circlesOf({ a: 'b', b: 'a', c: 'a' })).toEqual(['a', 'b']);
  expect(circlesOf({ a: 'b', b: 'c', c: 'a', d: 'c', e: null })).toEqual(['a', 'b', 'c']);
  expect(circlesOf({ a: 'b', b: 'a' }, ['x'])).toEqual([]);
});

test('they are exactly those who come back to themselves', () => {
  const people = ['a', 'b', 'c', 'd', 'e', 'f'];
  const anybody = fc.option(fc.constantFrom(...people), { nil: null });
  fc.assert(
    fc.property(fc.tuple(...people.map(() => anybody)), (managers) => {
      const above = Object.fromEntries(people.map((person, index) => [person, managers[index] ?? null]));
      const comesBack = (person: string) => {
        let at = above[person];
        for (let step = 0; at && step < people.length; step += 1) {
          if (at === person) return true;
          at = above[at];
        }
        return false;
      };
      expect(circlesOf(above)).toEqual(people.filter(comesBack));
    }),
  );
});
