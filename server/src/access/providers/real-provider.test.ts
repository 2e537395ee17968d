import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestPerson, TestWorkspace } from '../../testing/fixture.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { TestBrowser } from './testing/browser.js';
import { addProvider, callbackOf, ended, startOf } from './testing/provider-world.js';
import { type RealProvider, signInAt, startRealProvider } from './testing/real-provider.js';

const CLIENT = { clientId: 'planwright', secret: 'a-secret-of-the-client' };

let server: TestServer;
let real: RealProvider;
let workspace: TestWorkspace;
let admin: TestPerson;
const id = randomUUID();

beforeAll(async () => {
  server = await startTestServer({
    now: new Date().toISOString(),
    environment: { PLANWRIGHT_PRIVATE_HOSTS: '127.0.0.1' },
  });
  const redirectUris = [callbackOf(server, id).replace(/\?$/, '')];
  real = await startRealProvider({ id: CLIENT.clientId, secret: CLIENT.secret, redirectUris });
  workspace = await server.workspace('Company');
  admin = await workspace.person({ name: 'Ada', roles: ['ADMIN'] });
  const emailDomains = ['company.example'];
  await addProvider(server, { id, workspaceId: workspace.id, by: admin, issuer: real.issuer, ...CLIENT, emailDomains });
});
afterAll(async () => {
  await real?.stop();
  await server?.stop();
});

/** The whole way of somebody, as a browser walks it. */
async function signIn(subject: string, browser = new TestBrowser()) {
  const back = await signInAt(browser, await browser.sentTo(startOf(server, id, '?return_to=/my-plan')), subject);
  return ended(browser, await browser.sentTo(back));
}

test('somebody signs in with the account of their company, and again without being asked', async () => {
  await workspace.person({ name: 'Lin', email: 'lin@company.example' });
  real.knows('lin-at-company', { email: 'lin@company.example', email_verified: true, name: 'Lin' });
  const { to, problem, session, browser } = await signIn('lin-at-company');
  expect([to.pathname, problem]).toEqual(['/my-plan', null]);
  const { data } = await server.execute('{ viewer { person { name } } }', {}, { as: session ?? '' });
  expect(data.viewer.person.name).toBe('Lin');
  const again = await signIn('lin-at-company', browser);
  expect([again.problem, again.session === session]).toEqual([null, false]);
});

test('an address that the provider has not verified opens nothing', async () => {
  await workspace.person({ name: 'Min', email: 'min@company.example' });
  real.knows('min-at-company', { email: 'min@company.example', email_verified: false });
  expect((await signIn('min-at-company')).problem).toBe('NOT_LINKED');
});

test('a code that was used is refused by the provider, whoever brings it', async () => {
  real.knows('lin-at-company', { email: 'lin@company.example', email_verified: true, name: 'Lin' });
  const browser = new TestBrowser();
  const back = await signInAt(browser, await browser.sentTo(startOf(server, id)), 'lin-at-company');
  expect((await browser.sentTo(back)).searchParams.get('problem')).toBe(null);
  const attacker = new TestBrowser();
  const own = await attacker.sentTo(startOf(server, id));
  const query = { code: back.searchParams.get('code') ?? '', state: own.searchParams.get('state') ?? '' };
  expect((await attacker.sentTo(callbackOf(server, id, query))).searchParams.get('problem')).toBe('INVALID_ANSWER');
});

test('an administrator tries the connection before anybody depends on it', async () => {
  const ask = async (input: object) => {
    const document = `mutation ($input: TestIdentityProviderInput!) {
      testIdentityProvider(input: $input) { ok checks { key ok code message } userErrors { code path } } }`;
    const { data } = await server.execute(document, { input }, { as: admin });
    const { ok, checks, userErrors } = data.testIdentityProvider;
    return { ok, last: checks.at(-1)?.key, code: checks.at(-1)?.code, userErrors };
  };
  const connection = { issuer: real.issuer, clientId: CLIENT.clientId, clientSecret: CLIENT.secret };
  expect(await ask(connection)).toMatchObject({ ok: true, last: 'KNOWS_US' });
  expect(await ask({ ...connection, clientSecret: 'wrong' })).toMatchObject({ ok: false, code: 'invalid_client' });
  expect(await ask({ ...connection, issuer: `${real.issuer}/elsewhere` })).toMatchObject({
    ok: false,
    last: 'ANSWERS',
  });
  // The operator has not named this host: an administrator of a workspace looks at nothing inside.
  for (const issuer of ['https://10.0.0.1', 'https://169.254.169.254', 'http://localhost:1'])
    expect(await ask({ ...connection, issuer })).toMatchObject({ ok: false, last: 'ANSWERS' });
  expect(await ask({ issuer: real.issuer, clientId: CLIENT.clientId })).toMatchObject({
    userErrors: [{ code: 'INVALID', path: ['clientSecret'] }],
  });
});
