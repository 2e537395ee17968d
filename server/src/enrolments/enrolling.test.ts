import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestPerson } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { untilWaiting } from '../testing/waiting-transactions.js';
import { statementsOf, working } from './testing/count-statements.js';
import {
  ask,
  CREATE_COHORT,
  ENROL_PEOPLE,
  enrol,
  makeCohort,
  makeWorld,
  moveClock,
  type PlanWorld,
  personId,
  type Running,
  startPlan,
} from './testing/plan-world.js';
import { changesNothing } from './testing/row-counts.js';

// On a busy machine a request may take a while; nothing here waits for time to pass.
let server: TestServer;
let world: PlanWorld;
let running: Running;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  running = await startPlan(world);
});
afterAll(() => server?.stop());

const tryToEnrol = (input: object, as: TestPerson = world.hr) =>
  changesNothing(server.sql, () => server.execute(ENROL_PEOPLE, { input }, { as }));

const peopleNamed = async (prefix: string, count: number): Promise<TestPerson[]> => {
  const people: TestPerson[] = [];
  for (let index = 0; index < count; index += 1) {
    people.push(await world.workspace.person({ name: `${prefix} ${index}`, department: world.sales }));
  }
  return people;
};

describe('a cohort', () => {
  test('is created by HR and knows its weeks, people and completion', async () => {
    const cohort = await ask(
      server,
      'query ($id: ID!) { cohort(id: $id) { name startsOn personCount weekNow weeks completion plan { key runningCount cohorts { id } } versions { number } enrolments(first: 10) { totalCount edges { node { person { name } } } } } }',
      { id: running.cohortId },
      { as: world.hr },
    );
    expect(cohort).toMatchObject({
      name: 'Spring',
      startsOn: '2026-01-05',
      personCount: 1,
      weekNow: 1,
      weeks: 4,
      completion: 0,
      plan: { key: 'small', runningCount: 1, cohorts: [{ id: running.cohortId }] },
      versions: [{ number: 1 }],
      enrolments: { totalCount: 1, edges: [{ node: { person: { name: 'Li' } } }] },
    });
  });

  test('is listed newest first, page by page, and only to those who may see it', async () => {
    for (const day of ['2026-02-02', '2026-03-02']) await makeCohort(world, 'small', day);
    const list =
      'query ($after: String) { cohorts(first: 2, after: $after, planKey: "small") { pageInfo { hasNextPage endCursor } edges { node { startsOn } } } }';
    const first = await ask(server, list, {}, { as: world.hr });
    const second = await ask(server, list, { after: first.pageInfo.endCursor }, { as: world.hr });
    const days = [first, second].flatMap(({ edges }) =>
      edges.map(({ node }: { node: { startsOn: string } }) => node.startsOn),
    );
    expect(days).toEqual(['2026-03-02', '2026-02-02', '2026-01-05']);
    expect(second.pageInfo.hasNextPage).toBe(false);
    const mine = await ask(server, list, {}, { as: world.learner });
    expect(mine.edges).toEqual([{ node: { startsOn: '2026-01-05' } }]);
    expect((await ask(server, list, {}, { as: world.stranger })).edges).toEqual([]);
  });

  test('names who would be enrolled a second time in a running plan, and does it when that is meant', async () => {
    const autumn = await makeCohort(world, 'small', '2026-06-01');
    const other = await world.workspace.person({ name: 'Only once', department: world.sales });
    const input = { cohortId: autumn, personIds: [personId(other), personId(world.learner)] };
    const told = await tryToEnrol(input);
    expect(told.data.enrolPeople).toMatchObject({
      enrolments: [],
      userErrors: [
        { code: 'ALREADY_ENROLLED', path: ['again', 'personIds', '1'], message: expect.stringContaining('“Spring”') },
      ],
    });
    const meant = await ask(server, ENROL_PEOPLE, { input: { ...input, again: true } }, { as: world.hr });
    expect(meant).toMatchObject({ userErrors: [], enrolments: [{}, {}] });
  });

  test('needs a name, a plausible day and a published plan', async () => {
    const bad = async (input: object) => {
      const answer = await changesNothing(server.sql, () => ask(server, CREATE_COHORT, { input }, { as: world.hr }));
      return answer.userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path]);
    };
    const good = { planKey: 'small', name: 'Autumn', startsOn: '2026-09-01' };
    expect(await bad({ ...good, name: '  ' })).toEqual([['INVALID', 'name']]);
    expect(await bad({ ...good, startsOn: '1789-07-14' })).toEqual([['INVALID', 'startsOn']]);
    const unknown = await server.execute(CREATE_COHORT, { input: { ...good, planKey: 'none' } }, { as: world.hr });
    expect(unknown.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const forbidden = await server.execute(CREATE_COHORT, { input: good }, { as: world.mentor });
    expect(forbidden.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('enrolling', () => {
  test('names each person who is in the cohort already, and enrols nobody then', async () => {
    const [fresh] = await peopleNamed('Fresh', 1);
    const personIds = [personId(fresh as TestPerson), personId(world.learner)];
    const { data } = await tryToEnrol({ cohortId: running.cohortId, personIds });
    expect(data.enrolPeople.userErrors).toMatchObject([{ code: 'ALREADY_ENROLLED', path: ['personIds', '1'] }]);
    expect(data.enrolPeople.userErrors[0].message).toContain('Li');
  });

  test('refuses a list without people, a person twice, a person as their own mentor and people who have left', async () => {
    const { cohortId } = running;
    const gone = await world.workspace.person({ name: 'Gone', active: false });
    const codes = async (input: object) => {
      const { data } = await tryToEnrol({ cohortId, ...input });
      return data.enrolPeople.userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path]);
    };
    const mo = personId(world.mentor);
    expect(await codes({ personIds: [] })).toEqual([['INVALID', 'personIds']]);
    expect(await codes({ personIds: [mo, mo] })).toEqual([['INVALID', 'personIds', '1']]);
    expect(await codes({ personIds: [mo], mentorId: mo })).toEqual([['INVALID', 'mentorId']]);
    expect(await codes({ personIds: [personId(gone)] })).toEqual([['INVALID', 'personIds', '0']]);
    expect(await codes({ personIds: [mo], startsOn: '1900-01-01' })).toEqual([['INVALID', 'startsOn']]);
  });

  test('knows nobody of another workspace, and no id of another type', async () => {
    const other = await makeWorld(server);
    const { cohortId } = running;
    for (const input of [
      { cohortId, personIds: [personId(other.learner)] },
      { cohortId, personIds: [personId(world.peer)], mentorId: personId(other.mentor) },
      { cohortId, personIds: [cohortId] },
      { cohortId: personId(world.peer), personIds: [personId(world.peer)] },
      { cohortId, personIds: [personId(world.peer)], planVersionId: 'rubbish' },
    ]) {
      const answer = await tryToEnrol(input);
      expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const foreign = await tryToEnrol({ cohortId, personIds: [personId(other.learner)] }, other.hr);
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('HR of one department enrols its people only', async () => {
    const salesHr = await world.workspace.person({ name: 'Sara', roles: [{ HR: world.sales }] });
    const [mine] = await peopleNamed('Mine', 1);
    const hidden = await tryToEnrol({ cohortId: running.cohortId, personIds: [personId(world.peer)] }, salesHr);
    expect(hidden.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const input = { cohortId: running.cohortId, personIds: [personId(mine as TestPerson)] };
    const done = await ask(server, ENROL_PEOPLE, { input }, { as: salesHr });
    expect(done).toMatchObject({ userErrors: [], enrolments: [{ person: { name: 'Mine 0' } }] });
  });

  test('puts the facts that conditions ask for into the event', async () => {
    const boss = await world.workspace.person({ name: 'Boss', department: world.sales, jobRole: 'store-manager' });
    for (const name of ['One', 'Two']) await world.workspace.person({ name, manager: boss });
    await server.sql.rows(`update person set facts = '{"region": "east", "teamSize": 99}' where id = $1`, [boss.id]);
    const [id] = await enrol(world, running.cohortId, [boss]);
    const { history } = await ask(
      server,
      'query ($id: ID!) { enrolment(id: $id) { history(first: 1) { edges { node { seq type data actor { name } } } } } }',
      { id },
      { as: world.hr },
    );
    expect(history.edges[0].node).toMatchObject({
      seq: '1',
      type: 'enrolled',
      actor: { name: 'Hana' },
      data: { facts: { jobRole: 'store-manager', teamSize: 2, region: 'east', joinedOn: '2025-03-01' } },
    });
  });

  test('a hundred people takes as many statements as one', async () => {
    const cohortId = await makeCohort(world, 'small');
    const [one, ...hundred] = await peopleNamed('Many', 101);
    const statements = async (people: TestPerson[]) =>
      working(
        await statementsOf(() =>
          ask(
            server,
            'mutation ($input: EnrolPeopleInput!) { enrolPeople(input: $input) { enrolments { id progress { needed } } userErrors { code } } }',
            { input: { cohortId, personIds: people.map(personId), mentorId: personId(world.mentor) } },
            { as: world.hr },
          ),
        ),
      ).length;
    await server.token(world.hr);
    const single = await statements([one as TestPerson]);
    const many = await statements(hundred);
    expect(many).toBe(single);
    expect(single).toBeLessThanOrEqual(16);
    const counts = await server.sql.row<{ items: string; people: number }>(
      `select count(i.id) as items, (select people from board_counter where id = c.id) as people
       from cohort c join enrolment e on e.cohort_id = c.id join item_state i on i.enrolment_id = e.id
       where c.id::text = $1 group by c.id`,
      [Buffer.from(cohortId, 'base64url').toString().split(':')[1]],
    );
    expect(counts).toEqual({ items: String(101 * 4), people: 101 });
  });

  test('of the same people by two at once ends for both, in whatever order they name them', async () => {
    const cohortId = await makeCohort(world, 'small');
    const uuid = Buffer.from(cohortId, 'base64url').toString().split(':')[1];
    const [low, high] = (await peopleNamed('Twice', 2)).sort((a, b) => (a.id < b.id ? -1 : 1));
    if (!low || !high) throw new Error('there are two people');
    const insert = (person: TestPerson) =>
      server.sql.rows(
        `insert into enrolment (workspace_id, cohort_id, person_id, plan_version_id, starts_on, zone, created_at)
         select workspace_id, $1, $2, plan_version_id, starts_on, zone, created_at from enrolment limit 1`,
        [uuid, person.id],
      );
    await server.sql.rows('begin');
    await insert(low);
    const input = { cohortId, personIds: [high, low].map(personId) };
    const other = server.execute(ENROL_PEOPLE, { input }, { as: world.hr });
    await untilWaiting(server.sql, 1);
    await insert(high);
    await server.sql.rows('commit');
    const { errors, data } = await other;
    expect(errors).toBeUndefined();
    expect(data.enrolPeople.userErrors.map(({ code }: { code: string }) => code)).toEqual([
      'ALREADY_ENROLLED',
      'ALREADY_ENROLLED',
    ]);
  });
});

describe('an enrolment', () => {
  test('reads its items, stages and people in a number of statements that does not grow with the people', async () => {
    const query = `query ($id: ID!, $first: Int!) { cohort(id: $id) { enrolments(first: $first) { edges { node {
      person { name } mentor { name } planVersion { number } cohort { name } progress { done } status weekNow weeks
      items { key title state lockedBecause { text } steps { key } } stages { key done needed items } submissions { id } partners { itemKey } } } } } }`;
    const count = async (first: number) =>
      working(await statementsOf(() => ask(server, query, { id: running.cohortId, first }, { as: world.hr }))).length;
    const few = await count(1);
    const more = await count(3);
    expect(more).toBe(few);
  });

  test('says why an item is locked, in the asked language', async () => {
    const query = 'query ($id: ID!) { enrolment(id: $id) { items { key state lockedBecause { text itemKey } } } }';
    const zh = await ask(server, query, { id: running.enrolmentId }, { as: world.learner, language: 'zh-CN' });
    const report = zh.items.find(({ key }: { key: string }) => key === 'report');
    expect(report).toMatchObject({ state: 'LOCKED', lockedBecause: [{ itemKey: 'course' }] });
    expect(report.lockedBecause[0].text).toMatch(/Course（中文）/);
  });

  test('is not there for a stranger, another workspace, or an id of another type', async () => {
    const query = 'query ($id: ID!) { enrolment(id: $id) { id } node(id: $id) { id } }';
    const other = await makeWorld(server);
    for (const as of [world.stranger, other.hr, other.admin]) {
      const { data, errors } = await server.execute(query, { id: running.enrolmentId }, { as });
      expect(errors).toBeUndefined();
      expect(data).toEqual({ enrolment: null, node: null });
    }
    expect((await server.execute(query, { id: 'rubbish' }, { as: world.hr })).data.enrolment).toBeNull();
    const node = await ask(
      server,
      'query ($id: ID!) { node(id: $id) { __typename ... on Enrolment { person { name } } } }',
      { id: running.enrolmentId },
      { as: world.lead },
    );
    expect(node).toEqual({ __typename: 'Enrolment', person: { name: 'Li' } });
  });
});

describe('a baseline told with the enrolment', () => {
  const ENROL = `mutation ($input: EnrolPeopleInput!) { enrolPeople(input: $input) { enrolments { id } userErrors { code path } } }`;
  const kept = (person: TestPerson) =>
    world.server.sql.rows<{ key: string; value: number; baseline: boolean }>(
      'select metric_key as key, value, baseline from measurement where person_id = $1 order by 1',
      [person.id],
    );

  test('is kept with it, and a wrong value of one keeps all of them out', async () => {
    const { hr, workspace } = world;
    const people = [await workspace.person({ name: 'Base' }), await workspace.person({ name: 'Line' })];
    const [one, two] = people as [TestPerson, TestPerson];
    const cohortId = await makeCohort(world, 'small');
    const told = (person: TestPerson, metricKey: string, value: number) => ({
      personId: personId(person),
      metricKey,
      value,
    });
    const enrolWith = (baseline: object[]) =>
      ask(world.server, ENROL, { input: { cohortId, personIds: people.map(personId), baseline } }, { as: hr });

    expect(
      await enrolWith([
        told(one, 'team-performance', 70),
        told(one, 'team-turnover', 12),
        told(two, 'team-turnover', 140),
        told(world.learner, 'team-performance', 1),
      ]),
    ).toMatchObject({ enrolments: [], userErrors: [{ code: 'INVALID', path: ['baseline', '3', 'personId'] }] });
    expect(
      await enrolWith([
        told(one, 'team-performance', 70),
        told(one, 'team-turnover', 12),
        told(two, 'team-turnover', 140),
        told(two, 'no-such-metric', 1),
        told(two, 'completion', 1),
      ]),
    ).toMatchObject({
      enrolments: [],
      userErrors: [
        { code: 'INVALID', path: ['baseline', '2', 'value'] },
        { code: 'INVALID', path: ['baseline', '3', 'metricKey'] },
        { code: 'INVALID', path: ['baseline', '4', 'metricKey'] },
      ],
    });
    expect(await kept(one)).toEqual([]);

    const right = await enrolWith([told(one, 'team-performance', 70), told(two, 'team-turnover', 14)]);
    expect(right.userErrors).toEqual([]);
    expect(right.enrolments).toHaveLength(2);
    expect(await kept(one)).toEqual([{ key: 'team-performance', value: 70, baseline: true }]);
    expect(await kept(two)).toEqual([{ key: 'team-turnover', value: 14, baseline: true }]);
  });
});

describe('who joins a cohort that is under way', () => {
  const ENROL = `mutation ($input: EnrolPeopleInput!) { enrolPeople(input: $input) {
    enrolments { startsOn weekNow progress { overdue } } userErrors { code } } }`;
  const enrolOne = async (cohortId: string, more: object = {}) => {
    const person = await world.workspace.person({ name: 'Late', department: world.sales });
    const input = { cohortId, personIds: [personId(person)], ...more };
    const { enrolments, userErrors } = await ask(world.server, ENROL, { input }, { as: world.hr });
    expect(userErrors).toEqual([]);
    return enrolments[0];
  };

  test('starts on the day they join, unless the first week still runs or HR says otherwise', async () => {
    const cohortId = await makeCohort(world, 'small', '2026-01-05');
    await moveClock(world.server, '2026-01-08T02:00:00.000Z');
    expect(await enrolOne(cohortId)).toMatchObject({ startsOn: '2026-01-05', progress: { overdue: 0 } });
    await moveClock(world.server, '2026-02-11T02:00:00.000Z');
    expect(await enrolOne(cohortId)).toEqual({ startsOn: '2026-02-11', weekNow: 1, progress: { overdue: 0 } });
    const asked = await enrolOne(cohortId, { startsOn: '2026-01-05' });
    expect(asked).toMatchObject({ startsOn: '2026-01-05', weekNow: 6 });
    expect(asked.progress.overdue).toBeGreaterThan(0);
    const ahead = await makeCohort(world, 'small', '2026-03-02');
    expect(await enrolOne(ahead)).toMatchObject({ startsOn: '2026-03-02' });
  });
});
