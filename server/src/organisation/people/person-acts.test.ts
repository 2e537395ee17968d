import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globalId, uuidOf } from '../../access/graphql/global-id.js';
import { makeWorkspace, type TestPerson, type TestWorkspace } from '../../testing/fixture.js';
import { operation } from '../../testing/operation.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

const CREATE = operation(`
  mutation CreatePersonInTest($input: CreatePersonInput!) {
    createPerson(input: $input) {
      person { id name email employeeNumber jobRole joinedOn locale timeZone department { id } manager { id } }
      userErrors { code path message }
    }
  }
`);
const UPDATE = operation(`
  mutation UpdatePersonInTest($input: UpdatePersonInput!) {
    updatePerson(input: $input) {
      person { id name email employeeNumber jobRole joinedOn mentorCapacity mentorExperienceYears department { id } manager { id } }
      userErrors { code path message }
    }
  }
`);

let server: TestServer;
let workspace: TestWorkspace;
let sales: string;
let east: string;
let marketing: string;
let people: Record<
  'admin' | 'hr' | 'hrOfSales' | 'designer' | 'ann' | 'bob' | 'cai' | 'mia' | 'gone' | 'hrToo',
  TestPerson
>;
const department = (uuid: string) => globalId('Department', uuid);
const person = ({ id }: TestPerson) => globalId('Person', id);

beforeAll(async () => {
  server = await startTestServer();
  workspace = await makeWorkspace(server.sql);
  sales = await workspace.department('Sales');
  east = await workspace.department('East', sales);
  marketing = await workspace.department('Marketing');
  const one = (name: string, more: object = {}) => workspace.person({ name, ...more });
  const ann = await one('Ann', { department: sales });
  const bob = await one('Bob', { department: sales, manager: ann });
  people = {
    admin: await one('Admin', { roles: ['ADMIN'], department: sales }),
    hr: await one('Hr', { roles: ['HR'] }),
    hrToo: await one('Hr too', { roles: ['HR'], department: sales }),
    hrOfSales: await one('Sal', { roles: [{ HR: sales }], department: marketing }),
    designer: await one('Dee', { roles: ['DESIGNER'], department: sales }),
    ann,
    bob,
    cai: await one('Cai', { department: east, manager: bob, roles: ['MENTOR', 'TEAM_LEAD'] }),
    mia: await one('Mia', { department: marketing }),
    gone: await one('Gone', { department: sales, active: false, email: 'gone@test.example' }),
  };
  await server.sql.rows(
    `insert into job_role (workspace_id, key, titles) values ($1, 'clerk', '{"zh-CN":"Clerk","en":"Clerk"}')`,
    [workspace.id],
  );
});
afterAll(() => server?.stop());

describe('somebody new', () => {
  test('comes with all that is known of them, and it is written down who added them', async () => {
    const { createPerson } = await server.ask(
      CREATE,
      {
        input: {
          name: '  Li  Min ',
          email: 'Li.Min@Test.example',
          employeeNumber: 'E-1',
          departmentId: department(east),
          jobRoleKey: 'clerk',
          managerId: person(people.ann),
          joinedOn: '2026-02-02',
          facts: { teamSize: 4 },
        },
      },
      { as: people.hrOfSales },
    );
    expect(createPerson.userErrors).toEqual([]);
    expect(createPerson.person).toMatchObject({
      name: 'Li Min',
      email: 'Li.Min@Test.example',
      employeeNumber: 'E-1',
      jobRole: 'clerk',
      joinedOn: '2026-02-02',
      locale: 'zh-CN',
      timeZone: 'Asia/Shanghai',
      department: { id: department(east) },
      manager: { id: person(people.ann) },
    });
    const id = uuidOf('Person', createPerson.person?.id ?? '');
    expect(
      await server.sql.rows(
        `select a.actor_id as by, a.action, a.subject, a.outcome, p.name_pinyin as pinyin, p.facts from audit_entry a join person p on p.id = a.about_id
         where a.about_id = $1`,
        [id],
      ),
    ).toEqual([
      {
        by: people.hrOfSales.id,
        action: 'createPerson',
        subject: `Person:${id}`,
        outcome: 'OK',
        pinyin: ' limin min lm m ',
        facts: { teamSize: 4 },
      },
    ]);
  });

  test('needs no e-mail address, and the address of somebody who left is free', async () => {
    for (const email of [null, 'gone.too@test.example']) {
      await server.sql.rows(`update person set email = 'GONE.too@test.example' where id = $1`, [people.gone.id]);
      const { createPerson } = await server.ask(CREATE, { input: { name: 'N', email } }, { as: people.hr });
      expect([createPerson.userErrors, createPerson.person?.email]).toEqual([[], email]);
    }
  });

  test.each([
    ['an address that somebody has in other letters', { email: 'ANN.a@test.example' }, 'TAKEN', ['email']],
    ['an address that is none', { email: 'ann at home' }, 'INVALID', ['email']],
    ['a name of nothing but space', { name: '  ' }, 'INVALID', ['name']],
    ['a number that somebody has', { employeeNumber: ' E-7 ' }, 'TAKEN', ['employeeNumber']],
    ['a job role that is not there', { jobRoleKey: 'astronaut' }, 'INVALID', ['jobRoleKey']],
    ['a superior who has left', { managerId: 'gone' }, 'INVALID', ['managerId']],
    ['a zone that is none', { timeZone: 'Mars/Base' }, 'INVALID', ['timeZone']],
    ['a first day long ago', { joinedOn: '1066-10-14' }, 'INVALID', ['joinedOn']],
    ['a fact that is a list', { facts: { tags: ['a'] } }, 'INVALID', ['facts']],
  ])('is refused with %s', async (_what, input, code, path) => {
    await server.sql.rows(`update person set email = 'ann.a@test.example', employee_number = 'E-7' where id = $1`, [
      people.ann.id,
    ]);
    const before = await countPeople();
    const managerId = 'managerId' in input ? { managerId: person(people.gone) } : {};
    const { createPerson } = await server.ask(
      CREATE,
      { input: { name: 'Nina', departmentId: department(sales), ...input, ...managerId } },
      { as: people.hr },
    );
    expect(createPerson).toMatchObject({ person: null, userErrors: [{ code, path }] });
    expect(await countPeople()).toBe(before);
  });

  test('comes into no department that HR does not cover, and into none of another company', async () => {
    const elsewhere = await (await makeWorkspace(server.sql, 'Elsewhere')).department('Theirs');
    for (const departmentId of [department(marketing), undefined, null])
      expect(await server.send(CREATE, { input: { name: 'N', departmentId } }, { as: people.hrOfSales })).toMatchObject(
        {
          errors: [{ extensions: { code: 'FORBIDDEN' } }],
        },
      );
    expect(
      await server.send(CREATE, { input: { name: 'N', departmentId: department(elsewhere) } }, { as: people.hr }),
    ).toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    });
  });
});

