import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestPerson, TestWorkspace } from '../../testing/fixture.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { checkIssuer } from './issuer.js';
import { returnPath } from './return-address.js';
import { TestBrowser } from './testing/browser.js';
import { codeFor, type FakeProvider, type Lie, startFakeProvider } from './testing/fake-provider.js';
import { addProvider, callbackOf, comeBackWith, startOf } from './testing/provider-world.js';

const CLIENT = { clientId: 'planwright', secret: 'a-secret-of-the-client' };

let server: TestServer;
let fake: FakeProvider;
let workspace: TestWorkspace;
let provider: string;
let lin: TestPerson;

beforeAll(async () => {
  fake = await startFakeProvider(CLIENT);
  server = await startTestServer({
    // Tokens are as old as the machine's own clock says.
    now: new Date().toISOString(),
    environment: { PLANWRIGHT_PRIVATE_HOSTS: '127.0.0.1' },
  });
  workspace = await server.workspace('Attacked');
  const admin = await workspace.person({ name: 'Ada', roles: ['ADMIN'] });
  lin = await workspace.person({ name: 'Lin' });
  // It reads addresses, so it asks userinfo, too.
  const emailDomains = ['company.example'];
  const spec = { workspaceId: workspace.id, by: admin, issuer: fake.issuer, ...CLIENT, emailDomains };
  provider = await addProvider(server, spec);
  await server.sql.rows(
    `insert into person_identity (workspace_id, person_id, source, external_id, linked_at) values ($1, $2, $3, 'lin', now())`,
    [workspace.id, lin.id, `OIDC:${provider}`],
  );
});
afterAll(async () => {
  await server?.stop();
  await fake?.stop();
});
beforeEach(() => fake.lie({}));

const seconds = () => Math.floor(Date.now() / 1000);
const sessions = async () =>
  (await server.sql.row<{ n: number }>('select count(*)::int as n from session where person_id = $1', [lin.id]))?.n;

test('a truthful answer opens a session', async () => {
  const { problem, session, to } = await comeBackWith(
    server,
    provider,
    { sub: 'lin' },
    { query: '?return_to=/my-plan' },
  );
  expect({ problem, page: to.pathname, signedIn: session !== undefined }).toEqual({
    problem: null,
    page: '/my-plan',
    signedIn: true,
  });
  // By PKCE and the secret: whoever overhears the code alone has nothing.
  expect(fake.asked.at(-1)?.get('code_verifier')).toMatch(/^[\w.~-]{43,128}$/);
});

describe('an answer that does not hold opens nothing', () => {
  const lies: [string, () => Lie][] = [
    ['a signature of somebody else', () => ({ signed: 'STRANGER' })],
    ['no algorithm, which the provider lists', () => ({ signed: 'NOT' })],
    ['the client secret as the key', () => ({ signed: 'SECRET' })],
    ['another client as audience', () => ({ claims: { aud: 'another-client' } })],
    ['several audiences without an authorised party', () => ({ claims: { aud: ['planwright', 'another-client'] } })],
    ['another authorised party', () => ({ claims: { aud: ['planwright', 'b'], azp: 'b' } })],
    ['another issuer', () => ({ claims: { iss: 'https://id.example' } })],
    ['another nonce', () => ({ claims: { nonce: 'of-another-tab' } })],
    ['no nonce', () => ({ without: ['nonce'] })],
    ['a token that is over', () => ({ claims: { exp: seconds() - 120, iat: seconds() - 300 } })],
    ['a token of an hour ahead', () => ({ claims: { iat: seconds() + 3600, exp: seconds() + 7200 } })],
    ['a token of a year ago', () => ({ claims: { iat: seconds() - 365 * 86_400 } })],
    ['a token for later', () => ({ claims: { nbf: seconds() + 3600 } })],
    ['no subject', () => ({ without: ['sub'] })],
    ['an empty subject', () => ({ claims: { sub: '' } })],
    ['a subject of spaces', () => ({ claims: { sub: '  ' } })],
    ['no ID token', () => ({ withoutIdToken: true })],
    ['a code that was used', () => ({ error: 'invalid_grant' })],
    ['somebody else at userinfo', () => ({ userinfo: { sub: 'somebody-else' } })],
  ];
  test.each(lies)('%s', async (_name, lie) => {
    const before = await sessions();
    fake.lie(lie());
    const { problem, session, to } = await comeBackWith(server, provider, { sub: 'lin' });
    expect([to.pathname, problem, session]).toEqual(['/sign-in', 'INVALID_ANSWER', undefined]);
    expect(await sessions()).toBe(before);
  });

  test('what was in it is in no line of the log', async () => {
    fake.lie({ claims: { iss: 'https://id.example', email: 'lin.canary@company.example' } });
    await comeBackWith(server, provider, { sub: 'lin' });
    const text = JSON.stringify(server.log);
    expect(text).not.toContain('lin.canary');
    expect(text).not.toContain(CLIENT.secret);
    expect(server.log.at(-1)).toMatchObject({ action: 'signInByProvider', provider, code: 'INVALID_ANSWER' });
  });
});

/** Off to the provider, and what it would be answered by. */
async function away(browser: TestBrowser) {
  const url = await browser.sentTo(startOf(server, provider));
  const [state, nonce] = [url.searchParams.get('state') ?? '', url.searchParams.get('nonce') ?? ''];
  return { state, code: codeFor({ sub: 'lin', nonce }) };
}
const problemAt = async (browser: TestBrowser, address: string) => {
  const to = await browser.sentTo(address);
  return [to.pathname, to.searchParams.get('problem'), browser.cookie('planwright_session')];
};
const REFUSED = ['/sign-in', 'EXPIRED', undefined];

