import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@planwright/schema';
import fc from 'fast-check';
import { same } from './projection-changes.js';

const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, undefined, true, false, 0, 1, -0, 0.5, '', 'a', '1', 'null'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'toString'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

/** The same with the keys of records in another order. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
};

describe('rows are compared', () => {
  it('as their canonical JSON would be', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(same(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
      }),
      { numRuns: 5000 },
    );
  });

  it('whatever the order of keys', () => {
    fc.assert(fc.property(values, (a) => expect(same(a, turned(a))).toBe(true)));
  });
});
