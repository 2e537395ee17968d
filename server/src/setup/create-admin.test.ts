import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { theWorkspace } from '../people/live-workspace.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { createAdmin } from './create-admin.js';
import { createWorkspace } from './create-workspace.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

const make = (workspaceName: string, email: string, name = 'Ada') =>
  createAdmin(server.database, { workspaceName, name, email, password: 'correct horse', now: server.clock.real() });
const rolesOf = async (email: string) => {
  const rows = await server.sql.rows<{ workspace: string; role: string }>(
    `select p.workspace_id as workspace, g.role from account a join person p on p.id = a.person_id
     join role_grant g on g.person_id = p.id where a.email = $1 order by g.role`,
    [email],
  );
  return { workspaces: [...new Set(rows.map(({ workspace }) => workspace))], roles: rows.map(({ role }) => role) };
};
const workspaces = () => server.sql.rows<{ id: string }>(`select id from workspace where kind = 'LIVE'`);

describe('an administrator', () => {
  test('begins a workspace, and the next one of its name joins it, however it is written', async () => {
    const first = await make('测试公司', 'one@test.example');
    expect(first.isNew).toBe(true);
    const second = await make(' 测试公司 ', 'two@test.example');
    expect(second).toEqual({ workspace: first.workspace, isNew: false });
    const third = await make(first.workspace.id, 'three@test.example');
    expect(third).toEqual(second);
    for (const email of ['one@test.example', 'two@test.example', 'three@test.example'])
      expect(await rolesOf(email)).toEqual({
        workspaces: [first.workspace.id],
        roles: ['ADMIN', 'DESIGNER', 'HR'],
      });
    expect(await workspaces()).toHaveLength(1);
    expect((await theWorkspace(server.database, undefined)).id).toBe(first.workspace.id);
  });

  test('who is on record already becomes one, and not a second person', async () => {
    const { workspace } = await make('测试公司', 'four@test.example');
    const [known] = await server.sql.rows<{ id: string }>(
      `insert into person (workspace_id, name, email) values ($1, 'Li Min', 'Li.Min@test.example') returning id`,
      [workspace.id],
    );
    await make('测试公司', 'li.min@test.example', 'Li Min');
    expect(await server.sql.rows(`select id from person where lower(email) = 'li.min@test.example'`)).toEqual([known]);
    expect((await rolesOf('li.min@test.example')).roles).toEqual(['ADMIN', 'DESIGNER', 'HR']);
  });

  test('of two made at once under a new name one makes the workspace, and there are never two', async () => {
    const before = (await workspaces()).length;
    const made = await Promise.allSettled([make('Twice', 'x@test.example'), make('Twice', 'y@test.example')]);
    expect(made.map(({ status }) => status)).toContain('fulfilled');
    expect(await workspaces()).toHaveLength(before + 1);
  });

  test.each([['an id of no workspace', '00000000-0000-4000-8000-000000000000', 'There is no workspace with the id']])(
    '%s is told in a sentence',
    async (_what, name, sentence) => {
      await expect(make(name, 'nobody@test.example')).rejects.toThrow(sentence);
    },
  );

  test('a workspace is found by its id, and by its name however it is written', async () => {
    await make('Double ＡＧ', 'd1@test.example');
    const [first] = await server.sql.rows<{ id: string }>(`select id from workspace where name = 'Double ＡＧ'`);
    for (const named of [first?.id, 'double ag', 'DOUBLE  A.G.'])
      expect((await theWorkspace(server.database, named)).id).toBe(first?.id);
    expect((await make(first?.id ?? '', 'd@test.example')).workspace.id).toBe(first?.id);
    await expect(
      server.database.work((tx) => createWorkspace(tx, { name: 'doubleAG', now: server.clock.real() })),
    ).rejects.toThrow('There is a workspace called “Double ＡＧ” already');
    await expect(server.sql.rows(`insert into workspace (name) values ('DOUBLE AG')`)).rejects.toThrow(
      'workspace_live_name',
    );
  });
});
