import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globalId } from '../../access/graphql/global-id.js';
import { makeWorkspace, type TestPerson, type TestWorkspace } from '../../testing/fixture.js';
import { operation } from '../../testing/operation.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

const SAVE = operation(`
  mutation SaveJobRoleInTest($input: JobRoleInput!) {
    saveJobRole(input: $input) { jobRole { id key title duties titles dutiesByLanguage people } userErrors { code path } }
  }
`);
const LIST = operation(`
  query JobRolesInTest($person: ID!) { jobRoles { key title duties people } person(id: $person) { jobRole job { key title } } }
`);

let server: TestServer;
let workspace: TestWorkspace;
let hr: TestPerson;
let ann: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  workspace = await makeWorkspace(server.sql);
  hr = await workspace.person({ name: 'Hr', roles: ['HR'] });
  const sales = await workspace.department('Sales');
  ann = await workspace.person({ name: 'Ann', jobRole: 'clerk', department: sales });
  await workspace.person({ name: 'Bob', jobRole: 'clerk' });
  await workspace.person({ name: 'Gone', jobRole: 'clerk', active: false });
});
afterAll(() => server?.stop());

const save = (input: { key: string; titles: unknown; duties?: unknown }, as = hr) =>
  server.ask(SAVE, { input }, { as }).then((answer) => answer.saveJobRole);

describe('job roles', () => {
  test('have a title and duties in both languages, and are told in the reader’s', async () => {
    expect(
      await save({
        key: 'clerk',
        titles: { 'zh-CN': 'Dianyuan', en: 'Clerk', fr: 'Commis' },
        duties: { en: 'Serves.' },
      }),
    ).toMatchObject({
      jobRole: {
        key: 'clerk',
        title: 'Clerk',
        duties: 'Serves.',
        titles: { 'zh-CN': 'Dianyuan', en: 'Clerk' },
        people: 2,
      },
      userErrors: [],
    });
    const variables = { person: globalId('Person', ann.id) };
    const inChinese = await server.ask(LIST, variables, { as: ann, language: 'zh-CN' });
    expect(inChinese).toMatchObject({
      jobRoles: [{ key: 'clerk', title: 'Dianyuan', duties: 'Serves.', people: 1 }],
      person: { jobRole: 'clerk', job: { title: 'Dianyuan' } },
    });
  });

  test('get a key from their title where none is given; the key of one that is there never changes', async () => {
    expect((await save({ key: '', titles: { en: 'Store manager' } })).jobRole).toMatchObject({ key: 'store-manager' });
    expect((await save({ key: '', titles: { en: 'Store Manager' } })).jobRole).toMatchObject({
      key: 'store-manager-2',
    });
    expect((await save({ key: 'store-manager', titles: { en: 'Manager' } })).jobRole).toMatchObject({
      key: 'store-manager',
      title: 'Manager',
      duties: null,
    });
  });

  test.each([
    ['no title', { key: 'a', titles: {} }, ['titles']],
    ['a title of space', { key: 'a', titles: { en: '  ' } }, ['titles']],
    ['a title in another language alone', { key: 'a', titles: { fr: 'Commis' } }, ['titles']],
    ['titles that are a list', { key: 'a', titles: ['Clerk'] }, ['titles']],
    ['a long title', { key: 'a', titles: { en: 'x'.repeat(201) } }, ['titles']],
    ['duties that are a number', { key: 'a', titles: { en: 'A' }, duties: 3 }, ['duties']],
    ['a key with a space', { key: 'a b', titles: { en: 'A' } }, ['key']],
  ])('are refused with %s', async (_what, input, path) => {
    expect(await save(input)).toMatchObject({ jobRole: null, userErrors: [{ code: 'INVALID', path }] });
  });
});