describe('somebody who is there', () => {
  test('keeps what is left out; null clears', async () => {
    const { updatePerson } = await server.ask(
      UPDATE,
      {
        input: {
          personId: person(people.bob),
          employeeNumber: 'E-9',
          mentorCapacity: 3,
          mentorExperienceYears: 2.5,
          managerId: null,
        },
      },
      { as: people.hrOfSales },
    );
    expect(updatePerson).toMatchObject({
      person: {
        name: 'Bob',
        email: people.bob.email,
        employeeNumber: 'E-9',
        mentorCapacity: 3,
        mentorExperienceYears: 2.5,
        manager: null,
      },
      userErrors: [],
    });
  });

  test('is moved only by who covers both departments', async () => {
    const move = (who: TestPerson, to: string, as: TestPerson) =>
      server.send(UPDATE, { input: { personId: person(who), departmentId: department(to) } }, { as });
    expect(await move(people.ann, marketing, people.hrOfSales)).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    expect(await move(people.mia, sales, people.hrOfSales)).toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    });
    expect(await move(people.ann, east, people.hrOfSales)).toMatchObject({
      data: { updatePerson: { userErrors: [] } },
    });
    expect(await move(people.ann, sales, people.hr)).toMatchObject({ data: { updatePerson: { userErrors: [] } } });
  });

  test('is never above themselves, however long the way', async () => {
    const lead = (who: TestPerson, by: TestPerson) =>
      server.ask(UPDATE, { input: { personId: person(who), managerId: person(by) } }, { as: people.hr });
    await lead(people.bob, people.ann);
    for (const [who, by] of [
      [people.ann, people.ann],
      [people.ann, people.cai],
    ] as const)
      expect((await lead(who, by)).updatePerson).toMatchObject({
        person: null,
        userErrors: [{ code: 'CYCLE', path: ['managerId'] }],
      });
  });

  test('has an account that follows to the new address', async () => {
    const { updatePerson } = await server.ask(
      UPDATE,
      { input: { personId: person(people.cai), email: 'Cai.New@test.example' } },
      { as: people.hrOfSales },
    );
    expect(updatePerson.userErrors).toEqual([]);
    expect(await server.sql.rows('select email from account where person_id = $1', [people.cai.id])).toEqual([
      { email: 'cai.new@test.example' },
    ]);
    expect(
      (await server.ask(UPDATE, { input: { personId: person(people.cai), email: null } }, { as: people.hr }))
        .updatePerson,
    ).toMatchObject({
      userErrors: [{ code: 'INVALID', path: ['email'] }],
    });
  });

  test('who holds a role that the viewer could not give keeps their address', async () => {
    for (const [who, as] of [
      [people.admin, people.hr],
      [people.admin, people.hrOfSales],
      [people.designer, people.hrOfSales],
      [people.hrToo, people.hr],
      [people.hr, people.hr],
    ] as const) {
      const answer = await server.send(
        UPDATE,
        { input: { personId: person(who), email: 'mine@test.example' } },
        { as },
      );
      expect([who.name, answer.errors?.[0]?.extensions.code]).toEqual([who.name, 'FORBIDDEN']);
      expect(await server.sql.rows('select email from account where person_id = $1', [who.id])).toEqual([
        { email: who.email },
      ]);
    }
  });

  test('keeps what another system says of them, and is told which', async () => {
    await server.sql.rows(
      `insert into person_identity (workspace_id, person_id, source, external_id, owns, linked_at) values ($1, $2, 'SCIM', 'x', '{name}', now())`,
      [workspace.id, people.mia.id],
    );
    const change = (input: object) =>
      server.ask(UPDATE, { input: { personId: person(people.mia), ...input } }, { as: people.hr });
    expect((await change({ name: 'Mina' })).updatePerson).toMatchObject({
      person: null,
      userErrors: [{ code: 'OWNED_ELSEWHERE', path: ['name'], message: expect.stringContaining('SCIM') }],
    });
    // A form sends everything; what is as it was is no change.
    expect((await change({ name: 'Mia', employeeNumber: 'E-77' })).updatePerson).toMatchObject({
      person: { name: 'Mia', employeeNumber: 'E-77' },
      userErrors: [],
    });
  });
});

const countPeople = async () =>
  (await server.sql.row<{ n: number }>('select count(*)::int as n from person where workspace_id = $1', [workspace.id]))
    ?.n;
