import { describe, expect, it } from '@jest/globals';
import { apiAddress, serverFacts, serverFactsScript, socketAddress } from './address';
import { retryDelay } from './client';
import { failureKind } from './failure';

describe('the address of the API', () => {
  const page = { protocol: 'http:', hostname: '127.0.0.1' };

  it('is the one the server was told, else port 4000 of the same host', () => {
    expect(apiAddress({ api: 'https://api.example/graphql', demo: false }, page)).toBe('https://api.example/graphql');
    expect(apiAddress(undefined, page)).toBe('http://127.0.0.1:4000/graphql');
  });

  it('follows the environment of the studio', () => {
    expect(serverFacts({ PLANWRIGHT_API_URL: '', API_PORT: '4010', PLANWRIGHT_DEMO: '1' })).toEqual({
      port: 4010,
      demo: true,
    });
    expect(apiAddress(serverFacts({ API_PORT: '4010' }), page)).toBe('http://127.0.0.1:4010/graphql');
    expect(serverFacts({ PLANWRIGHT_API_URL: 'https://api.example/graphql' })).toEqual({
      api: 'https://api.example/graphql',
      demo: false,
    });
  });

  it('is the same path over WebSocket', () => {
    expect(socketAddress('http://a:4000/graphql')).toBe('ws://a:4000/graphql');
    expect(socketAddress('https://a/graphql')).toBe('wss://a/graphql');
  });

  it('cannot break out of its script', () => {
    expect(serverFactsScript({ api: '</script><script>alert(1)', demo: false })).not.toContain('</script');
  });
});

describe('waiting before a new connection', () => {
  it('doubles up to a quarter of a minute, with a share at random', () => {
    expect([0, 1, 2, 10].map((attempt) => retryDelay(attempt, 0))).toEqual([500, 1000, 2000, 15_000]);
    expect(retryDelay(10, 0.999)).toBeLessThan(20_000);
  });
});

describe('a failed request', () => {
  const answered = (code: string) =>
    ({ graphQLErrors: [{ extensions: { code } }] }) as unknown as Parameters<typeof failureKind>[0];

  it('is told apart by the server’s code', () => {
    expect(failureKind(answered('UNAUTHENTICATED'))).toBe('signedOut');
    expect(failureKind(answered('FORBIDDEN'))).toBe('forbidden');
    expect(failureKind(answered('NOT_FOUND'))).toBe('notFound');
    expect(failureKind(answered('RATE_LIMITED'))).toBe('tooMany');
    expect(failureKind(answered('INTERNAL'))).toBe('server');
  });

  it('is offline where nothing answered', () => {
    expect(failureKind({ graphQLErrors: [], networkError: new Error('failed to fetch') })).toBe('offline');
  });
});
