import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestPerson, TestWorkspace } from '../testing/fixture.js';
import { type ExecuteOptions, startTestServer, type TestServer } from '../testing/test-server.js';
import { hashPassword } from './password.js';
import { SESSION_REVOKED } from './session.js';
import { FAILURES, reserveTry } from './sign-in-failures.js';

const SIGN_IN = `mutation ($email: String!, $password: String!, $bearer: Boolean) {
  signIn(input: { email: $email, password: $password, bearer: $bearer }) {
    token viewer { roles locale person { name } sessionExpiresAt } userErrors { code message path }
  }
}`;
const WHO = '{ viewer { person { name } } }';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let server: TestServer;
let workspace: TestWorkspace;
let lin: TestPerson;
let passwordHash: string;

beforeAll(async () => {
  passwordHash = await hashPassword('correct horse');
  server = await startTestServer();
  workspace = await server.workspace();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  await server.sql.rows('delete from sign_in_failure');
  lin = await workspace.person({ name: 'Lin', roles: ['HR'] });
  await server.sql.rows('update account set password_hash = $2 where person_id = $1', [lin.id, passwordHash]);
});

const signIn = async (email: string, password: string, options: ExecuteOptions & { bearer?: boolean } = {}) =>
  server.execute(SIGN_IN, { email, password, bearer: options.bearer ?? true }, options);
const tokenOf = async () => String((await signIn(lin.email, 'correct horse')).data.signIn.token);
const codeOf = (answer: { errors?: { extensions: { code: string } }[] }) => answer.errors?.[0]?.extensions.code;
const audit = () =>
  server.sql.rows<{ action: string; outcome: string; subject: string | null }>(
    'select action, outcome, subject from audit_entry where actor_id = $1 or subject = $1::text order by at',
    [lin.id],
  );

