import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { placeOf, SHARES, scaleOver, stretchOf, ticksBetween } from './scale';

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const values = fc.array(value, { minLength: 1, maxLength: 30 });

describe('the ticks of a scale', () => {
  it.each([
    [0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [-5, 12, [-5, 0, 5, 10]],
    [0, 100, [0, 20, 40, 60, 80, 100]],
    [-0.3, 0.3, [-0.2, 0, 0.2]],
  ])('between %d and %d are %j', (low, high, expected) => {
    expect(ticksBetween(low, high)).toEqual(expected);
  });

  it('rise, are equally far apart and lie between the ends', () => {
    fc.assert(
      fc.property(value, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (low, width) => {
        const ticks = ticksBetween(low, low + width);
        const steps = ticks.slice(1).map((tick, i) => tick - (ticks[i] ?? Number.NaN));
        expect(steps.every((step) => step > 0 && Math.abs(step - (steps[0] ?? 0)) < 1e-6 * Math.max(1, step))).toBe(
          true,
        );
        const slack = width * 1e-6;
        expect(ticks.every((tick) => tick >= low - slack && tick <= low + width + slack)).toBe(true);
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });
});

describe('a scale over values', () => {
  it('holds every value, ends on round numbers and is never empty', () => {
    fc.assert(
      fc.property(values, (some) => {
        const scale = scaleOver(some);
        const slack = (scale.high - scale.low) * 1e-6;
        expect(scale.high).toBeGreaterThan(scale.low);
        expect(Math.min(...some)).toBeGreaterThanOrEqual(scale.low - slack);
        expect(Math.max(...some)).toBeLessThanOrEqual(scale.high + slack);
        expect(scale.ticks.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('takes no account of what is missing', () => {
    expect(scaleOver([null, 3, undefined, 7, Number.NaN])).toEqual(scaleOver([3, 7]));
    expect(scaleOver([]).ticks.length).toBeGreaterThan(1);
  });
});

describe('a place on a scale', () => {
  it('keeps the order of the values and stays on the chart', () => {
    fc.assert(
      fc.property(values, value, value, (some, a, b) => {
        const scale = scaleOver(some);
        const [first, second] = [placeOf(Math.min(a, b), scale), placeOf(Math.max(a, b), scale)];
        expect(first).toBeLessThanOrEqual(second);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(second).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('of an interval begins at its lower end, holds its middle, and is as wide as the interval is', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (a, b, weight) => {
        const { start, width } = stretchOf(a, b, SHARES);
        const middle = placeOf(a + (b - a) * weight, SHARES);
        expect(width).toBeGreaterThanOrEqual(0);
        expect(start).toBeCloseTo(placeOf(Math.min(a, b), SHARES), 9);
        expect(middle).toBeGreaterThanOrEqual(start - 1e-9);
        expect(middle).toBeLessThanOrEqual(start + width + 1e-9);
        expect(width).toBeCloseTo(Math.abs(b - a) * 96, 6);
      }),
    );
  });
});
