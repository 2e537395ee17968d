import { describe, expect, it } from '@jest/globals';
import { providerProblem, wayThrough } from './provider-way';

const START = 'https://api.example/auth/oidc/1/start';

describe('the way through a provider', () => {
  it('ends on the page that was wanted', () => {
    expect(wayThrough(START, '/plans?a=1&b=2')).toBe(`${START}?return_to=%2Fplans%3Fa%3D1%26b%3D2`);
  });

  it.each([undefined, 'https://elsewhere.example', '//elsewhere.example', '/sign-in'])('never ends on %s', (page) => {
    expect(wayThrough(START, page)).toBe(START);
  });

  it('says only problems that there are', () => {
    expect(providerProblem('NOT_LINKED')).toBe('NOT_LINKED');
    expect([undefined, '', 'toString', ['EXPIRED']].map(providerProblem)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
