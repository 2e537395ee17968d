import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { everyRow } from '../../plugins/testing/canaries.js';
import { makeReminderWorld, outcome, type ReminderWorld } from '../../reminders/testing/reminder-world.js';
import type { TestPerson } from '../../testing/fixture.js';
import { type ExecuteOptions, startTestServer, type TestServer } from '../../testing/test-server.js';
import { globalId } from '../graphql/global-id.js';
import { addProvider } from '../providers/testing/provider-world.js';
import { endLinks } from './access-links.js';

const ERRORS = 'userErrors { code path message }';
const INVITE = `mutation ($personIds: [ID!]!, $send: Boolean!) {
  invitePeople(input: { personIds: $personIds, send: $send }) { invitations { url expiresAt person { name } } ${ERRORS} } }`;
const RESET_FOR = `mutation ($personId: ID!, $send: Boolean!) {
  sendPasswordReset(input: { personId: $personId, send: $send }) { invitations { url } ${ERRORS} } }`;
const ACCEPT = `mutation ($token: String!, $password: String!) {
  acceptInvitation(input: { token: $token, password: $password }) { viewer { person { name } } ${ERRORS} } }`;
const RESET = `mutation ($token: String!, $password: String!, $code: String) {
  resetPassword(input: { token: $token, password: $password, code: $code }) { viewer { person { name } } ${ERRORS} } }`;
const FORGOT = `mutation ($email: String!) { requestPasswordReset(input: { email: $email }) { ${ERRORS} } }`;
const CHANGE = `mutation ($current: String!, $new: String!) {
  changePassword(input: { current: $current, new: $new }) { ${ERRORS} } }`;
const PROVE = `mutation ($password: String!, $code: String) { proveIdentity(input: { password: $password, code: $code }) { ${ERRORS} } }`;
const SIGN_IN = `mutation ($email: String!, $password: String!, $code: String) {
  signIn(input: { email: $email, password: $password, code: $code, bearer: true }) { token ${ERRORS} } }`;
const SESSIONS = 'query ($personId: ID) { sessions(personId: $personId) { id current userAgent } }';
const END = `mutation ($sessionId: ID!) { endSession(input: { sessionId: $sessionId }) { ${ERRORS} } }`;
const END_ALL = `mutation ($personId: ID) { endSessions(input: { personId: $personId }) { ${ERRORS} } }`;
const START_FACTOR = `mutation { startSecondFactor { secret uri ${ERRORS} } }`;
const CONFIRM_FACTOR = `mutation ($code: String!) { confirmSecondFactor(input: { code: $code }) { recoveryCodes ${ERRORS} } }`;
const REMOVE_FACTOR = `mutation ($personId: ID) { removeSecondFactor(input: { personId: $personId }) { ${ERRORS} } }`;
const MINE = '{ myAccount { email hasPassword secondFactor recoveryCodesLeft fewestPasswordCharacters } }';
const ACCOUNT = `query ($search: String!) { people(first: 5, filter: { search: $search }) { edges { node { name account {
  state invitedUntil hasPassword secondFactor lastSignInAt managed } } } } }`;

const FIRST = 'canary heron in the kettle';
const SECOND = 'canary tram before breakfast';
const THIRD = 'canary umbrella behind clouds';

// Four in the morning where people are: what is about an account waits for nothing.
const NOW = '2026-01-05T20:00:00.000Z';

let server: TestServer;
let world: ReminderWorld;
let newcomer: TestPerson;
const tokens: string[] = [];
const answers: string[] = [];
const went: string[] = [];

beforeAll(async () => {
  server = await startTestServer({ now: NOW, environment: { PLANWRIGHT_STUDIO_URL: 'https://hr.example' } });
  world = await makeReminderWorld(server);
});
afterAll(() => server?.stop());
beforeEach(async () => {
  await server.sql.rows('delete from sign_in_failure');
  went.push(JSON.stringify(world.channel.sent));
  world.channel.sent.length = 0;
  newcomer = await withoutAccount({ name: 'Newcomer' });
});

// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer follows the operation of each test
async function call(query: string, variables: object = {}, options: ExecuteOptions = {}): Promise<any> {
  const { data, errors } = await server.execute(query, { ...variables }, options);
  const answer = errors?.[0]?.extensions.code ?? Object.values(data)[0];
  // A link that is copied, a secret and recovery codes are what they are there for; nothing else may hold any of it.
  if (!/url|secret|recoveryCodes/.test(JSON.stringify(answer))) answers.push(JSON.stringify(answer));
  return answer;
}
const idOf = ({ id }: TestPerson) => globalId('Person', id);
const codes = (answer: { userErrors: { code: string }[] }) => answer.userErrors.map(({ code }) => code);

async function withoutAccount(spec: Parameters<ReminderWorld['workspace']['person']>[0]): Promise<TestPerson> {
  const person = await world.workspace.person(spec);
  await server.sql.rows('delete from account where person_id = $1', [person.id]);
  return person;
}
const tokenIn = (url: string | null | undefined): string => {
  const found = /^https:\/\/hr\.example\/(?:accept|reset)#([\w-]{43})$/.exec(url ?? '')?.[1];
  if (!found) throw new Error(`no link: ${url}`);
  tokens.push(found);
  return found;
};
const invite = async (person: TestPerson, as = world.hr): Promise<string> =>
  tokenIn((await call(INVITE, { personIds: [idOf(person)], send: false }, { as })).invitations[0]?.url);
const signIn = (person: TestPerson, password: string, code?: string) =>
  call(SIGN_IN, { email: person.email, password, code });
/** Somebody who was invited and has come. */
async function arrived(spec: Parameters<typeof withoutAccount>[0] = { name: 'Arrived' }): Promise<TestPerson> {
  const person = await withoutAccount(spec);
  const accepted = await call(ACCEPT, { token: await invite(person, world.admin), password: FIRST });
  expect(accepted.userErrors).toEqual([]);
  return person;
}
const session = async (person: TestPerson, password = FIRST): Promise<string> =>
  (await signIn(person, password)).token as string;

async function useMail(): Promise<void> {
  const id = await world.route('chat').catch(async () => {
    const row = await server.sql.row<{ id: string }>(
      `select id from integration where plugin_key = 'scripted' limit 1`,
    );
    return row?.id ?? '';
  });
  await server.sql.rows('update workspace set system_mail_integration_id = $2 where id = $1', [world.workspace.id, id]);
}

