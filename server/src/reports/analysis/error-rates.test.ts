import { describe, expect, test } from '@jest/globals';
import { Random } from '../../statistics/random.js';
import { wilson } from '../../statistics/shares.js';
import { BOUNDS, drawItems, SCENARIOS, type Scenario, share } from './testing/error-rates.js';

/** So few that the whole takes seconds; what 10,000 find is asked by `npm run soak`. */
const runsOf = ({ isSlow }: Scenario): number => (isSlow ? 40 : 250);
/** By how much a share of this many runs may lie beyond its bound by chance: three of its own errors. */
const chanceOf = (runs: number) => (bound: number) => 3 * Math.sqrt((bound * (1 - bound)) / runs);

describe('how often the product is wrong where nothing differs (drawn from a seed, so the same in every run)', () => {
  test.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))('%s', (_name, scenario) => {
    const runs = runsOf(scenario);
    const chance = chanceOf(runs);
    const found = share(scenario, runs, 'short');
    const { falseAlarms, coverage } = BOUNDS;
    switch (scenario.kind) {
      case 'FALSE_ALARM':
        expect(found).toBeLessThanOrEqual(falseAlarms + chance(falseAlarms));
        break;
      case 'COVERAGE':
        expect(found).toBeGreaterThanOrEqual(coverage[0] - chance(coverage[0]));
        expect(found).toBeLessThanOrEqual(coverage[1] + chance(coverage[1]));
        break;
    }
  });

  test('Wilson over items as if each were somebody else’s covers in less than 85 % of the same worlds', () => {
    const random = new Random('as if independent');
    const runs = 500;
    let covered = 0;
    for (let run = 0; run < runs; run += 1) {
      const { truth, parts } = drawItems(random, 24);
      const sum = (key: 'count' | 'of') => parts.reduce((total, part) => total + part[key], 0);
      const { low, high } = wilson(sum('count'), sum('of'));
      if (low <= truth && truth <= high) covered += 1;
    }
    expect(covered / runs).toBeLessThan(0.85);
  });
});
