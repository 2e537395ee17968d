import { describe, expect, it } from '@jest/globals';
import { resultsState } from './round-state';

const round = (closesOn: string, invited: number, answered: number, means = 0, respondents = answered) => ({
  closesOn,
  results: { invited, answered, respondents, means: Array.from({ length: means }) },
});

describe('the results of a survey', () => {
  it.each([
    ['running', round('2026-03-20', 20, 19)],
    ['running', round('2026-03-20', 20, 20)],
    ['shown', round('2026-03-19', 20, 5, 3)],
    ['tooFew', round('2026-03-19', 20, 4)],
    ['tooFew', round('2026-03-19', 20, 20, 0, 4)],
    ['running', round('2026-03-20', 4, 4)],
    ['none', round('2026-03-19', 20, 0)],
  ] as const)('are %s on 20 March for %j', (state, one) => {
    expect(resultsState(one, '2026-03-20')).toBe(state);
  });
});