describe('an invitation', () => {
  test('lets somebody set their first password and signs them in, once', async () => {
    const token = await invite(newcomer);
    const accepted = await server.execute(ACCEPT, { token, password: FIRST });
    expect(accepted.data.acceptInvitation).toMatchObject({ viewer: { person: { name: 'Newcomer' } }, userErrors: [] });
    expect(accepted.headers.getSetCookie().join()).toContain('planwright_session=');
    expect((await signIn(newcomer, FIRST)).userErrors).toEqual([]);
    expect(codes(await call(ACCEPT, { token, password: SECOND }))).toEqual(['LINK_INVALID']);
    expect(codes(await signIn(newcomer, SECOND))).toEqual(['WRONG_CREDENTIALS']);
  });

  test('stays when the password is refused, and refuses it with a reason', async () => {
    const token = await invite(newcomer);
    for (const password of ['short', 'aaaaaaaaaaaaaaaa', 'newcomer20260101', 'password12345678'])
      expect(await call(ACCEPT, { token, password })).toMatchObject({
        viewer: null,
        userErrors: [{ code: 'WEAK_PASSWORD', path: ['password'] }],
      });
    expect((await call(ACCEPT, { token, password: FIRST })).userErrors).toEqual([]);
  });

  test('used twice at the same moment makes one account', async () => {
    const token = await invite(newcomer);
    const both = await Promise.all([FIRST, SECOND].map((password) => call(ACCEPT, { token, password })));
    expect(both.flatMap(codes)).toEqual(['LINK_INVALID']);
  });

  test('is refused for whoever has an account, has no address, or has left; the others are invited', async () => {
    const [noAddress, gone] = [
      await withoutAccount({ name: 'Paper' }),
      await withoutAccount({ name: 'Left', active: false }),
    ];
    await server.sql.rows('update person set email = null where id = $1', [noAddress.id]);
    const people = [world.learner, noAddress, gone, newcomer];
    const answer = await call(INVITE, { personIds: people.map(idOf), send: false }, { as: world.hr });
    expect(answer.invitations.map(({ person }: { person: { name: string } }) => person.name)).toEqual(['Newcomer']);
    const paths = answer.userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, path[1]]);
    expect(paths.toSorted()).toEqual([
      ['INVALID', '1'],
      ['INVALID', '2'],
      ['TAKEN', '0'],
    ]);
    expect(await server.sql.rows('select id from access_link where person_id = $1', [world.learner.id])).toEqual([]);
  });

  test('ends with a newer one, with another address, when the person leaves, and after seven days', async () => {
    const first = await invite(newcomer);
    const second = await invite(newcomer);
    expect(codes(await call(ACCEPT, { token: first, password: FIRST }))).toEqual(['LINK_INVALID']);
    await server.sql.rows(`update person set email = 'other@test.example' where id = $1`, [newcomer.id]);
    expect(codes(await call(ACCEPT, { token: second, password: FIRST }))).toEqual(['LINK_INVALID']);
    const third = await invite(newcomer);
    await server.database.work((tx) => endLinks(tx, [newcomer.id], NOW));
    expect(codes(await call(ACCEPT, { token: third, password: FIRST }))).toEqual(['LINK_INVALID']);
    const fourth = await invite(newcomer);
    await server.sql.rows('update person set active = false where id = $1', [newcomer.id]);
    expect(codes(await call(ACCEPT, { token: fourth, password: FIRST }))).toEqual(['LINK_INVALID']);
    await server.sql.rows('update person set active = true where id = $1', [newcomer.id]);
    await server.sql.rows('update access_link set expires_at = $2 where person_id = $1', [newcomer.id, NOW]);
    expect(codes(await call(ACCEPT, { token: fourth, password: FIRST }))).toEqual(['LINK_INVALID']);
  });

  test('is no password link, nor the other way round, and opens nothing by being looked at', async () => {
    const token = await invite(newcomer);
    expect(codes(await call(RESET, { token, password: FIRST }))).toEqual(['LINK_INVALID']);
    const person = await arrived();
    const reset = tokenIn(
      (await call(RESET_FOR, { personId: idOf(person), send: false }, { as: world.hr })).invitations[0].url,
    );
    expect(codes(await call(ACCEPT, { token: reset, password: SECOND }))).toEqual(['LINK_INVALID']);
    const read = await fetch(
      `${server.url}?query=${encodeURIComponent(`mutation { acceptInvitation(input: { token: "${token}", password: "${FIRST}" }) { userErrors { code } } }`)}`,
      { headers: { 'x-app-csrf': '1' } },
    );
    expect(read.status).toBeGreaterThanOrEqual(400);
    expect((await call(ACCEPT, { token, password: FIRST })).userErrors).toEqual([]);
  });

  test('gives the address of somebody who has left to whoever has it now', async () => {
    const before = await arrived({ name: 'Before', email: 'desk@test.example' });
    await server.sql.rows('update person set active = false, email = null where id = $1', [before.id]);
    const after = { ...(await withoutAccount({ name: 'After' })), email: 'desk@test.example' };
    await server.sql.rows('update person set email = $2 where id = $1', [after.id, after.email]);
    expect((await call(ACCEPT, { token: await invite(after), password: SECOND })).userErrors).toEqual([]);
    expect(codes(await signIn(before, FIRST))).toEqual(['WRONG_CREDENTIALS']);
  });
});

