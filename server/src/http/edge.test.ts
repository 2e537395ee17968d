import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestPerson } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let designer: TestPerson;
let learner: TestPerson;

beforeAll(async () => {
  server = await startTestServer({ environment: { PLANWRIGHT_MODE: 'production' } });
  const workspace = await server.workspace();
  designer = await workspace.person({ name: 'Dao', roles: ['DESIGNER'] });
  learner = await workspace.person({ name: 'Lin', roles: ['LEARNER'] });
});
afterAll(() => server?.stop());

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-app-csrf': '1', ...headers },
    body,
  });
const search = (length: number) => ({ search: 'x'.repeat(length) });
const PEOPLE = 'query ($search: String) { people(first: 1, filter: { search: $search }) { totalCount } }';

describe('what reaches GraphQL at all', () => {
  test('health and readiness answer', async () => {
    const base = server.url.replace('/graphql', '');
    expect(await (await fetch(`${base}/healthz`)).json()).toEqual({ alive: true });
    expect(await (await fetch(`${base}/readyz`)).json()).toEqual({ ready: true });
    expect((await fetch(`${base}/elsewhere`)).status).toBe(404);
  });

  test.each(['GET', 'PUT', 'DELETE'])('%s is answered with 405', async (method) => {
    const answer = await fetch(`${server.url}?query={viewer{roles}}`, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('pages of the studio may call, with credentials', async () => {
    const answer = await fetch(server.url, { method: 'OPTIONS', headers: { origin: 'http://127.0.0.1:3000' } });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:3000');
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
  });

  test.each(['http://evil.example', 'null', 'http://127.0.0.1:3001'])(
    'a page of %s is refused before anything runs',
    async (origin) => {
      const answer = await post('{"query":"mutation { signOut { userErrors { code } } }"}', { origin });
      expect(answer.status).toBe(403);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test('a form of another site, which cannot set headers, is refused', async () => {
    const answer = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"mutation { signOut { userErrors { code } } }"}',
    });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(await answer.json())).toContain('BAD_USER_INPUT');
  });

  test('a body that is no JSON gets one sentence', async () => {
    const answer = await post('{"query"', { 'accept-language': 'zh-CN' });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { errors: [{ message: '请求不是有效的 JSON。', extensions: { code: 'BAD_USER_INPUT' } }] },
    ]);
  });

  test.each([
    [
      'a variable',
      '{"query":"query ($s: String) { people(first: 1, filter: { search: $s }) { totalCount } }","variables":{"s":"\\u0000"}}',
    ],
    ['the document', '{"query":"{ people(first: 1, filter: { search: \\"\\\\u0000\\" }) { totalCount } }"}'],
  ])('a null character in %s, which no column can hold, is bad input', async (_where, body) => {
    const answer = await post(body, { authorization: `Bearer ${await server.token(learner)}` });
    expect([answer.status, JSON.stringify(await answer.json())]).toEqual([
      400,
      expect.stringContaining('BAD_USER_INPUT'),
    ]);
  });

  test.each([
    [
      'variables',
      '{"query":"query ($s: String) { people(first: 1, filter: { search: $s }) { totalCount } }","variables":{"s":"cut \\ud83d"}}',
    ],
    ['names of variables', '{"query":"{ viewer { roles } }","variables":{"\\udc00":1}}'],
  ])('half a character in %s, as a text cut in the middle of an emoji has, is bad input', async (_where, body) => {
    const answer = await post(body, { authorization: `Bearer ${await server.token(learner)}` });
    expect([answer.status, JSON.stringify(await answer.json())]).toEqual([
      400,
      expect.stringContaining('BAD_USER_INPUT'),
    ]);
  });

  test('several operations in one body are refused', async () => {
    const answer = await post('[{"query":"{viewer{roles}}"},{"query":"{viewer{roles}}"}]');
    expect(answer.status).toBe(400);
  });

  test('100 kB is the most for somebody who edits no plans', async () => {
    expect((await server.execute(PEOPLE, search(90_000), { as: learner })).status).toBe(200);
    expect((await server.execute(PEOPLE, search(110_000), { as: learner })).status).toBe(413);
    expect((await server.execute(PEOPLE, search(110_000))).status).toBe(413);
  });

  test('2 MB is the most for somebody who does', async () => {
    expect((await server.execute(PEOPLE, search(2_000_000), { as: designer })).status).toBe(200);
    const tooLarge = await server.execute(PEOPLE, search(5_000_000), { as: designer });
    expect([tooLarge.status, tooLarge.errors?.[0]?.extensions.code]).toEqual([413, 'BAD_USER_INPUT']);
  });

  test('where browsers come by https, they are to come no other way', async () => {
    const secure = await startTestServer({ environment: { PLANWRIGHT_PUBLIC_URL: 'https://api.example' } });
    const { headers } = await secure.execute('{ viewer { roles } }');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    await secure.stop();
  });

  test.each([
    [
      'a subscription by POST',
      { query: 'subscription { boardChanged(cohortId: "x") { __typename } }' },
      'BAD_USER_INPUT',
      'over a WebSocket',
    ],
    [
      'the hash of a query',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
      'PERSISTED_QUERY_NOT_SUPPORTED',
      'PersistedQueryNotSupported',
    ],
    ['too many tokens', { query: `{ ${'viewer { roles } '.repeat(600)} }` }, 'QUERY_TOO_COSTLY', ''],
    ['words of the parser in a document', { query: '{ "Document contains more than" }' }, 'BAD_USER_INPUT', ''],
  ])('%s is answered with its own code and is no fault', async (_what, body, code, words) => {
    const before = server.log.length;
    const answer = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-app-csrf': '1', 'accept-language': 'en' },
      body: JSON.stringify(body),
    });
    const [error] = ((await answer.json()) as { errors: { message: string; extensions: { code: string } }[] }).errors;
    expect(error?.extensions.code).toBe(code);
    expect(error?.message).toContain(words);
    expect(server.log.slice(before).filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });

  test('the answer carries the headers that keep browsers careful', async () => {
    const { headers } = await server.execute('{ viewer { roles } }');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('permissions-policy')).toContain('camera=()');
    // Over plain http there is nothing to be strict about.
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('a visitor who is not signed in', () => {
  test('is told so, and nothing else', async () => {
    const { data } = await server.execute(
      '{ viewer { roles locale demo person { name } workspace { name } sessionExpiresAt } }',
    );
    expect(data.viewer).toEqual({
      roles: [],
      locale: 'en',
      demo: false,
      person: null,
      workspace: null,
      sessionExpiresAt: null,
    });
  });

  test.each([
    '{ people(first: 1) { totalCount } }',
    '{ departments { name } }',
    '{ node(id: "x") { id } }',
    '{ __schema { types { name } } }',
    '{ ...F } fragment F on Query { departments { name } }',
  ])('cannot ask %s', async (query) => {
    const answer = await server.execute(query);
    expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  test('is not given names of fields as suggestions', async () => {
    const answer = await server.execute('{ viewr { roles } }');
    expect(answer.errors?.[0]?.message).not.toContain('Did you mean');
  });

  test('a token that opens no session is UNAUTHENTICATED everywhere, for signing in too it is ignored', async () => {
    const as = 'x'.repeat(43);
    expect((await server.execute('{ viewer { roles } }', {}, { as })).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
    const { data } = await server.execute(
      'mutation { signIn(input: { email: "a@b.c", password: "x" }) { userErrors { code } } }',
      {},
      { as },
    );
    expect(data.signIn.userErrors).toEqual([{ code: 'WRONG_CREDENTIALS' }]);
  });
});

describe('faults', () => {
  test.each([
    ['in a resolver', 'audit_entry', '{ auditLog(first: 1) { totalCount } }'],
    ['before GraphQL begins', 'department', '{ departments { name } }'],
  ])('%s are masked for the caller and told to the log, under one id', async (_where, table, query) => {
    const admin = await (await server.workspace()).person({ name: 'An', roles: ['ADMIN'] });
    await server.token(admin);
    await server.sql.rows(`alter table ${table} rename to gone`);
    const answer = await server.execute(query, {}, { as: admin, language: 'zh-CN' });
    await server.sql.rows(`alter table gone rename to ${table}`);
    const [error] = answer.errors ?? [];
    expect(error).toMatchObject({ message: '服务出错，未作任何更改，稍后再试。', extensions: { code: 'INTERNAL' } });
    expect(Object.keys(error?.extensions ?? {})).toEqual(['code', 'requestId']);
    const line = server.log.find(({ requestId }) => requestId === error?.extensions.requestId);
    expect(JSON.stringify(line)).toContain(table);
  });

  test('the database away makes it not ready, and alive', async () => {
    const away = await startTestServer();
    await away.database.close();
    const base = away.url.replace('/graphql', '');
    expect((await fetch(`${base}/readyz`)).status).toBe(503);
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
    await away.stop();
  });
});

describe('lists', () => {
  test.each([0, -1, 101, 1_000])('first: %s is bad input', async (first) => {
    const answer = await server.execute(
      'query ($first: Int!) { people(first: $first) { edges { cursor } } }',
      { first },
      { as: learner },
    );
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', path: ['first'] });
  });

  test.each(['', 'nonsense', 'W10', 'WzFd', Buffer.from('["a","b","c"]').toString('base64url')])(
    'the cursor "%s" is bad input or the beginning',
    async (after) => {
      const answer = await server.execute(
        'query ($after: String) { people(first: 5, after: $after) { edges { cursor } } }',
        { after },
        { as: learner },
      );
      expect(answer.errors?.[0]?.extensions.code ?? 'the beginning').toBe(
        after === '' ? 'the beginning' : 'BAD_USER_INPUT',
      );
    },
  );
});
