import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { oracleSees } from '../testing/policy-oracle.js';
import { makePolicyWorld, type PolicyWorld } from '../testing/policy-world.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { globalId, uuidOf } from './graphql/global-id.js';

let server: TestServer;
let world: PolicyWorld;
let foreign: PolicyWorld;

beforeAll(async () => {
  server = await startTestServer();
  world = await makePolicyWorld(server.sql, 'Home');
  foreign = await makePolicyWorld(server.sql, 'Abroad');
});
afterAll(() => server?.stop());

const READERS = [
  'admin',
  'hr',
  'hrOfSales',
  'hrOfMarketing',
  'designer',
  'lead',
  'managerWithoutRole',
  'mentor',
  'partner',
  'nobody',
  'eastOne',
  'market',
];
const reader = (key: string) => {
  const person = world.people[key];
  if (!person) throw new Error(key);
  return person;
};
const ask = (key: string, query: string, variables: Record<string, unknown> = {}) =>
  server.execute(query, variables, { as: reader(key) });
const visibleTo = (key: string) =>
  world.rows
    .filter((row) => row.table === 'person' && oracleSees(world, key, row))
    .map(({ person }) => person)
    .filter((person) => person !== undefined);

const LIST = `query ($after: String, $filter: PersonFilter) {
  people(first: 4, after: $after, filter: $filter) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { node { id name email } } }
}`;

async function allPages(
  key: string,
  filter?: Record<string, unknown>,
): Promise<{ ids: string[]; names: string[]; total: number }> {
  const ids: string[] = [];
  const names: string[] = [];
  let after: string | null = null;
  for (;;) {
    const { data } = await ask(key, LIST, { after, filter });
    for (const { node } of data.people.edges) {
      ids.push(uuidOf('Person', node.id) ?? '');
      names.push(node.name);
    }
    if (!data.people.pageInfo.hasNextPage) return { ids, names, total: data.people.totalCount };
    after = String(data.people.pageInfo.endCursor);
  }
}

