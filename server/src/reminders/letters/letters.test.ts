import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globalId } from '../../access/graphql/global-id.js';
import { ask } from '../../enrolments/testing/plan-world.js';
import type { TestPerson } from '../../testing/fixture.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { addressOf, linksOf, type MailServer, startMailServer } from '../testing/mail-server.js';
import { makeReminderWorld, type ReminderWorld } from '../testing/reminder-world.js';

// Through the shipped mail plugin to a real mail server: what people find in their mail is what opens their account.
const INVITE = `mutation ($input: InvitePeopleInput!) { invitePeople(input: $input) { invitations { url } userErrors { code } } }`;
const ACCEPT = `mutation ($input: UseLinkInput!) { acceptInvitation(input: $input) { viewer { person { name } } userErrors { code } } }`;
const FORGOT = `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { userErrors { code } } }`;
const RESET = `mutation ($input: UseLinkInput!) { resetPassword(input: $input) { viewer { person { name } } userErrors { code } } }`;
const UPDATE = `mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { userErrors { code message } } }`;
const DELIVERIES = '{ deliveries(first: 20) { edges { node { title markdown state to { name } } } } }';
const PASSWORD = 'heron in the kettle again';

let server: TestServer;
let world: ReminderWorld;
let mail: MailServer;
let newcomer: TestPerson;

beforeAll(async () => {
  server = await startTestServer({
    now: '2026-01-05T20:00:00.000Z',
    environment: { PLANWRIGHT_STUDIO_URL: 'https://hr.example' },
  });
  world = await makeReminderWorld(server);
  mail = await startMailServer(server.clock);
  world.channel.send = mail.send;
  newcomer = await world.workspace.person({ name: 'New' });
  await server.sql.rows('delete from account where person_id = $1', [newcomer.id]);
  await server.sql.rows('update workspace set system_mail_integration_id = $2 where id = $1', [
    world.workspace.id,
    await world.route('email'),
  ]);
});
afterAll(async () => {
  await server?.stop();
  await mail?.stop();
});

/** The one mail that came since the last look, and the token behind the `#` of its link. */
async function mailed() {
  const before = mail.arrived.length;
  await world.remind();
  const [only, ...more] = mail.arrived.slice(before);
  expect(more).toEqual([]);
  if (!only) throw new Error('no mail came');
  const url = new URL(linksOf(only)[0] ?? '');
  return { subject: only.subject, to: addressOf(only), page: `${url.origin}${url.pathname}`, token: url.hash.slice(1) };
}

describe('mail about an account', () => {
  test('invites; its link creates the account, and the list of messages knows no token', async () => {
    const input = { personIds: [globalId('Person', newcomer.id)], send: true };
    expect(await ask(server, INVITE, { input }, { as: world.hr })).toEqual({
      invitations: [{ url: null }],
      userErrors: [],
    });
    const { subject, to, page, token } = await mailed();
    expect([subject, to, page]).toEqual([
      expect.stringContaining('Your Planwright account at'),
      newcomer.email,
      'https://hr.example/accept',
    ]);
    expect(token).toMatch(/^[\w-]{43}$/);
    const { data } = await server.execute(DELIVERIES, {}, { as: world.hr });
    const [{ node }] = data.deliveries.edges;
    expect(node).toMatchObject({ state: 'SENT', to: { name: 'New' } });
    expect(JSON.stringify(await server.sql.rows('select * from delivery'))).not.toContain(token);
    expect(await ask(server, ACCEPT, { input: { token, password: PASSWORD } }, {})).toEqual({
      viewer: { person: { name: 'New' } },
      userErrors: [],
    });
  });

  test('replaces a forgotten password, and says afterwards that it was changed; HR hears of neither', async () => {
    expect(await ask(server, FORGOT, { input: { email: newcomer.email } }, {})).toEqual({ userErrors: [] });
    const { page, token } = await mailed();
    expect(page).toBe('https://hr.example/reset');
    const changed = await ask(server, RESET, { input: { token, password: 'umbrella behind the clouds' } }, {});
    expect(changed).toEqual({ viewer: { person: { name: 'New' } }, userErrors: [] });
    expect((await mailed()).subject).toBe('Your Planwright password was changed');
    const { data } = await server.execute(DELIVERIES, {}, { as: world.hr });
    expect(data.deliveries.edges).toHaveLength(1);
  });

  test('goes to the old address when another one was entered, and open links end', async () => {
    const waiting = await world.workspace.person({ name: 'Waits' });
    await server.sql.rows('delete from account where person_id = $1', [waiting.id]);
    const input = { personIds: [globalId('Person', waiting.id)], send: false };
    const { invitations } = await ask(server, INVITE, { input }, { as: world.hr });
    for (const person of [newcomer, waiting]) {
      const readdressed = { personId: globalId('Person', person.id), email: `new.${person.email}` };
      expect(await ask(server, UPDATE, { input: readdressed }, { as: world.hr })).toEqual({ userErrors: [] });
    }
    const { to, subject } = await mailed();
    expect([to, subject]).toEqual([newcomer.email, 'Your Planwright account has another e-mail address']);
    const token = new URL(invitations[0].url).hash.slice(1);
    expect((await ask(server, ACCEPT, { input: { token, password: PASSWORD } }, {})).userErrors).toEqual([
      { code: 'LINK_INVALID' },
    ]);
  });
});
