import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { globalId, uuidOf } from '../../access/graphql/global-id.js';
import { makeWorkspace, type TestPerson, type TestWorkspace } from '../../testing/fixture.js';
import { operation } from '../../testing/operation.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

const LIST = operation(`
  query DepartmentsInTest { departments { id key name closed formerKeys parent { id } people(first: 10) { edges { node { name } } } } }
`);
const CREATE = operation(`
  mutation CreateDepartmentInTest($input: DepartmentInput!) {
    createDepartment(input: $input) { department { id key name closed parent { id } } userErrors { code path message } }
  }
`);
const UPDATE = operation(`
  mutation UpdateDepartmentInTest($input: UpdateDepartmentInput!) {
    updateDepartment(input: $input) { department { id key name closed parent { id } } userErrors { code path message } }
  }
`);
const MERGE = operation(`
  mutation MergeDepartmentInTest($input: MergeDepartmentInput!) {
    mergeDepartment(input: $input) { department { id name } userErrors { code path message } }
  }
`);

let server: TestServer;
let workspace: TestWorkspace;
let hr: TestPerson;
let hrOfRetail: TestPerson;
let ids: Record<'retail' | 'east' | 'shop' | 'sales', string>;
const id = (uuid: string) => globalId('Department', uuid);

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  workspace = await makeWorkspace(server.sql);
  const retail = await workspace.department('Retail');
  const east = await workspace.department('East', retail);
  ids = { retail, east, shop: await workspace.department('Shop', east), sales: await workspace.department('Sales') };
  hr = await workspace.person({ name: 'Hr', roles: ['HR'] });
  hrOfRetail = await workspace.person({ name: 'Ret', roles: [{ HR: retail }], department: ids.sales });
  await workspace.person({ name: 'Ann', department: ids.shop });
});

const update = (input: { departmentId: string; name?: string; parentId?: string | null; closed?: boolean }) =>
  server.ask(UPDATE, { input }, { as: hr }).then((answer) => answer.updateDepartment);
const tree = async () =>
  Object.fromEntries(
    (await server.ask(LIST, {}, { as: hr })).departments.map(({ name, closed, parent, people }) => [
      name,
      { closed, parent: parent?.id ?? null, people: people.edges.map(({ node }) => node.name) },
    ]),
  );

