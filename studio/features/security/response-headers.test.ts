import { describe, expect, it } from '@jest/globals';
import { contentSecurityPolicy, isHttps, PERMISSIONS_POLICY } from './response-headers';

const page = new URL('http://planwright.example:3000/plans');
const directive = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((one) => one.startsWith(`${name} `))
    ?.slice(name.length + 1);

describe('the policy of a page', () => {
  it('runs no script without the nonce of its own answer', () => {
    const policy = contentSecurityPolicy('abc', { NODE_ENV: 'production' }, page);
    expect(directive(policy, 'script-src')).toBe("'self' 'nonce-abc' 'strict-dynamic'");
    expect(policy).not.toContain('unsafe-eval');
    expect(directive(policy, 'object-src')).toBe("'none'");
    expect(directive(policy, 'base-uri')).toBe("'none'");
    expect(directive(policy, 'frame-ancestors')).toBe("'none'");
  });

  it.each([
    [{}, "'self' http://planwright.example:4000 ws://planwright.example:4000"],
    [{ API_PORT: '4100' }, "'self' http://planwright.example:4100 ws://planwright.example:4100"],
    [
      { PLANWRIGHT_API_URL: 'https://api.example/graphql', API_PORT: '4100' },
      "'self' https://api.example wss://api.example",
    ],
  ])('with %j lets it connect to the API and to nobody else', (environment, expected) => {
    expect(directive(contentSecurityPolicy('abc', environment, page), 'connect-src')).toBe(expected);
  });

  it('asks for no device', () => {
    expect(PERMISSIONS_POLICY).toContain('camera=()');
    expect(PERMISSIONS_POLICY).toContain('geolocation=()');
  });
});

describe('https', () => {
  it.each([
    [{ PLANWRIGHT_STUDIO_URL: 'https://plan.example' }, 'http:', null, true],
    [{ PLANWRIGHT_STUDIO_URL: 'http://plan.example' }, 'http:', 'https', false],
    [{}, 'http:', 'https', true],
    [{}, 'https:', null, true],
    [{}, 'http:', null, false],
  ] as const)('by %j, %s and %s is %s', (environment, protocol, forwarded, expected) => {
    expect(isHttps(environment, { protocol, forwarded })).toBe(expected);
  });
});