describe('nobody takes over an account of somebody with more rights', () => {
  const forbidden = async (query: string, variables: object, as: TestPerson) =>
    expect(['FORBIDDEN', 'NOT_FOUND']).toContain(await call(query, variables, { as }));

  test('by inviting or resetting them', async () => {
    const { sales } = world;
    const hrOfSales = await world.workspace.person({ name: 'Sal', department: sales, roles: [{ HR: sales }] });
    const admin = await withoutAccount({ name: 'Root', department: sales, roles: ['ADMIN'] });
    const colleague = await withoutAccount({ name: 'Desk', department: sales, roles: ['HR'] });
    const outside = await withoutAccount({ name: 'Far', department: await world.workspace.department('Far') });
    for (const person of [admin, colleague, outside]) {
      await forbidden(INVITE, { personIds: [idOf(person)], send: false }, hrOfSales);
      await forbidden(INVITE, { personIds: [idOf(newcomer), idOf(person)], send: false }, hrOfSales);
      await forbidden(RESET_FOR, { personId: idOf(person), send: false }, hrOfSales);
    }
    await forbidden(INVITE, { personIds: [idOf(admin)], send: false }, world.hr);
    await forbidden(RESET_FOR, { personId: idOf(world.admin), send: false }, world.hr);
    await forbidden(INVITE, { personIds: [idOf(world.hr)], send: false }, world.hr);
    expect(
      await server.sql.rows('select id from access_link where person_id = any($1::uuid[])', [
        [admin.id, colleague.id, outside.id],
      ]),
    ).toEqual([]);
    expect((await call(INVITE, { personIds: [idOf(admin)], send: false }, { as: world.admin })).userErrors).toEqual([]);
  });

  test('by ending or reading their sessions', async () => {
    await forbidden(SESSIONS, { personId: idOf(world.admin) }, world.hr);
    await forbidden(END_ALL, { personId: idOf(world.admin) }, world.hr);
    await forbidden(REMOVE_FACTOR, { personId: idOf(world.admin) }, world.hr);
  });
});

describe('a password', () => {
  test('is changed by whoever knows it; all other sessions end', async () => {
    const person = await arrived();
    const [here, there] = [await session(person), await session(person)];
    expect(await call(CHANGE, { current: 'wrong', new: SECOND }, { as: here })).toMatchObject({
      userErrors: [{ code: 'WRONG_CREDENTIALS', path: ['current'] }],
    });
    expect(codes(await call(CHANGE, { current: FIRST, new: 'short' }, { as: here }))).toEqual(['WEAK_PASSWORD']);
    expect((await call(CHANGE, { current: FIRST, new: SECOND }, { as: here })).userErrors).toEqual([]);
    expect(await call(MINE, {}, { as: there })).toBe('UNAUTHENTICATED');
    expect(await call(MINE, {}, { as: here })).toMatchObject({ hasPassword: true, fewestPasswordCharacters: 15 });
    expect(codes(await signIn(person, FIRST))).toEqual(['WRONG_CREDENTIALS']);
    expect((await signIn(person, SECOND)).userErrors).toEqual([]);
  });

  test('that was forgotten is set by a link that HR hands over; every session ends', async () => {
    const person = await arrived();
    const open = await session(person);
    const { invitations } = await call(RESET_FOR, { personId: idOf(person), send: false }, { as: world.hr });
    const token = tokenIn(invitations[0].url);
    expect((await call(RESET, { token, password: THIRD })).userErrors).toEqual([]);
    expect(await call(MINE, {}, { as: open })).toBe('UNAUTHENTICATED');
    expect((await signIn(person, THIRD)).userErrors).toEqual([]);
    expect(codes(await call(RESET, { token, password: SECOND }))).toEqual(['LINK_INVALID']);
  });

  test('is tried no more often at the change than at the sign-in', async () => {
    const person = await arrived();
    const here = await session(person);
    const tries = [];
    for (let i = 0; i < 11; i += 1)
      tries.push(codes(await call(CHANGE, { current: `wrong ${i}`, new: SECOND }, { as: here }))[0]);
    expect(tries.at(-1)).toBe('TOO_MANY_TRIES');
  });
});