describe('departments', () => {
  test('are made where they belong, under a key that nobody had to make up', async () => {
    const make = async (name: string, parent?: string) =>
      (await server.ask(CREATE, { input: { name, parentId: parent ? id(parent) : null } }, { as: hr }))
        .createDepartment;
    expect(await make('华东零售区', ids.retail)).toMatchObject({
      department: { key: 'hua-dong-ling-shou-qu', name: '华东零售区', closed: false, parent: { id: id(ids.retail) } },
      userErrors: [],
    });
    expect((await make('Élan & Co.')).department).toMatchObject({ key: 'elan-co', parent: null });
    expect((await make('Elan Co')).department?.key).toBe('elan-co-2');
    expect(await make('  ')).toMatchObject({ department: null, userErrors: [{ code: 'INVALID', path: ['name'] }] });
    expect(await make(' East ', ids.retail)).toMatchObject({
      department: null,
      userErrors: [{ code: 'TAKEN', path: ['name'] }],
    });
  });

  test('are renamed and moved with everything below, and are never part of themselves', async () => {
    expect(await update({ departmentId: id(ids.east), name: 'Far East', parentId: id(ids.sales) })).toMatchObject({
      department: { name: 'Far East', parent: { id: id(ids.sales) } },
      userErrors: [],
    });
    for (const parentId of [id(ids.east), id(ids.shop)])
      expect(await update({ departmentId: id(ids.east), parentId })).toMatchObject({
        department: null,
        userErrors: [{ code: 'CYCLE', path: ['parentId'] }],
      });
    expect((await update({ departmentId: id(ids.east), parentId: null })).department?.parent).toBeNull();
    expect((await update({ departmentId: id(ids.sales) })).userErrors).toEqual([]);
  });

  test('are closed when they are empty; then nobody and nothing comes into them until they are opened', async () => {
    expect(await update({ departmentId: id(ids.shop), closed: true })).toMatchObject({
      userErrors: [{ code: 'INVALID', path: ['closed'], message: expect.stringContaining('one person') }],
    });
    expect(await update({ departmentId: id(ids.retail), closed: true })).toMatchObject({
      userErrors: [{ code: 'INVALID' }],
    });
    await server.sql.rows('update person set department_id = null where department_id = $1', [ids.shop]);
    expect((await update({ departmentId: id(ids.shop), closed: true })).department).toMatchObject({ closed: true });
    expect(await update({ departmentId: id(ids.sales), parentId: id(ids.shop) })).toMatchObject({
      userErrors: [{ code: 'INVALID', path: ['parentId'] }],
    });
    expect((await update({ departmentId: id(ids.shop), closed: false })).department).toMatchObject({ closed: false });
  });

  test('become one: people, departments below, HR and older keys go along, and the key stays', async () => {
    const before = await workspace.department('Older');
    const merge = (from: string, into: string) =>
      server
        .ask(MERGE, { input: { fromId: id(from), intoId: id(into) } }, { as: hr })
        .then((answer) => answer.mergeDepartment);
    expect((await merge(before, ids.retail)).userErrors).toEqual([]);
    await server.sql.rows(`update person set department_id = $2 where name = 'Ann' and workspace_id = $1`, [
      workspace.id,
      ids.retail,
    ]);
    expect(await merge(ids.retail, ids.sales)).toMatchObject({ department: { name: 'Sales' }, userErrors: [] });
    expect(await tree()).toEqual({
      Sales: { closed: false, parent: null, people: ['Ann', 'Ret'] },
      East: { closed: false, parent: id(ids.sales), people: [] },
      Shop: { closed: false, parent: id(ids.east), people: [] },
    });
    expect(
      await server.sql.rows(
        `select d.name, count(*)::int as n from department_alias a join department d on d.id = a.department_id where a.workspace_id = $1 group by 1`,
        [workspace.id],
      ),
    ).toEqual([{ name: 'Sales', n: 2 }]);
    expect(
      await server.sql.rows('select department_id as id from role_grant where person_id = $1', [hrOfRetail.id]),
    ).toEqual([{ id: ids.sales }]);
    const { departments } = await server.ask(LIST, {}, { as: hr });
    expect(departments.map(({ name, formerKeys }) => [name, formerKeys.length])).toEqual([
      ['East', 0],
      ['Sales', 2],
      ['Shop', 0],
    ]);
    // What is part of another one now can be neither changed nor chosen.
    expect(await server.send(UPDATE, { input: { departmentId: id(ids.retail), name: 'X' } }, { as: hr })).toMatchObject(
      {
        errors: [{ extensions: { code: 'NOT_FOUND' } }],
      },
    );
    expect(await merge(ids.sales, ids.shop)).toMatchObject({ userErrors: [{ code: 'CYCLE', path: ['intoId'] }] });
    expect(await merge(ids.sales, ids.sales)).toMatchObject({ userErrors: [{ code: 'CYCLE' }] });
  });

  test('of two who hang each below the other at once, one is refused', async () => {
    const answers = await Promise.all([
      update({ departmentId: id(ids.retail), parentId: id(ids.sales) }),
      update({ departmentId: id(ids.sales), parentId: id(ids.retail) }),
    ]);
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['CYCLE']);
  });

  test('are changed by who reaches everybody, and it is written down', async () => {
    const answer = await server.send(
      UPDATE,
      { input: { departmentId: id(ids.east), name: 'Mine' } },
      { as: hrOfRetail },
    );
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    await update({ departmentId: id(ids.east), name: 'Orient' });
    expect(
      await server.sql.rows(
        `select outcome, actor_id as by, detail from audit_entry where workspace_id = $1 and subject like 'Department:' || $2 order by at, outcome desc`,
        [workspace.id, ids.east],
      ),
    ).toEqual(
      expect.arrayContaining([
        { outcome: 'REFUSED', by: hrOfRetail.id, detail: null },
        { outcome: 'OK', by: hr.id, detail: { name: { from: 'East', to: 'Orient' } } },
      ]),
    );
  });

  test('that are made are there for who asks for them by id', async () => {
    const { createDepartment } = await server.ask(CREATE, { input: { name: 'New' } }, { as: hr });
    const made = uuidOf('Department', createDepartment.department?.id ?? '');
    expect(await server.sql.rows('select name from department where id = $1', [made])).toEqual([{ name: 'New' }]);
  });
});
