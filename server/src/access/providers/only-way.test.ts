import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { TestPerson, TestWorkspace } from '../../testing/fixture.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { globalId } from '../graphql/global-id.js';
import { hashPassword } from '../password.js';
import { allowPasswords } from './password-allowed.js';
import { type FakeProvider, startFakeProvider } from './testing/fake-provider.js';
import { addProvider, comeBackWith } from './testing/provider-world.js';

const CLIENT = { clientId: 'planwright', secret: 'a-secret-of-the-client' };
const PASSWORD = 'a long enough password';

let server: TestServer;
let fake: FakeProvider;
let workspace: TestWorkspace;
let admin: TestPerson;
let keeper: TestPerson;
let lin: TestPerson;
let provider: string;

beforeAll(async () => {
  fake = await startFakeProvider(CLIENT);
  server = await startTestServer({
    now: new Date().toISOString(),
    environment: { PLANWRIGHT_PRIVATE_HOSTS: '127.0.0.1' },
  });
  workspace = await server.workspace('Company');
  admin = await workspace.person({ name: 'Ada', roles: ['ADMIN'] });
  keeper = await workspace.person({ name: 'Bo', roles: ['ADMIN'] });
  lin = await workspace.person({ name: 'Lin' });
  provider = await addProvider(server, { workspaceId: workspace.id, by: admin, issuer: fake.issuer, ...CLIENT });
  await server.sql.rows('update account set password_hash = $1', [await hashPassword(PASSWORD)]);
  await server.sql.rows(
    `insert into person_identity (workspace_id, person_id, source, external_id, linked_at) values ($1, $2, $3, 'ada', now())`,
    [workspace.id, admin.id, `OIDC:${provider}`],
  );
});
afterAll(async () => {
  await server?.stop();
  await fake?.stop();
});
beforeEach(() => server.sql.rows('update identity_provider set only_way = false, emergency_person_id = null'));

const SAVE = `mutation ($input: IdentityProviderInput!) {
  saveIdentityProvider(input: $input) { provider { only emergencyAdmin { name } redirectUri } userErrors { code path } } }`;
const save = async (as: TestPerson | string, change: object = {}) => {
  const input = {
    id: globalId('IdentityProvider', provider),
    name: 'Company',
    issuer: fake.issuer,
    clientId: CLIENT.clientId,
    enabled: true,
    only: true,
    emergencyAdminId: globalId('Person', keeper.id),
    ...change,
  };
  const { data } = await server.execute(SAVE, { input }, { as });
  return data.saveIdentityProvider.userErrors.map(({ code, path }: { code: string; path: string[] }) =>
    [code, ...path].join(' '),
  );
};
const signIn = async ({ email }: TestPerson) => {
  const document = 'mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { code } } }';
  const { data } = await server.execute(document, { input: { email, password: PASSWORD, bearer: true } });
  return data.signIn.userErrors[0]?.code ?? 'IN';
};
const throughProvider = async () => (await comeBackWith(server, provider, { sub: 'ada' })).session ?? '';

test('is switched on only by an administrator who has just come in by it, with one who keeps a password', async () => {
  expect(await save(admin)).toEqual(['NOT_NOW only']);
  const session = await throughProvider();
  expect(await save(session, { emergencyAdminId: null })).toEqual(['INVALID emergencyAdminId']);
  expect(await save(session, { emergencyAdminId: globalId('Person', lin.id) })).toEqual(['INVALID emergencyAdminId']);
  expect(await save(session, { clientSecret: 'another' })).toEqual(['NOT_NOW only']);
  expect(await save(session, { id: null, clientId: 'new', clientSecret: 'new' })).toEqual(['NOT_NOW only']);
  expect(await save(session)).toEqual([]);
  // While it is on, the connection stays as it was tried; switching it off is always possible.
  expect(await save(session, { issuer: 'https://id.example' })).toEqual(['NOT_NOW only']);
  expect(await save(session, { enabled: false })).toEqual(['NOT_NOW only']);
  expect(await save(admin, { only: false })).toEqual([]);
});

test('then a password opens nothing, but for the one who keeps it', async () => {
  expect([await signIn(lin), await signIn(admin), await signIn(keeper)]).toEqual(['IN', 'IN', 'IN']);
  expect(await save(await throughProvider())).toEqual([]);
  expect([await signIn(lin), await signIn(admin), await signIn(keeper)]).toEqual(['SSO_ONLY', 'SSO_ONLY', 'IN']);
  const ways = await server.execute('{ signInWays { passwords providers { name url } } }');
  expect(ways.data.signInWays).toEqual({
    passwords: false,
    providers: [{ name: 'Company', url: expect.stringMatching(/\/auth\/oidc\/[0-9a-f-]+\/start$/) }],
  });
});

test('nobody is locked out when the keeper is no administrator any more', async () => {
  expect(await save(await throughProvider())).toEqual([]);
  await server.sql.rows('update person set active = false where id = $1', [keeper.id]);
  expect([await signIn(lin), await signIn(admin), await signIn(keeper)]).toEqual([
    'SSO_ONLY',
    'IN',
    'WRONG_CREDENTIALS',
  ]);
  await server.sql.rows('update person set active = true where id = $1', [keeper.id]);
});

test('whoever runs the server lets passwords in again', async () => {
  expect(await save(await throughProvider())).toEqual([]);
  expect(await server.database.work((tx) => allowPasswords(tx, workspace.id))).toBe('Company');
  expect(await signIn(lin)).toBe('IN');
  expect(await server.database.work((tx) => allowPasswords(tx, workspace.id))).toBe(undefined);
});
