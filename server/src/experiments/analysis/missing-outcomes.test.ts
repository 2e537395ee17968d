import { describe, expect, test } from '@jest/globals';
import { Random } from '../../statistics/random.js';
import { type Followed, missingOutcomes } from './missing-outcomes.js';

const uniform = (random: Random): number => random.bits() / 2 ** 32;
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(uniform(random) + 1e-12)) * Math.cos(2 * Math.PI * uniform(random));
const group = (n: number, random: Random, isMissing: (baseline: number) => boolean): Followed[] =>
  Array.from({ length: n }, () => {
    const baseline = normal(random);
    return { baseline, outcome: isMissing(baseline) ? null : 1 };
  });
const causeOf = (isMissing: [(b: number, r: Random) => boolean, (b: number, r: Random) => boolean], seed: string) => {
  const random = new Random(seed);
  return missingOutcomes(isMissing.map((one) => group(40, random, (baseline) => one(baseline, random)))).cause;
};
const share = (causes: string[], cause: string) => causes.filter((one) => one === cause).length / causes.length;
const often = <T>(work: (seed: string) => T, times = 400): T[] =>
  Array.from({ length: times }, (_, i) => work(`missing-${i}`));

describe('who has no outcome', () => {
  test('is refused by rate where the lower half of one group is missing', () => {
    const causes = often((seed) => causeOf([() => false, (baseline) => baseline < 0], seed));
    expect(share(causes, 'RATE')).toBe(1);
  });

  test('is refused by kind where as many are missing, here the weak and there the strong', () => {
    const causes = often((seed) => causeOf([(baseline) => baseline < -0.7, (baseline) => baseline > 0.7], seed));
    expect(share(causes, 'NONE')).toBeLessThan(0.02);
    expect(share(causes, 'KIND')).toBeGreaterThan(0.85);
  });

  test('is let pass where people are missing at random, or alike in both', () => {
    const lost = (_: number, random: Random) => uniform(random) < 0.2;
    const random = often((seed) => causeOf([lost, lost], seed));
    expect(share(random, 'NONE')).toBeGreaterThan(0.88);
    const weak = (baseline: number) => baseline < -0.7;
    expect(
      share(
        often((seed) => causeOf([weak, weak], seed)),
        'NONE',
      ),
    ).toBeGreaterThan(0.85);
  });

  test('says nothing of kinds where no baseline is known, and nothing of empty groups', () => {
    const some: Followed[] = Array.from({ length: 20 }, (_, i) => ({ baseline: null, outcome: i < 2 ? null : i }));
    expect(missingOutcomes([some, some])).toMatchObject({ passed: true, difference: 0 });
    expect(missingOutcomes([[], []])).toMatchObject({ passed: true });
    expect(missingOutcomes([some, some]).text.en).toContain('2 / 20 · 2 / 20');
  });
});
