import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scaleOver } from './scale';
import { stackDots } from './stack-dots';

const scale = scaleOver([-50, 50]);
const values = fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 80 });

describe('the dots of a strip', () => {
  it('are as many as the values, and none hides another', () => {
    fc.assert(
      fc.property(values, (some) => {
        const dots = stackDots(some, scale, 2);
        expect(dots.map(({ value }) => value)).toEqual([...some].sort((a, b) => a - b));
        for (const level of new Set(dots.map((dot) => dot.level))) {
          const places = dots.filter((dot) => dot.level === level).map(({ place }) => place);
          for (const [i, place] of places.entries()) {
            const next = places[i + 1];
            if (next !== undefined) expect(next - place).toBeGreaterThanOrEqual(2);
          }
        }
      }),
    );
  });

  it('do not depend on the order of the values', () => {
    fc.assert(
      fc.property(values, (some) => expect(stackDots(some.toReversed(), scale, 2)).toEqual(stackDots(some, scale, 2))),
    );
  });

  it('stay on the line while there is room', () => {
    expect(stackDots([0, 10, 20], scale, 2).map(({ level }) => level)).toEqual([0, 0, 0]);
    expect(stackDots([5, 5, 5], scale, 2).map(({ level }) => level)).toEqual([0, 1, -1]);
  });
});
