import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { globalId } from '../../access/graphql/global-id.js';
import { makeWorkspace, type TestPerson, type TestWorkspace } from '../../testing/fixture.js';
import { operation } from '../../testing/operation.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

const GRANT = operation(`
  mutation GrantRoleInTest($input: RoleInput!) {
    grantRole(input: $input) {
      person { roles grants { role source grantedAt department { name } grantedBy { name } } history(first: 5) { edges { node { action detail } } } }
      userErrors { code path message }
    }
  }
`);
const REVOKE = operation(`
  mutation RevokeRoleInTest($input: RoleInput!) {
    revokeRole(input: $input) { person { roles } userErrors { code path message } }
  }
`);

let server: TestServer;
let workspace: TestWorkspace;
let admin: TestPerson;
let ann: TestPerson;
let sales: string;
const person = ({ id }: TestPerson) => globalId('Person', id);

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  workspace = await makeWorkspace(server.sql);
  sales = await workspace.department('Sales');
  admin = await workspace.person({ name: 'Admin', roles: ['ADMIN'] });
  ann = await workspace.person({ name: 'Ann', department: sales });
});

type Input = {
  personId: string;
  role: 'ADMIN' | 'HR' | 'TEAM_LEAD' | 'SERVICE' | 'DESIGNER';
  departmentId?: string | null;
};
const grant = (input: Input, as = admin) => server.ask(GRANT, { input }, { as }).then((answer) => answer.grantRole);
const revoke = (input: Input, as = admin) => server.ask(REVOKE, { input }, { as }).then((answer) => answer.revokeRole);

describe('roles', () => {
  test('are given, for HR with a department, and say who gave them', async () => {
    const given = await grant({ personId: person(ann), role: 'HR', departmentId: globalId('Department', sales) });
    expect(given.userErrors).toEqual([]);
    expect(given.person).toMatchObject({
      roles: ['HR'],
      grants: [{ role: 'HR', source: 'HAND', department: { name: 'Sales' }, grantedBy: { name: 'Admin' } }],
      history: { edges: [{ node: { action: 'grantRole', detail: { role: 'HR', departmentId: sales } } }] },
    });
    // Once more changes nothing and leaves no second line.
    expect(
      (await grant({ personId: person(ann), role: 'HR', departmentId: globalId('Department', sales) })).person?.history
        ?.edges,
    ).toHaveLength(1);
  });

  test.each([
    ['a department with another role than HR', { role: 'DESIGNER', departmentId: 'sales' }, ['departmentId']],
    ['the role of programs', { role: 'SERVICE' }, ['role']],
  ] as const)('are refused with %s', async (_what, { role, ...more }, path) => {
    const departmentId = 'departmentId' in more ? { departmentId: globalId('Department', sales) } : {};
    expect(await grant({ personId: person(ann), role, ...departmentId })).toMatchObject({
      person: null,
      userErrors: [{ code: 'INVALID', path }],
    });
  });

  test('are not given to somebody who has left', async () => {
    const gone = await workspace.person({ name: 'Gone', active: false });
    expect(await grant({ personId: person(gone), role: 'HR' })).toMatchObject({
      userErrors: [{ code: 'INVALID', path: ['personId'] }],
    });
  });

  test('the last administrator stays, however it is tried', async () => {
    const gone = await workspace.person({ name: 'Gone', active: false, roles: ['ADMIN'] });
    expect(gone.name).toBe('Gone');
    expect(await revoke({ personId: person(admin), role: 'ADMIN' })).toMatchObject({
      person: null,
      userErrors: [{ code: 'LAST_ADMIN' }],
    });
    await grant({ personId: person(ann), role: 'ADMIN' });
    // Two who take each other's role at once: one stays.
    const answers = await Promise.all([
      server.send(REVOKE, { input: { personId: person(ann), role: 'ADMIN' } }, { as: admin }),
      server.send(REVOKE, { input: { personId: person(admin), role: 'ADMIN' } }, { as: ann }),
    ]);
    expect(answers.some(({ data }) => data?.revokeRole.userErrors.length === 0)).toBe(true);
    expect(
      await server.sql.row(
        `select count(*)::int as n from role_grant g join person p on p.id = g.person_id where g.workspace_id = $1 and g.role = 'ADMIN' and p.active`,
        [workspace.id],
      ),
    ).toEqual({ n: 1 });
  });

  test('that a directory gives are taken there alone', async () => {
    await server.sql.rows(
      `insert into role_grant (workspace_id, person_id, role, source) values ($1, $2, 'DESIGNER', 'SCIM')`,
      [workspace.id, ann.id],
    );
    expect(await revoke({ personId: person(ann), role: 'DESIGNER' })).toMatchObject({
      userErrors: [{ code: 'OWNED_ELSEWHERE', message: expect.stringContaining('SCIM') }],
    });
    // By hand as well: then only that one goes.
    await grant({ personId: person(ann), role: 'DESIGNER' });
    expect((await revoke({ personId: person(ann), role: 'DESIGNER' })).person?.roles).toEqual(['DESIGNER']);
  });

  test('are for administrators to give and take', async () => {
    const hr = await workspace.person({ name: 'Hr', roles: ['HR'] });
    const lead = await workspace.person({ name: 'Lead', roles: ['TEAM_LEAD'] });
    const refused = { errors: [{ extensions: { code: 'FORBIDDEN' } }] };
    for (const as of [hr, lead]) {
      const input = { personId: person(as), role: 'ADMIN' } as const;
      expect(await server.send(GRANT, { input }, { as })).toMatchObject(refused);
      expect(await server.send(REVOKE, { input }, { as })).toMatchObject(refused);
    }
  });
});
