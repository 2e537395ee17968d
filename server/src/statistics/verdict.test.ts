import { describe, expect, test } from '@jest/globals';
import { type VerdictQuestion, verdict } from './verdict.js';

const question = (over: Partial<VerdictQuestion> & { low?: number; high?: number }): VerdictQuestion => {
  const { low = 1, high = 9, ...rest } = over;
  return {
    design: 'RANDOMISED',
    registered: true,
    perArm: [24, 24],
    interval: { low, high, level: 0.95 },
    smallestEffect: 5,
    direction: 'HIGHER_IS_BETTER',
    integrity: [{ key: 'ratio', passed: true }],
    attainableP: 1e-6,
    ...rest,
  };
};

describe('what may be said', () => {
  test.each([
    ['the interval leaves out zero', { low: 1, high: 9 }, 'BETTER_TESTED'],
    ['all of it matters', { low: 5, high: 9 }, 'BETTER_MEANINGFUL'],
    ['the same, downwards', { low: -9, high: -1 }, 'WORSE_TESTED'],
    ['all of it matters, downwards', { low: -9, high: -5 }, 'WORSE_MEANINGFUL'],
    ['lower is better', { low: -9, high: -6, direction: 'LOWER_IS_BETTER' }, 'BETTER_MEANINGFUL'],
    ['it holds zero and more than matters', { low: -2, high: 9 }, 'INCONCLUSIVE'],
    ['it lies where nothing matters', { low: -2, high: 3 }, 'EQUIVALENT'],
    ['it is surely positive and surely too small to matter', { low: 1, high: 3 }, 'EQUIVALENT'],
    ['three people in an arm', { perArm: [3, 30] }, 'TOO_FEW'],
    ['a design that cannot reach 5 %', { attainableP: 0.1 }, 'TOO_FEW'],
    ['arms that differ', { integrity: [{ key: 'attrition', passed: false }] }, 'NOT_COMPARABLE'],
    [
      'too few comes before not comparable',
      { perArm: [2, 2], integrity: [{ key: 'ratio', passed: false }] },
      'TOO_FEW',
    ],
    ['nobody asked before', { registered: false }, 'EXPLORATORY'],
    ['no interval', { interval: null }, 'INCONCLUSIVE'],
    ['an interval without width above zero', { low: 6, high: 6 }, 'INCONCLUSIVE'],
    ['an interval without width at zero', { low: 0, high: 0 }, 'INCONCLUSIVE'],
    ['one that is as good as without width', { low: 0.5, high: 0.5 + 1e-15 }, 'INCONCLUSIVE'],
    ['one without an end', { low: 1, high: Number.NaN }, 'INCONCLUSIVE'],
    ['no interval that leaves out zero, not randomised', { design: 'OBSERVATIONAL', low: 3, high: 3 }, 'INCONCLUSIVE'],
    ['not randomised, however clear', { design: 'OBSERVATIONAL', low: 100, high: 101 }, 'ASSOCIATED_ONLY'],
    ['before and after, however clear', { design: 'BEFORE_AFTER', low: 100, high: 101 }, 'ASSOCIATED_ONLY'],
    ['not randomised and unclear', { design: 'OBSERVATIONAL', low: -1, high: 100 }, 'INCONCLUSIVE'],
  ] as const)('%s', (_why, over, expected) => {
    expect(verdict(question(over as Partial<VerdictQuestion>))).toBe(expected);
  });

  test('a smallest effect of nothing is refused', () => {
    for (const smallestEffect of [0, -1, Number.NaN])
      expect(() => verdict(question({ smallestEffect }))).toThrow(RangeError);
  });
});