describe('mail about accounts', () => {
  const sentTo = async (address: string) => {
    await world.remind();
    return world.channel.sent.filter(({ to }) => to.some((one) => one.address === address));
  };

  test('needs an integration that was chosen for it; without one nothing is sent, and links can be copied', async () => {
    await server.sql.rows('update workspace set system_mail_integration_id = null where id = $1', [world.workspace.id]);
    const answer = await call(INVITE, { personIds: [idOf(newcomer)], send: true }, { as: world.hr });
    expect(answer).toMatchObject({ invitations: [], userErrors: [{ code: 'BLOCKED', path: ['send'] }] });
    const person = await arrived();
    const handed = await call(RESET_FOR, { personId: idOf(person), send: false }, { as: world.hr });
    expect((await call(FORGOT, { email: person.email })).userErrors).toEqual([]);
    expect(await sentTo(person.email)).toEqual([]);
    // Who asks in vain does not end the link that HR has handed over.
    const token = tokenIn(handed.invitations[0].url);
    expect((await call(RESET, { token, password: THIRD })).userErrors).toEqual([]);
    expect(await server.sql.rows('select id from account_letter')).toEqual([]);
  });

  test('brings an invitation at once, whatever the hour, with a link that works', async () => {
    await useMail();
    const answer = await call(INVITE, { personIds: [idOf(newcomer)], send: true }, { as: world.hr });
    expect(answer).toMatchObject({ invitations: [{ url: null }], userErrors: [] });
    const [message, ...more] = await sentTo(newcomer.email);
    expect(more).toEqual([]);
    expect(message?.content.title).toContain('Your Planwright account at');
    expect((await call(ACCEPT, { token: tokenIn(message?.link), password: FIRST })).userErrors).toEqual([]);
  });

  test('holds the same link when it is sent again, and is not sent again once it was used', async () => {
    await useMail();
    world.channel.script = [outcome('retry', { retryAfterMs: 60_000 })];
    await call(INVITE, { personIds: [idOf(newcomer)], send: true }, { as: world.hr });
    const [first] = await sentTo(newcomer.email);
    server.clock.moveTo('2026-01-05T20:05:00.000Z');
    const [, again] = await sentTo(newcomer.email);
    expect(tokenIn(again?.link)).toBe(tokenIn(first?.link));
    const other = await withoutAccount({ name: 'Other' });
    world.channel.script = [outcome('retry', { retryAfterMs: 60_000 })];
    await call(INVITE, { personIds: [idOf(other)], send: true }, { as: world.hr });
    const [sent] = await sentTo(other.email);
    expect((await call(ACCEPT, { token: tokenIn(sent?.link), password: FIRST })).userErrors).toEqual([]);
    server.clock.moveTo('2026-01-05T20:10:00.000Z');
    expect(await sentTo(other.email)).toHaveLength(1);
  });

  test('answers the same for an address that nobody has, and three times an hour for one that somebody has', async () => {
    await useMail();
    const person = await arrived();
    for (let i = 0; i < 5; i += 1) {
      expect(await call(FORGOT, { email: person.email.toUpperCase() })).toEqual({ userErrors: [] });
      expect(await call(FORGOT, { email: 'nobody@test.example' })).toEqual({ userErrors: [] });
    }
    const messages = await sentTo(person.email);
    expect(
      await server.sql.rows(`select id from account_letter where person_id = $1 and kind = 'RESET'`, [person.id]),
    ).toHaveLength(3);
    // Of three only the last link is one: the others were never sent.
    expect(messages).toHaveLength(1);
    expect((await call(RESET, { token: tokenIn(messages[0]?.link), password: SECOND })).userErrors).toEqual([]);
    expect((await sentTo(person.email)).at(-1)?.content.title).toBe('Your Planwright password was changed');
    const many = [];
    for (let i = 0; i < 11; i += 1) many.push(codes(await call(FORGOT, { email: `nobody${i}@test.example` }))[0]);
    expect(many.at(-1)).toBe('TOO_MANY_TRIES');
  });

  test('holds no link while a provider is the only way in, and a link from before opens nothing until passwords do', async () => {
    await useMail();
    const person = await arrived();
    const handed = await call(RESET_FOR, { personId: idOf(person), send: false }, { as: world.hr });
    const token = tokenIn(handed.invitations[0].url);
    const invitation = await invite(newcomer);
    const client = { issuer: 'https://id.example', clientId: 'planwright', secret: 'of the client' };
    const provider = await addProvider(server, { workspaceId: world.workspace.id, by: world.admin, ...client });
    await server.sql.rows('update identity_provider set only_way = true, emergency_person_id = $2 where id = $1', [
      provider,
      world.admin.id,
    ]);
    expect(await call(FORGOT, { email: person.email })).toEqual({ userErrors: [] });
    expect(await sentTo(person.email)).toEqual([]);
    const refused = await call(RESET, { token, password: THIRD });
    expect([refused.viewer, ...codes(refused)]).toEqual([null, 'SSO_ONLY']);
    expect(codes(await call(ACCEPT, { token: invitation, password: FIRST }))).toEqual(['SSO_ONLY']);
    await server.sql.rows('delete from identity_provider where id = $1', [provider]);
    expect(codes(await signIn(person, THIRD))).toEqual(['WRONG_CREDENTIALS']);
    expect((await call(RESET, { token, password: THIRD })).userErrors).toEqual([]);
  });

  test('waits while its integration is off, and goes nowhere else', async () => {
    await useMail();
    world.channel.description = undefined;
    await call(INVITE, { personIds: [idOf(newcomer)], send: true }, { as: world.hr });
    expect(await sentTo(newcomer.email)).toEqual([]);
    expect(await world.inbox(newcomer.id)).toEqual([]);
    world.channel.description = { dedupe: { how: 'key' }, rates: [], settles: false };
    server.clock.moveTo('2026-01-05T20:20:00.000Z');
    expect(await sentTo(newcomer.email)).toHaveLength(1);
  });
});

