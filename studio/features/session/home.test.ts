import { describe, expect, it } from '@jest/globals';
import { homeOf, returnAddress } from './home';

describe('where a person starts', () => {
  it.each([
    [['LEARNER'], '/my-plan'],
    [['LEARNER', 'TEAM_LEAD'], '/my-plan'],
    [['MENTOR'], '/reviews'],
    [['MENTOR', 'LEARNER'], '/reviews'],
    [['HR', 'MENTOR'], '/cohorts'],
    [['DESIGNER'], '/plans'],
    [['ADMIN'], '/cohorts'],
    [['TEAM_LEAD'], '/people'],
    [[], '/my-plan'],
  ] as const)('with %p is %s', (roles, path) => {
    expect(homeOf(roles)).toBe(path);
  });
});

describe('the return address', () => {
  it('leads only into the studio', () => {
    expect(returnAddress('/plans/retail?tab=1')).toBe('/plans/retail?tab=1');
    for (const value of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      'plans',
      '/sign-in?return=/x',
      '',
      null,
    ]) {
      expect(returnAddress(value)).toBeUndefined();
    }
  });
});
