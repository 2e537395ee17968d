import { describe, expect, it } from '@jest/globals';
import { addressOf, asTable } from './links';
import { resultsState } from './round-state';

const round = (closesOn: string, invited: number, answered: number, means = 0) => ({
  closesOn,
  results: { invited, answered, means: Array.from({ length: means }) },
});

describe('the results of a survey', () => {
  it.each([
    ['running', round('2026-03-20', 20, 19)],
    ['shown', round('2026-03-20', 20, 20, 3)],
    ['shown', round('2026-03-19', 20, 5, 3)],
    ['tooFew', round('2026-03-19', 20, 4)],
    ['tooFew', round('2026-03-20', 4, 4)],
    ['none', round('2026-03-19', 20, 0)],
  ] as const)('are %s on 20 March for %j', (state, one) => {
    expect(resultsState(one, '2026-03-20')).toBe(state);
  });
});

describe('links to hand out', () => {
  it('are one line each, with a line of heads', () => {
    const links = [
      { respondent: '李敏', about: '王\t思远', token: 'a' },
      { respondent: 'Ada', about: '周宁', token: 'b' },
    ];
    expect(asTable('https://hr.example', ['谁来答', '关于谁', '链接'], links).split('\n')).toEqual([
      '谁来答\t关于谁\t链接',
      '李敏\t王 思远\thttps://hr.example/survey/a',
      'Ada\t周宁\thttps://hr.example/survey/b',
    ]);
  });

  it('lead to the page that answers them', () => {
    expect(addressOf('https://hr.example', { token: 'x_-1' })).toBe('https://hr.example/survey/x_-1');
  });
});
