import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestPerson } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let hr: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  const workspace = await server.workspace();
  hr = await workspace.person({ name: 'Hana', roles: ['HR'] });
});
afterAll(() => server?.stop());

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');
const nested = (depth: number, field: string, leaf: string): string =>
  depth === 0 ? leaf : `${field} { ${nested(depth - 1, field, leaf)} }`;
const inPeople = (selection: string) => `{ people(first: 100) { edges { node { ${selection} } } } }`;

/** Documents that are over a limit: refused before a resolver runs. */
const refused: Record<string, string> = {
  'eleven levels': inPeople(nested(8, 'manager', 'name')),
  'levels hidden in fragments': `${inPeople('...A')} ${times(8, (i) => `fragment ${String.fromCharCode(65 + i)} on Person { manager { ...${String.fromCharCode(66 + i)} } }`)} fragment I on Person { name }`,
  'a thousand aliases': `{ ${times(1000, (i) => `a${i}: departments { name }`)} }`,
  'thirty-one aliases below': inPeople(times(31, (i) => `a${i}: name`)),
  'eleven fields at the root': `{ ${times(11, (i) => `a${i}: departments { name }`)} }`,
  'root fields by fragments': `{ ...A ...A ...A ...A } fragment A on Query { viewer { roles } departments { name } node(id: "x") { id } }`,
  'twenty-one directives': inPeople(`name ${times(21, () => '@include(if: true)')}`),
  'directives everywhere': `{ ${times(30, () => 'departments @skip(if: false) { name }')} }`,
  'two thousand tokens': inPeople(times(2000, () => 'name')),
  'a tree of aliases': inPeople(
    `${nested(6, 'manager', 'id')} a: ${nested(6, 'manager', 'id')} team { team { team { name } } }`,
  ),
  'teams of teams of teams': inPeople('team { team { team { name } } }'),
  'pages within pages':
    '{ departments { people(first: 100) { edges { node { department { people(first: 100) { edges { cursor } } } } } } } }',
  'doubling by fragments': `${inPeople('...A')} ${times(5, (i) => `fragment ${String.fromCharCode(65 + i)} on Person { a: manager { ...${String.fromCharCode(66 + i)} } b: manager { ...${String.fromCharCode(66 + i)} } }`)} fragment F on Person { name }`,
  'a fragment in a circle': '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  'a fragment in itself': '{ viewer { person { ...A } } } fragment A on Person { manager { ...A } }',
  'unknown fields': '{ nothing { here } }',
  'unknown arguments': '{ people(first: 1, sort: "name") { totalCount } }',
  'huge integers': '{ people(first: 99999999999999999999) { totalCount } }',
  'a number too large': '{ people(first: 1e400) { totalCount } }',
  'two operations without a name': '{ viewer { roles } } query B { viewer { roles } }',
  'variables that miss': 'query ($first: Int!) { people(first: $first) { totalCount } }',
  'a subscription by POST': 'subscription { nothing }',
  'an empty document': '   ',
  'only comments': times(1000, () => '# nothing\n'),
  'a broken string': '{ node(id: "',
  'control characters': '{ viewer { \u0000roles } }',
  'a byte order mark inside': '{ view\uFEFFer { roles } }',
  'quadratic inline fragments': `{ viewer { ${times(600, () => '... on Viewer { roles }')} } }`,
  'unions of everything': `{ node(id: "x") { ${times(400, (i) => `... on Person { a${i}: name }`)} } }`,
  'deep lists in variables': `query ($x: ${'['.repeat(500)}Int${']'.repeat(500)}) { viewer { roles } }`,
  'a deep value': `{ people(first: 1, filter: ${'{a:'.repeat(300)}1${'}'.repeat(300)}) { totalCount } }`,
};

/** Documents that look odd and are within the limits: they are answered. */
const bounded: Record<string, string> = {
  'spreads of one fragment many times': `{ viewer { person { ${times(150, () => '...A')} } } } fragment A on Person { name }`,
  'the same field again and again': `{ viewer { ${times(500, () => 'roles')} } }`,
  'comments to the brim': `${'#'.repeat(90_000)}\n{ viewer { roles } }`,
  'unicode in a string':
    '{ people(first: 1, filter: { search: "\\u202E\\uD83D\\uDE00 % _ \\\\ \' ;--" }) { totalCount } }',
  'an id that is none': `{ node(id: "${'A'.repeat(5000)}") { id } }`,
  'an id of another kind': `{ node(id: "${Buffer.from('Session:00000000-0000-0000-0000-000000000000').toString('base64url')}") { id } }`,
  'an id with a null byte': `{ node(id: "${Buffer.from('Person:\u0000').toString('base64url')}") { id } }`,
  'an id of the prototype': `{ node(id: "${Buffer.from('__proto__:00000000-0000-0000-0000-000000000000').toString('base64url')}") { id } }`,
};

describe('hostile documents', () => {
  test.each(Object.entries(refused))('%s: refused, and the server lives', async (_name, query) => {
    const answer = await server.execute(query, {}, { as: hr });
    expect(answer.status).toBeLessThan(500);
    expect(answer.data ?? null).toBeNull();
    expect(['BAD_USER_INPUT', 'QUERY_TOO_COSTLY']).toContain(answer.errors?.[0]?.extensions.code);
  });

  test.each(Object.entries(bounded))('%s: answered', async (_name, query) => {
    const answer = await server.execute(query, {}, { as: hr });
    expect([answer.status, answer.errors]).toEqual([200, undefined]);
  });

  test('a megabyte of comments never reaches the parser', async () => {
    const learner = await (await server.workspace()).person({ name: 'Li' });
    expect((await server.execute(`${'# x\n'.repeat(300_000)}{ viewer { roles } }`, {}, { as: learner })).status).toBe(
      413,
    );
  });

  test('a __proto__ among the variables changes nothing', async () => {
    const answer = await fetch(server.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-app-csrf': '1',
        authorization: `Bearer ${await server.token(hr)}`,
      },
      body: '{"query":"query ($f: PersonFilter) { people(first: 1, filter: $f) { totalCount } }","variables":{"f":{"__proto__":{"polluted":true}},"__proto__":{"polluted":true}}}',
    });
    expect(answer.status).toBeLessThan(500);
    expect('polluted' in {}).toBe(false);
  });

  test('nothing of all this was a fault', () => {
    expect(server.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});

describe('the bucket', () => {
  test('empties by asking and fills by waiting', async () => {
    const slow = await startTestServer({ limits: { signedIn: { burst: 6, perSecond: 1 } } });
    const workspace = await slow.workspace();
    const [lin, wei] = [await workspace.person({ name: 'Lin' }), await workspace.person({ name: 'Wei' })];
    const ask = async (as: TestPerson) =>
      (await slow.execute('{ viewer { workspace { name } } }', {}, { as })).errors?.[0]?.extensions.code;
    expect(await ask(lin)).toBeUndefined();
    expect(await ask(lin)).toBeUndefined();
    expect(await ask(lin)).toBe('RATE_LIMITED');
    expect(await ask(wei)).toBeUndefined();
    slow.clock.advance(3000);
    expect(await ask(lin)).toBeUndefined();
    await slow.stop();
  });
});