describe('sessions', () => {
  test('are listed and ended by their owner, and by an administrator', async () => {
    const person = await arrived();
    await call(END_ALL, { personId: idOf(person) }, { as: world.admin });
    const [here, there] = [await session(person), await session(person)];
    const list = await call(SESSIONS, {}, { as: here });
    expect(list.map(({ current }: { current: boolean }) => current).toSorted()).toEqual([false, true]);
    const other = list.find(({ current }: { current: boolean }) => !current);
    expect(await call(END, { sessionId: other.id }, { as: world.hr })).toBe('FORBIDDEN');
    expect((await call(END, { sessionId: other.id }, { as: here })).userErrors).toEqual([]);
    expect(await call(MINE, {}, { as: there })).toBe('UNAUTHENTICATED');
    expect(await call(SESSIONS, { personId: idOf(person) }, { as: world.admin })).toHaveLength(1);
    await call(END_ALL, { personId: idOf(person) }, { as: world.admin });
    expect(await call(MINE, {}, { as: here })).toBe('UNAUTHENTICATED');
  });
});

describe('a second factor', () => {
  const codeOf = (secret: string, at: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(at) });

  test('is asked for besides the password from its first code on; each code counts once', async () => {
    const person = await arrived();
    const here = await session(person);
    const begun = await call(START_FACTOR, {}, { as: here });
    expect(begun.uri).toMatch(/^otpauth:\/\/totp\//);
    expect((await signIn(person, FIRST)).userErrors).toEqual([]);
    const now = server.clock.real();
    expect(codes(await call(CONFIRM_FACTOR, { code: '000000' }, { as: here }))).toEqual(['INVALID']);
    const code = codeOf(begun.secret, now);
    const confirmed = await call(CONFIRM_FACTOR, { code }, { as: here });
    expect(confirmed.recoveryCodes).toHaveLength(10);
    expect(await call(MINE, {}, { as: here })).toMatchObject({
      secondFactor: true,
      recoveryCodesLeft: 10,
      fewestPasswordCharacters: 8,
    });
    expect(codes(await signIn(person, FIRST))).toEqual(['SECOND_FACTOR']);
    expect(codes(await signIn(person, 'wrong'))).toEqual(['WRONG_CREDENTIALS']);
    // The code that set it up was seen already.
    expect(await signIn(person, FIRST, code)).toMatchObject({
      userErrors: [{ code: 'WRONG_CREDENTIALS', path: ['code'] }],
    });
    server.clock.moveTo('2026-01-05T21:00:00.000Z');
    const next = codeOf(begun.secret, '2026-01-05T21:00:00.000Z');
    expect((await signIn(person, FIRST, next)).userErrors).toEqual([]);
    expect(codes(await signIn(person, FIRST, next))).toEqual(['WRONG_CREDENTIALS']);
    const [spare] = confirmed.recoveryCodes;
    expect((await signIn(person, FIRST, spare.toLowerCase())).userErrors).toEqual([]);
    expect(codes(await signIn(person, FIRST, spare))).toEqual(['WRONG_CREDENTIALS']);
    tokens.push(begun.secret, ...confirmed.recoveryCodes);
  });

  test('needs a proof that is ten minutes old at most, a reset asks for its code, and an administrator can take it away', async () => {
    const person = await arrived();
    const here = await session(person);
    const later = '2026-01-05T21:20:00.000Z';
    server.clock.moveTo(later);
    expect(codes(await call(START_FACTOR, {}, { as: here }))).toEqual(['PROOF_NEEDED']);
    expect(codes(await call(PROVE, { password: 'wrong' }, { as: here }))).toEqual(['WRONG_CREDENTIALS']);
    expect((await call(PROVE, { password: FIRST }, { as: here })).userErrors).toEqual([]);
    const { secret } = await call(START_FACTOR, {}, { as: here });
    tokens.push(secret);
    await call(CONFIRM_FACTOR, { code: codeOf(secret, later) }, { as: here });
    const { invitations } = await call(RESET_FOR, { personId: idOf(person), send: false }, { as: world.hr });
    const token = tokenIn(invitations[0].url);
    expect(codes(await call(RESET, { token, password: SECOND }))).toEqual(['SECOND_FACTOR']);
    expect(codes(await call(RESET, { token, password: SECOND, code: '123' }))).toEqual(['WRONG_CREDENTIALS']);
    const admin = await server.token(world.admin);
    await server.sql.rows(`update session set proven_at = $1`, [later]);
    expect((await call(REMOVE_FACTOR, { personId: idOf(person) }, { as: admin })).userErrors).toEqual([]);
    expect((await call(RESET, { token, password: SECOND })).userErrors).toEqual([]);
    expect((await signIn(person, SECOND)).userErrors).toEqual([]);
  });
});