describe('people over GraphQL', () => {
  test.each(READERS)('%s: list, count and node(id) agree with the oracle', async (key) => {
    const allowed = visibleTo(key).filter((person) => person !== world.people.gone);
    const { ids, names, total } = await allPages(key);
    expect([...ids].sort()).toEqual(allowed.map(({ id }) => id).sort());
    expect(total).toBe(allowed.length);
    expect(names).toEqual([...names].sort());
    for (const person of [...Object.values(world.people), ...Object.values(foreign.people)]) {
      const { data } = await ask(
        key,
        'query ($id: ID!) { node(id: $id) { __typename ... on Person { name email } } }',
        { id: globalId('Person', person.id) },
      );
      const visible = visibleTo(key).some(({ id }) => id === person.id);
      expect([person.name, data.node]).toEqual([
        person.name,
        visible ? { __typename: 'Person', name: person.name, email: person.email } : null,
      ]);
    }
  });

  test('filters narrow by name, department, job and role, and never widen', async () => {
    const names = async (key: string, filter: Record<string, unknown>) =>
      (await allPages(key, filter)).names.map((name) => name.replace('Home ', '')).sort();
    expect(await names('hr', { search: 'EAST' })).toEqual(['eastOne', 'eastTwo']);
    expect(await names('hr', { search: '%' })).toEqual([]);
    expect(await names('hr', { search: '_' })).toEqual([]);
    expect(await names('hr', { departmentId: globalId('Department', world.departments.east?.id ?? '') })).toEqual([
      'eastOne',
      'eastTwo',
      'lead',
    ]);
    expect(await names('hr', { departmentId: globalId('Person', world.people.hr?.id ?? '') })).toEqual([]);
    expect(await names('hr', { departmentId: 'nonsense' })).toEqual([]);
    expect(await names('hr', { role: 'MENTOR' })).toEqual(['mentor']);
    expect(await names('hr', { jobRole: 'none' })).toEqual([]);
    expect(await names('eastOne', { role: 'MENTOR' })).toEqual([]);
    expect(await names('nobody', { search: 'east' })).toEqual([]);
  });

  test('a search finds people by a part of their e-mail, and only those whose address the reader sees', async () => {
    const names = async (reader: string, filter: Record<string, unknown>) =>
      (await allPages(reader, filter)).names.map((name) => name.replace('Home ', ''));
    const email = world.people.eastOne?.email ?? '';
    expect(await names('hr', { search: email.toUpperCase() })).toEqual(['eastOne']);
    expect(await names('hrOfSales', { search: email.slice(0, 12) })).toEqual(['eastOne']);
    expect(await names('hrOfMarketing', { search: email })).toEqual([]);
    expect(await names('nobody', { search: email })).toEqual([]);
    const everybody = await allPages('hr', {});
    expect((await allPages('hr', { search: '@test.example' })).ids).toEqual(everybody.ids);
  });

  test('who is only mentioned has a name and nothing else', async () => {
    const { data } = await ask(
      'eastOne',
      `{ viewer { person { name email joinedOn manager { name email jobRole joinedOn active department { name } manager { name } team { name } mentees roles } } } }`,
    );
    expect(data.viewer.person).toEqual({
      name: 'Home eastOne',
      email: reader('eastOne').email,
      joinedOn: '2025-03-01',
      manager: {
        name: 'Home lead',
        email: null,
        jobRole: null,
        joinedOn: null,
        active: true,
        department: null,
        manager: null,
        team: null,
        mentees: 0,
        roles: null,
      },
    });
  });

  test('a team is known to its lead, to HR of its department and of all, and null to others', async () => {
    const team = async (key: string, of: string) => {
      const { data } = await ask(key, 'query ($id: ID!) { node(id: $id) { ... on Person { team { name } } } }', {
        id: globalId('Person', reader(of).id),
      });
      return data.node?.team?.map(({ name }: { name: string }) => name.replace('Home ', '')) ?? null;
    };
    expect(await team('lead', 'lead')).toEqual(['eastOne', 'eastTwo', 'salesOne']);
    expect(await team('hr', 'lead')).toEqual(['eastOne', 'eastTwo', 'salesOne']);
    expect(await team('hrOfSales', 'lead')).toEqual(['eastOne', 'eastTwo', 'salesOne']);
    expect(await team('hrOfMarketing', 'lead')).toBeNull();
    expect(await team('managerWithoutRole', 'managerWithoutRole')).toBeNull();
    expect(await team('mentor', 'eastOne')).toBeNull();
  });

  test('mentees are counted where they are visible', async () => {
    const { data } = await ask('hr', 'query ($id: ID!) { node(id: $id) { ... on Person { mentees roles } } }', {
      id: globalId('Person', reader('mentor').id),
    });
    expect(data.node).toEqual({ mentees: 3, roles: ['MENTOR'] });
  });

  test('a page of a hundred people with department and manager takes as few statements as one of twenty', async () => {
    const count = async (first: number) => {
      let statements = 0;
      const { database } = server;
      const read = database.read.bind(database);
      database.read = (scope, work) => {
        statements += 1;
        return read(scope, work);
      };
      await ask(
        'hr',
        'query ($n: Int!) { people(first: $n) { edges { node { department { name } manager { name } team { name } mentees roles } } } }',
        { n: first },
      );
      database.read = read;
      return statements;
    };
    await server.sql.rows(
      `insert into person (workspace_id, name, department_id, manager_id) select $1, 'Home x' || n, $2, $3 from generate_series(1, 80) n`,
      [world.workspace, world.departments.marketing?.id, reader('managerWithoutRole').id],
    );
    expect(await count(100)).toBe(await count(20));
  });
});

describe('departments', () => {
  test('form a tree whose people follow the same rules', async () => {
    const { data } = await ask(
      'lead',
      '{ departments { name parent { name } people(first: 10) { totalCount edges { node { name } } } } }',
    );
    expect(data.departments).toEqual([
      { name: 'Marketing', parent: null, people: { totalCount: 0, edges: [] } },
      { name: 'Sales', parent: null, people: { totalCount: 1, edges: [{ node: { name: 'Home salesOne' } }] } },
      {
        name: 'Sales East',
        parent: { name: 'Sales' },
        people: {
          totalCount: 3,
          edges: [
            { node: { name: 'Home eastOne' } },
            { node: { name: 'Home eastTwo' } },
            { node: { name: 'Home lead' } },
          ],
        },
      },
    ]);
  });

  test('of another workspace are not there', async () => {
    const id = globalId('Department', foreign.departments.sales?.id ?? '');
    expect((await ask('admin', 'query ($id: ID!) { node(id: $id) { id } }', { id })).data.node).toBeNull();
  });
});