describe('a way back that nobody here began', () => {
  test('another state, none, or one that was guessed', async () => {
    const browser = new TestBrowser();
    const { code } = await away(browser);
    for (const query of [{ code, state: 'guessed' }, { code }])
      expect(await problemAt(browser, callbackOf(server, provider, query as Record<string, string>))).toEqual(REFUSED);
  });

  test('in another browser: nobody is signed in with a link that somebody sends them', async () => {
    const attacker = new TestBrowser();
    const query = await away(attacker);
    expect(await problemAt(new TestBrowser(), callbackOf(server, provider, query))).toEqual(REFUSED);
    const victim = new TestBrowser();
    await away(victim);
    expect(await problemAt(victim, callbackOf(server, provider, query))).toEqual(REFUSED);
  });

  test('a second time', async () => {
    const browser = new TestBrowser();
    const query = await away(browser);
    await browser.sentTo(callbackOf(server, provider, query));
    browser.forget('planwright_session');
    expect(await problemAt(browser, callbackOf(server, provider, query))).toEqual(REFUSED);
  });

  test('at the path of another provider: what one began, the other does not end', async () => {
    const admin = await workspace.person({ name: 'Bo', roles: ['ADMIN'] });
    const other = await addProvider(server, {
      workspaceId: workspace.id,
      by: admin,
      issuer: fake.issuer,
      ...CLIENT,
      clientId: 'planwright-2',
    });
    const browser = new TestBrowser();
    const query = await away(browser);
    expect(await problemAt(browser, callbackOf(server, other, query))).toEqual(REFUSED);
    // The way that was begun is still open.
    expect((await browser.sentTo(callbackOf(server, provider, query))).searchParams.get('problem')).toBe(null);
  });

  test('an issuer parameter of somebody else', async () => {
    const browser = new TestBrowser();
    const query = await away(browser);
    expect(await problemAt(browser, callbackOf(server, provider, { ...query, iss: 'https://id.example' }))).toEqual([
      '/sign-in',
      'INVALID_ANSWER',
      undefined,
    ]);
  });

  test('what the provider refused is told as that', async () => {
    const browser = new TestBrowser();
    const { state } = await away(browser);
    const query = { state, error: 'access_denied', error_description: '<script>' };
    expect(await problemAt(browser, callbackOf(server, provider, query))).toEqual(['/sign-in', 'DENIED', undefined]);
  });

  test('a repeated parameter', async () => {
    const browser = new TestBrowser();
    const query = await away(browser);
    const address = `${callbackOf(server, provider, query)}&code=another`;
    expect((await problemAt(browser, address))[2]).toBe(undefined);
  });

  test.each(['no-uuid', '00000000-0000-4000-8000-000000000000'])('a provider that is none: %s', async (id) => {
    for (const address of [startOf(server, id), callbackOf(server, id, { state: 'x', code: 'y' })])
      expect(await problemAt(new TestBrowser(), address)).toEqual(['/sign-in', 'NO_PROVIDER', undefined]);
  });
});

test('two tabs may be away at once, and both come back', async () => {
  const browser = new TestBrowser();
  const first = await browser.sentTo(startOf(server, provider));
  const second = await browser.sentTo(startOf(server, provider));
  for (const url of [first, second]) {
    const [state, nonce] = [url.searchParams.get('state') ?? '', url.searchParams.get('nonce') ?? ''];
    const to = await browser.sentTo(callbackOf(server, provider, { state, code: codeFor({ sub: 'lin', nonce }) }));
    expect(to.searchParams.get('problem')).toBe(null);
  }
});

test('the session that a browser brought ends: nobody can have put it there and keep it', async () => {
  const browser = new TestBrowser();
  const first = await comeBackWith(server, provider, { sub: 'lin' }, { browser });
  const second = await comeBackWith(server, provider, { sub: 'lin' }, { browser });
  expect(second.session).not.toBe(first.session);
  const viewer = async (token: string | undefined) =>
    (await server.execute('{ viewer { person { name } } }', {}, { as: token ?? '' })).errors?.[0]?.extensions.code;
  expect([await viewer(first.session), await viewer(second.session)]).toEqual(['UNAUTHENTICATED', undefined]);
});

test.each([
  ['/my-plan?week=2#now', '/my-plan?week=2#now'],
  [null, '/'],
  ['', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/%5cevil.example', '/%5cevil.example'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['/\t/evil.example', '/'],
  ['/\n/evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/..//evil.example', '/'],
  ['my-plan', '/'],
])('%j leads to %s', (asked, path) => expect(returnPath(asked)).toBe(path));

test.each([
  ['https://login.microsoftonline.com/common/v2.0', 'EVERY_TENANT'],
  ['https://login.microsoftonline.com/organizations/v2.0', 'EVERY_TENANT'],
  ['http://id.company.example', 'NOT_HTTPS'],
  ['https://user:password@id.company.example', 'NOT_AN_ADDRESS'],
  ['https://id.company.example?x=1', 'NOT_AN_ADDRESS'],
  ['id.company.example', 'NOT_AN_ADDRESS'],
  ['javascript:alert(1)', 'NOT_HTTPS'],
])('%s is no issuer of one company', (text, problem) => expect(checkIssuer(text)).toEqual({ ok: false, problem }));

// Last: the clock only goes forwards, and tokens are as old as the machine says.
test('a way back after ten minutes', async () => {
  const browser = new TestBrowser();
  const query = await away(browser);
  server.clock.advance(10 * 60_000 + 1);
  expect(await problemAt(browser, callbackOf(server, provider, query))).toEqual(REFUSED);
});