describe('signing in', () => {
  test('with a bearer token answers it and sets no cookie', async () => {
    const answer = await signIn(` ${lin.email.toUpperCase()} `, 'correct horse');
    expect(answer.data.signIn).toMatchObject({ viewer: { roles: ['HR'], person: { name: 'Lin' } }, userErrors: [] });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect((await server.execute(WHO, {}, { as: answer.data.signIn.token })).data.viewer.person.name).toBe('Lin');
  });

  test('in a browser sets a cookie that scripts cannot read, and answers no token', async () => {
    const answer = await signIn(lin.email, 'correct horse', { bearer: false });
    const [cookie = '', device = ''] = answer.headers.getSetCookie();
    expect(answer.data.signIn.token).toBeNull();
    expect(device).toMatch(/^planwright_device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=15552000$/);
    expect(cookie).toMatch(/^planwright_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=86400$/);
    const again = await server.execute(WHO, {}, { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(again.data.viewer.person.name).toBe('Lin');
  });

  test('where browsers come by https the cookie is bound to host and https', async () => {
    const secure = await startTestServer({ environment: { PLANWRIGHT_PUBLIC_URL: 'https://plan.example' } });
    const person = await (await secure.workspace()).person({ name: 'Wei' });
    await secure.sql.rows('update account set password_hash = $1', [passwordHash]);
    const answer = await secure.execute(SIGN_IN, { email: person.email, password: 'correct horse', bearer: false });
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-planwright_session=[\w-]{43}; .*; Secure$/);
    await secure.stop();
  });

  test('stores neither token nor password', async () => {
    const token = await tokenOf();
    const [row] = await server.sql.rows<{ text: string }>(
      `select (select string_agg(s::text, '') from session s) || (select string_agg(a::text, '') from account a) as text`,
    );
    expect(row?.text).not.toContain(token);
    expect(row?.text).not.toContain(Buffer.from(token).toString('hex'));
    expect(row?.text).not.toContain('correct horse');
    expect(passwordHash).toMatch(/^\$argon2id\$/);
  });

  test.each([
    ['a wrong password', () => [lin.email, 'wrong']],
    ['an unknown address', () => ['nobody@test.example', 'correct horse']],
    ['an empty password', () => [lin.email, '']],
    ['a password of a megabyte', () => [lin.email, 'x'.repeat(90_000)]],
  ])('%s is one and the same answer', async (_what, credentials) => {
    const [email = '', password = ''] = credentials();
    const answer = await signIn(email, password, { language: 'zh-CN' });
    expect(answer.data.signIn).toEqual({
      token: null,
      viewer: null,
      userErrors: [{ code: 'WRONG_CREDENTIALS', message: '邮箱或密码不正确，核对后重试。', path: ['email'] }],
    });
  });

  test('somebody who left cannot sign in, and their open session ends', async () => {
    const token = await tokenOf();
    await server.sql.rows('update person set active = false where id = $1', [lin.id]);
    expect((await signIn(lin.email, 'correct horse')).data.signIn.userErrors[0].code).toBe('WRONG_CREDENTIALS');
    expect(codeOf(await server.execute(WHO, {}, { as: token }))).toBe('UNAUTHENTICATED');
  });

  test('demo accounts sign in from this machine and from nowhere else', async () => {
    await server.sql.rows('update account set demo = true where person_id = $1', [lin.id]);
    expect((await signIn(lin.email, 'correct horse')).data.signIn.userErrors).toEqual([]);
    const forwarded = await signIn(lin.email, 'correct horse', { headers: { 'x-forwarded-for': '203.0.113.5' } });
    expect(forwarded.data.signIn.userErrors[0].code).toBe('WRONG_CREDENTIALS');
  });

  test('both outcomes are in the audit trail, without address or password', async () => {
    await signIn(lin.email, 'wrong');
    await signIn(lin.email, 'correct horse');
    expect(await audit()).toEqual([
      { action: 'signIn', outcome: 'REFUSED', subject: lin.id },
      { action: 'signIn', outcome: 'OK', subject: null },
    ]);
  });
});

describe('too many tries', () => {
  const code = (answer: Awaited<ReturnType<typeof signIn>>) => String(answer.data.signIn.userErrors[0]?.code ?? 'OK');
  /** As many failures as there may be of all kinds but `left`, from networks that are not this one. */
  const failElsewhere = async (times: number) => {
    for (let tries = 0; tries < times; tries++) {
      const network = `198.51.100.${tries % 250}`;
      await reserveTry(server.database, { email: lin.email, network, knownDevice: undefined }, server.clock.real());
    }
  };

  test('of one account from one place make it wait a quarter of an hour, with the right password too', async () => {
    for (let tries = 0; tries < FAILURES.perAccountAndPlace; tries++)
      expect(code(await signIn(lin.email, 'wrong'))).toBe('WRONG_CREDENTIALS');
    expect(code(await signIn(lin.email, 'correct horse'))).toBe('TOO_MANY_TRIES');
    server.clock.advance(15 * MINUTE + 1000);
    expect(code(await signIn(lin.email, 'correct horse'))).toBe('OK');
  });

  test('by a stranger somewhere else do not keep the owner out', async () => {
    for (let tries = 0; tries < FAILURES.perAccountAndPlace + 5; tries++)
      await reserveTry(
        server.database,
        { email: lin.email, network: '203.0.113.9', knownDevice: undefined },
        server.clock.real(),
      );
    expect(code(await signIn(lin.email, 'correct horse'))).toBe('OK');
  });

  test('by many strangers slow strangers down to one a minute, and a device that is known never', async () => {
    const first = await signIn(lin.email, 'correct horse', { bearer: false });
    const cookie = /planwright_device=[^;]+/.exec(first.headers.getSetCookie().join('; '))?.[0] ?? '';
    expect(cookie).not.toBe('');
    await failElsewhere(FAILURES.perAccount);
    expect(code(await signIn(lin.email, 'correct horse'))).toBe('TOO_MANY_TRIES');
    expect(code(await signIn(lin.email, 'correct horse', { headers: { cookie } }))).toBe('OK');
    server.clock.advance(MINUTE + 1000);
    expect(code(await signIn(lin.email, 'wrong'))).toBe('WRONG_CREDENTIALS');
    expect(code(await signIn(lin.email, 'correct horse'))).toBe('TOO_MANY_TRIES');
    expect(code(await signIn(lin.email, 'correct horse', { headers: { cookie } }))).toBe('OK');
  });

  test('a known device is known to the account that was used on it, opens nothing, and has a limit of its own', async () => {
    const first = await signIn(lin.email, 'correct horse', { bearer: false });
    const cookie = /planwright_device=[^;]+/.exec(first.headers.getSetCookie().join('; '))?.[0] ?? '';
    expect((await server.execute(WHO, {}, { headers: { cookie } })).data.viewer.person).toBeNull();
    const other = await workspace.person({ name: 'Other', roles: ['HR'] });
    await failElsewhere(FAILURES.perAccount);
    for (let tries = 0; tries < FAILURES.perAccountAndPlace; tries++)
      expect(code(await signIn(lin.email, 'wrong', { headers: { cookie } }))).toBe('WRONG_CREDENTIALS');
    expect(code(await signIn(lin.email, 'correct horse', { headers: { cookie } }))).toBe('TOO_MANY_TRIES');
    for (let tries = 0; tries < FAILURES.perAccount; tries++)
      await reserveTry(
        server.database,
        { email: other.email, network: `198.51.100.${tries}`, knownDevice: undefined },
        server.clock.real(),
      );
    expect(code(await signIn(other.email, 'wrong', { headers: { cookie } }))).toBe('TOO_MANY_TRIES');
  });

  test('at the same moment do not slip past the limit', async () => {
    const most = FAILURES.perAccountAndPlace;
    const answers = await Promise.all(Array.from({ length: 3 * most }, () => signIn(lin.email, 'wrong')));
    const codes = answers.map(code);
    expect(codes.filter((one) => one === 'WRONG_CREDENTIALS')).toHaveLength(most);
    expect(codes.filter((one) => one === 'TOO_MANY_TRIES')).toHaveLength(2 * most);
  });

  test('of unknown addresses count by where they come from', async () => {
    await server.sql.rows(
      `insert into sign_in_failure (bucket, at) select bucket, at from
       (select unnest(array_fill($1::text, array[$2::int])) as bucket, $3::timestamptz as at) x`,
      [await networkBucket(), FAILURES.perNetwork - 1, server.clock.real()],
    );
    expect(code(await signIn('one@test.example', 'x'))).toBe('WRONG_CREDENTIALS');
    expect(code(await signIn('two@test.example', 'x'))).toBe('TOO_MANY_TRIES');
  });

  test('successes are not counted', async () => {
    for (let tries = 0; tries < FAILURES.perAccountAndPlace + 2; tries++) {
      expect((await signIn(lin.email, 'correct horse')).data.signIn.userErrors).toEqual([]);
    }
  });

  /** The bucket of this machine, learned from a failure. */
  async function networkBucket(): Promise<string> {
    await signIn('somebody@test.example', 'x');
    const row = await server.sql.row<{ bucket: string }>(
      `select bucket from sign_in_failure where bucket like 'network:%'`,
    );
    await server.sql.rows('delete from sign_in_failure');
    return row?.bucket ?? '';
  }
});

describe('a session', () => {
  test('ends after eight hours of silence, and lasts as long as somebody works', async () => {
    const [idle, busy] = [await tokenOf(), await tokenOf()];
    server.clock.advance(5 * HOUR);
    expect(codeOf(await server.execute(WHO, {}, { as: busy }))).toBeUndefined();
    server.clock.advance(4 * HOUR);
    expect(codeOf(await server.execute(WHO, {}, { as: busy }))).toBeUndefined();
    expect(codeOf(await server.execute(WHO, {}, { as: idle }))).toBe('UNAUTHENTICATED');
  });

  test('ends after a day in any case', async () => {
    const token = await tokenOf();
    for (let hour = 0; hour < 23; hour++) {
      server.clock.advance(HOUR);
      expect(codeOf(await server.execute(WHO, {}, { as: token }))).toBeUndefined();
    }
    server.clock.advance(HOUR);
    expect(codeOf(await server.execute(WHO, {}, { as: token }))).toBe('UNAUTHENTICATED');
  });

  test('ends by signing out, for its streams too, and leaves others alone', async () => {
    const [token, other] = [await tokenOf(), await tokenOf()];
    const revoked: string[] = [];
    let heard: () => void = () => undefined;
    const once = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const listener = await server.database.listen(
      SESSION_REVOKED,
      (id) => {
        revoked.push(id);
        heard();
      },
      () => undefined,
    );
    const answer = await server.execute('mutation { signOut { userErrors { code } } }', {}, { as: token });
    await once;
    await listener.close();
    expect(answer.headers.get('set-cookie')).toContain(
      'planwright_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    );
    expect(revoked).toHaveLength(1);
    expect(codeOf(await server.execute(WHO, {}, { as: token }))).toBe('UNAUTHENTICATED');
    expect(codeOf(await server.execute(WHO, {}, { as: other }))).toBeUndefined();
  });

  test('that has ended can still be signed out of, quietly', async () => {
    const answer = await server.execute('mutation { signOut { userErrors { code } } }', {}, { as: 'x'.repeat(43) });
    expect(answer.data.signOut.userErrors).toEqual([]);
  });

  test('of real time: a workspace whose clock runs ahead keeps it', async () => {
    const token = await tokenOf();
    await server.sql.rows('update workspace set clock_offset_ms = $2 where id = $1', [workspace.id, 40 * 24 * HOUR]);
    const answer = await server.execute('{ viewer { workspace { now } } }', {}, { as: token });
    await server.sql.rows('update workspace set clock_offset_ms = 0 where id = $1', [workspace.id]);
    expect(Date.parse(answer.data.viewer.workspace.now) - Date.parse(server.clock.real())).toBe(40 * 24 * HOUR);
  });
});

describe('the viewer', () => {
  test('is answered in the language of the request, else in the person’s own', async () => {
    const bad = 'mutation { updateViewer(input: { locale: "fr" }) { userErrors { code message path } } }';
    const token = await tokenOf();
    const english = await server.execute(bad, {}, { as: token, language: 'en' });
    expect(english.data.updateViewer.userErrors[0].message).toBe('Choose Chinese (zh-CN) or English (en).');
    await server.execute(
      'mutation { updateViewer(input: { locale: "zh-CN" }) { viewer { locale } } }',
      {},
      { as: token },
    );
    const own = await server.execute(bad, {}, { as: token, headers: { 'accept-language': 'fr-FR, *;q=0.1' } });
    expect(own.data.updateViewer.userErrors).toEqual([
      { code: 'INVALID', message: '选择中文（zh-CN）或英文（en）。', path: ['locale'] },
    ]);
  });

  test('keeps a changed language, and changes nobody else', async () => {
    const wei = await workspace.person({ name: 'Wei', locale: 'en' });
    const token = await tokenOf();
    const answer = await server.execute(
      'mutation { updateViewer(input: { locale: "zh-CN" }) { viewer { locale } userErrors { code } } }',
      {},
      { as: token },
    );
    expect(answer.data.updateViewer).toEqual({ viewer: { locale: 'zh-CN' }, userErrors: [] });
    expect((await server.execute('{ viewer { locale } }', {}, { as: token })).data.viewer.locale).toBe('zh-CN');
    expect((await server.execute('{ viewer { locale } }', {}, { as: wei })).data.viewer.locale).toBe('en');
  });

  test('enters their own workspace and no other', async () => {
    const token = await tokenOf();
    const enter = (id: string) =>
      server.execute(
        'mutation ($id: ID!) { enterWorkspace(input: { workspaceId: $id }) { workspace { id } } }',
        { id },
        { as: token },
      );
    const own = (await server.execute('{ viewer { workspace { id } } }', {}, { as: token })).data.viewer.workspace.id;
    const stranger = await (await server.workspace('Other')).person({ name: 'Zhu' });
    const other = (await server.execute('{ viewer { workspace { id } } }', {}, { as: stranger })).data.viewer.workspace
      .id;
    expect((await enter(own)).data.enterWorkspace.workspace.id).toBe(own);
    for (const id of [other, 'nonsense', '']) expect(codeOf(await enter(id))).toBe('NOT_FOUND');
  });
});