describe('what is known of an account', () => {
  test('is for HR who covers the person', async () => {
    const person = await withoutAccount({ name: 'Watched', department: world.sales });
    const account = async (as: TestPerson) =>
      (await call(ACCOUNT, { search: person.name }, { as })).edges[0]?.node.account ?? null;
    expect(await account(world.hr)).toMatchObject({ state: 'NONE', lastSignInAt: null, managed: true });
    const token = await invite(person);
    expect(await account(world.hr)).toMatchObject({ state: 'INVITED', invitedUntil: expect.any(String) });
    await call(ACCEPT, { token, password: FIRST });
    expect(await account(world.hr)).toMatchObject({
      state: 'ACTIVE',
      invitedUntil: null,
      lastSignInAt: expect.any(String),
    });
    expect(await account(person)).toBeNull();
  });
});

// Runs last: everything above was said to this server.
describe('no token, password, secret or code', () => {
  test('is in any table, in the log, or in an answer', async () => {
    const rows = await everyRow(server.sql);
    const log = JSON.stringify(server.log);
    expect(tokens.length).toBeGreaterThan(20);
    const said = [FIRST, SECOND, THIRD, ...tokens];
    const leaks = (text: string) =>
      said.filter((secret) => text.includes(secret) || text.includes(Buffer.from(secret).toString('base64')));
    // The search would find one: what was sent out is found where it went.
    expect(leaks(went.join('\n')).length).toBeGreaterThan(0);
    expect({ rows: leaks(rows), log: leaks(log), answers: leaks(answers.join('\n')) }).toEqual({
      rows: [],
      log: [],
      answers: [],
    });
    expect(rows).toContain('invitePeople');
  });
});
