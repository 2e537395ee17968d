import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { globalId } from '../access/graphql/global-id.js';
import { compareCounters } from '../boards/statements/compare-counters.js';
import { liveClient, until, watch } from '../boards/testing/board-reader.js';
import {
  act,
  ask,
  CREATE_COHORT,
  ENROL_PEOPLE,
  makeWorld,
  type PlanWorld,
  startPlan,
} from '../enrolments/testing/plan-world.js';
import { smallPlan } from '../enrolments/testing/small-plan.js';
import { DefinitionCache } from '../plans/definition-cache.js';
import { rebuildProjections } from '../progress/rebuild-projections.js';
import type { TestPerson } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let world: PlanWorld;
beforeAll(async () => {
  server = await startTestServer({ sockets: { sweepMilliseconds: 50, reachMilliseconds: 50 } });
  world = await makeWorld(server);
});
afterAll(() => server?.stop());
afterEach(async () => {
  for (const as of [world.hr, world.admin]) await enter(as, HOME());
});

const ERRORS = 'userErrors { code message path }';
const WORKSPACE = 'workspace { id name kind now clockMovesTo }';
const CREATE = `mutation ($input: CreateSandboxInput!) { createSandbox(input: $input) { ${ERRORS} ${WORKSPACE} } }`;
const ENTER = `mutation ($input: EnterWorkspaceInput!) { enterWorkspace(input: $input) { ${ERRORS} ${WORKSPACE} } }`;
const MOVE = `mutation ($input: MoveClockInput!) { moveClock(input: $input) { ${ERRORS} ${WORKSPACE} } }`;
const WORKSPACES = '{ workspaces { id name kind } }';
const HOME = () => globalId('Workspace', world.workspace.id);

const create = async (as: TestPerson, name = 'Try', more = {}) =>
  ask(server, CREATE, { input: { name, ...more } }, { as });
const enter = async (as: TestPerson, workspaceId: string) => ask(server, ENTER, { input: { workspaceId } }, { as });
const move = async (as: TestPerson, to: string, people?: string) =>
  ask(server, MOVE, { input: { to, ...(people ? { people } : {}) } }, { as });
const rows = async (statement: string, ...parameters: unknown[]) =>
  server.sql.rows<{ n: number }>(statement, parameters);

describe('a sandbox', () => {
  test('copies people with roles, plans with drafts and versions, years, and cohorts with all that happened in them; no account', async () => {
    const { enrolmentId } = await startPlan(world);
    await act(world, world.learner, enrolmentId, 'course', 'COMPLETE');
    await act(world, world.learner, enrolmentId, 'report', 'SUBMIT', { artefact: 'https://docs.example/1' });
    await ask(
      server,
      'mutation ($input: CreateMetricInput!) { createMetric(input: $input) { userErrors { code } } }',
      { input: { key: 'sales', title: 'Sales', family: 'PERFORMANCE', direction: 'HIGHER_IS_BETTER' } },
      { as: world.hr },
    );
    const { workspace, userErrors } = await create(world.hr);
    expect(userErrors).toEqual([]);
    expect(workspace).toMatchObject({ name: 'Try', kind: 'SANDBOX', now: server.clock.real(), clockMovesTo: null });
    const id = Buffer.from(workspace.id, 'base64url').toString().slice('Workspace:'.length);
    const count = async (table: string, workspaceId: string) =>
      (await rows(`select count(*)::int as n from ${table} where workspace_id = $1`, workspaceId))[0]?.n;
    for (const table of [
      'department',
      'person',
      'role_grant',
      'plan',
      'plan_draft',
      'plan_version',
      'calendar_year',
      'metric',
      'cohort',
      'enrolment',
      'progress_event',
      'enrolment_state',
      'item_state',
      'submission',
      'board_counter',
    ]) {
      expect([table, await count(table, id)]).toEqual([table, await count(table, world.workspace.id)]);
    }
    for (const table of ['account', 'session', 'audit_entry']) {
      expect([table, await count(table, id)]).toEqual([table, 0]);
    }
    const [li] = await server.sql.rows<{ manager: string; department: string }>(
      `select m.name as manager, d.name as department from person p join person m on m.id = p.manager_id
       join department d on d.id = p.department_id where p.workspace_id = $1 and p.name = 'Li'`,
      [id],
    );
    expect(li).toEqual({ manager: 'Lena', department: 'Sales' });
    const [versions] = await server.sql.rows<{ equal: boolean }>(
      `select bool_and(a.definition = b.definition and a.content_hash = b.content_hash and a.published_at = b.published_at) as equal
       from plan_version a join plan_version b on b.workspace_id = $1 and b.content_hash = a.content_hash where a.workspace_id = $2`,
      [world.workspace.id, id],
    );
    expect(versions?.equal).toBe(true);
    // What was copied is what the copied events say.
    const deps = { definitions: new DefinitionCache(), listener: server.running.reminders.listener };
    const rebuilt = await rebuildProjections(server, deps, { write: false });
    expect(rebuilt.differences).toEqual([]);
    expect(await server.database.work((tx) => compareCounters(tx))).toEqual([]);
    const inside = await server.sql.rows<{ learner: string; mentor: string; workspaces: number }>(
      `select p.name as learner, m.name as mentor, (select count(distinct o.workspace_id)::int from progress_event v
         join person o on o.id::text = v.actor or o.id::text = v.data ->> 'mentorId' where v.enrolment_id = e.id) as workspaces
       from enrolment e join person p on p.id = e.person_id and p.workspace_id = e.workspace_id
       join person m on m.id = e.mentor_id and m.workspace_id = e.workspace_id where e.workspace_id = $1`,
      [id],
    );
    expect(inside).toEqual([{ learner: 'Li', mentor: 'Mo', workspaces: 1 }]);
  });

  test('leaves cohorts out where they are not wanted', async () => {
    const { workspace } = await create(world.hr, 'No cohorts', { copyCohorts: false });
    const id = Buffer.from(workspace.id, 'base64url').toString().slice('Workspace:'.length);
    for (const table of ['cohort', 'enrolment', 'progress_event', 'submission', 'reminder_occurrence'])
      expect(await rows(`select count(*)::int as n from ${table} where workspace_id = $1`, id)).toEqual([{ n: 0 }]);
  });

  test('may hold nobody but who made it', async () => {
    const { workspace } = await create(world.admin, 'Alone', { copyPeople: false });
    await enter(world.admin, workspace.id);
    const people = await ask(server, '{ people(first: 10) { edges { node { name } } } }', {}, { as: world.admin });
    expect(people.edges).toEqual([{ node: { name: 'Ada' } }]);
    expect((await create(world.admin, 'Copy of a copy')).userErrors[0]).toMatchObject({ code: 'NOT_NOW' });
    await enter(world.admin, HOME());
  });

  test('is made by those who make plans, under a name', async () => {
    for (const as of [world.learner, world.mentor, world.lead]) {
      const refused = await server.execute(CREATE, { input: { name: 'x' } }, { as });
      expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect((await create(world.designer, ' ')).userErrors[0]).toMatchObject({ code: 'INVALID', path: ['name'] });
    expect((await create(world.designer, 'Designs')).userErrors).toEqual([]);
  });
});

describe('entering a workspace', () => {
  test('lets the session work there as the copy of the same person, and back', async () => {
    const { workspace } = await create(world.hr, 'Enter me');
    const VIEWER = '{ viewer { roles person { id name } workspace { id kind } } }';
    const before = await ask(server, VIEWER, {}, { as: world.hr });
    expect((await enter(world.hr, workspace.id)).workspace.id).toBe(workspace.id);
    const there = await ask(server, VIEWER, {}, { as: world.hr });
    expect(there).toMatchObject({
      roles: ['HR'],
      person: { name: 'Hana' },
      workspace: { id: workspace.id, kind: 'SANDBOX' },
    });
    expect(there.person.id).not.toBe(before.person.id);
    expect((await ask(server, WORKSPACES, {}, { as: world.hr }))[0]).toMatchObject({ id: HOME(), kind: 'LIVE' });
    await enter(world.hr, HOME());
    expect(await ask(server, VIEWER, {}, { as: world.hr })).toEqual(before);
  });

  test('is refused where there is no copy of the person, to people who make no plans, and for workspaces of others', async () => {
    const { workspace } = await create(world.admin, 'Ada alone', { copyPeople: false });
    const everybody = (await create(world.admin, 'Everybody')).workspace;
    const abroad = await makeWorld(server);
    const abroadHr = await create(abroad.hr, 'Abroad');
    const tries: [TestPerson, string][] = [
      [world.hr, workspace.id],
      [world.learner, everybody.id],
      [world.hr, abroadHr.workspace.id],
      [world.hr, globalId('Workspace', abroad.workspace.id)],
      [world.hr, 'x'],
    ];
    for (const [as, workspaceId] of tries) {
      const answer = await server.execute(ENTER, { input: { workspaceId } }, { as });
      expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const seen = async (as: TestPerson) =>
      (await ask(server, WORKSPACES, {}, { as })).map(({ name }: { name: string }) => name);
    expect(await seen(world.learner)).toEqual(['Test']);
    expect(await seen(world.hr)).toContain('Everybody');
    expect(await seen(world.hr)).not.toContain('Ada alone');
    expect(await seen(world.hr)).not.toContain('Abroad');
  });

  test('makes the other side untouchable, both ways', async () => {
    const running = await startPlan(world, { ...smallPlan(), key: 'two-sides' });
    const { workspace } = await create(world.hr, 'Two sides');
    const live = {
      person: globalId('Person', world.learner.id),
      enrolment: running.enrolmentId,
      cohort: running.cohortId,
      version: running.versionId,
    };
    await enter(world.hr, workspace.id);
    const sandbox = await inSandbox(world.hr, 'two-sides');
    const see = async (id: string) =>
      (await server.execute('query ($id: ID!) { node(id: $id) { id } }', { id }, { as: world.hr })).data.node;
    const touch = async (enrolmentId: string, personId: string, cohortId: string, planVersionId: string) =>
      Promise.all([
        server.execute(
          'mutation ($input: CancelEnrolmentInput!) { cancelEnrolment(input: $input) { userErrors { code } } }',
          { input: { enrolmentId, reason: 'x' } },
          { as: world.hr },
        ),
        server.execute(ENROL_PEOPLE, { input: { cohortId, personIds: [personId] } }, { as: world.hr }),
        server.execute(
          'mutation ($input: RetirePlanVersionInput!) { retirePlanVersion(input: $input) { userErrors { code } } }',
          { input: { id: planVersionId } },
          { as: world.hr },
        ),
      ]);
    for (const id of Object.values(live)) expect(await see(id)).toBeNull();
    for (const id of Object.values(sandbox)) expect(await see(id)).toEqual({ id });
    const fingerprint = () =>
      server.sql.rows(
        `select (select count(*) from progress_event where workspace_id = $1) as events, (select md5(string_agg(status, ',' order by id)) from plan_version where workspace_id = $1) as versions,
          (select count(*) from enrolment where workspace_id = $1) as enrolments`,
        [world.workspace.id],
      );
    const untouched = await fingerprint();
    for (const answer of await touch(live.enrolment, live.person, live.cohort, live.version))
      expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await fingerprint()).toEqual(untouched);

    await enter(world.hr, HOME());
    for (const id of Object.values(sandbox)) expect(await see(id)).toBeNull();
    for (const id of Object.values(live)) expect(await see(id)).toEqual({ id });
    for (const answer of await touch(sandbox.enrolment, sandbox.person, sandbox.cohort, sandbox.version))
      expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('ends the streams of before', async () => {
    const { workspace } = await create(world.admin, 'Streams');
    let closed = 0;
    const client = liveClient(server.wsUrl, { token: await server.token(world.admin) });
    client.on('closed', () => {
      closed += 1;
    });
    const counts: number[] = [];
    watch<{ inboxChanged: number }>(client, 'subscription { inboxChanged }', {}, (data) =>
      counts.push(data.inboxChanged),
    );
    await until(() => counts.length > 0, 'the count comes');
    await enter(world.admin, workspace.id);
    await until(() => closed > 0, 'the socket is closed');
    await enter(world.admin, HOME());
    await client.dispose();
  });
});

/** Enrols Li in a cohort of the sandbox that the session of `as` works in. */
async function inSandbox(as: TestPerson, planKey: string, startsOn = '2026-01-05') {
  const made = await ask(server, CREATE_COHORT, { input: { planKey, name: 'Sandbox', startsOn } }, { as });
  const people = await ask(server, 'query { people(first: 50) { edges { node { id name } } } }', {}, { as });
  const named = (name: string) =>
    people.edges.find(({ node }: { node: { name: string } }) => node.name === name).node.id as string;
  const input = { cohortId: made.cohort.id, personIds: [named('Li')], mentorId: named('Mo'), again: true };
  const enrolled = await ask(server, ENROL_PEOPLE, { input }, { as });
  expect(enrolled.userErrors).toEqual([]);
  const versions = await ask(
    server,
    'query ($key: String!) { plan(key: $key) { current { id } } }',
    { key: planKey },
    { as },
  );
  return {
    person: named('Li'),
    enrolment: enrolled.enrolments[0].id as string,
    cohort: made.cohort.id as string,
    version: versions.current.id as string,
  };
}

const STATE =
  'query ($id: ID!) { enrolment(id: $id) { status progress { done needed overdue onTime feedbackInTime } items { key state overdue } } }';
const look = (id: string) => ask(server, STATE, { id }, { as: world.hr });
const history = async (enrolment: string) => {
  const uuid = Buffer.from(enrolment, 'base64url').toString().slice('Enrolment:'.length);
  return server.sql.rows<{ type: string; item: string; at: string; recordedAt: string }>(
    `select type, data ->> 'itemKey' as item, occurred_at as at, recorded_at as "recordedAt" from progress_event where enrolment_id = $1 order by seq`,
    [uuid],
  );
};

describe('moving the clock', () => {
  let plan = 0;
  const fresh = async () => {
    plan += 1;
    const key = `clock-${plan}`;
    await startPlan(world, { ...smallPlan(), key });
    const { workspace } = await create(world.hr, key, { copyCohorts: false });
    await enter(world.hr, workspace.id);
    const sandbox = await inSandbox(world.hr, key);
    return { ...sandbox, workspace: workspace.id as string };
  };

  test('lets time change what time changes, and nobody acts by themselves', async () => {
    const { enrolment } = await fresh();
    const moved = await move(world.hr, '2026-01-20T00:00:00.000Z');
    expect(moved).toMatchObject({ userErrors: [], workspace: { now: '2026-01-20T00:00:00.000Z', clockMovesTo: null } });
    const seen = await look(enrolment);
    expect(seen.progress).toMatchObject({ done: 0 });
    expect(seen.items[0]).toMatchObject({ key: 'course', overdue: true });
    expect((await history(enrolment)).filter(({ type }) => !['enrolled', 'dateFixed'].includes(type))).toEqual([]);
    await enter(world.hr, HOME());
  });

  test('lets the diligent do everything in time, through the same decisions', async () => {
    const { enrolment } = await fresh();
    await move(world.hr, '2026-06-01T00:00:00.000Z', 'DILIGENT');
    const seen = await look(enrolment);
    expect(seen.status).toBe('COMPLETED');
    expect(seen.progress).toMatchObject({ onTime: 1, feedbackInTime: 1, overdue: 0 });
    const events = await history(enrolment);
    expect(events.map(({ recordedAt }) => recordedAt)).toEqual(events.map(({ recordedAt }) => recordedAt).sort());
    await enter(world.hr, HOME());
  });

  test('gives the same group the same course of events in another sandbox, in one move or in many', async () => {
    const one = await fresh();
    await move(world.hr, '2026-04-01T00:00:00.000Z', 'MIXED');
    const first = await history(one.enrolment);
    expect(first.length).toBeGreaterThan(3);
    await enter(world.hr, HOME());
    const again = await create(world.hr, 'again', { copyCohorts: false });
    await enter(world.hr, again.workspace.id);
    const two = await inSandbox(world.hr, `clock-${plan}`);
    for (const to of ['2026-01-09T03:00:00.000Z', '2026-01-30T00:00:00.000Z', '2026-04-01T00:00:00.000Z'])
      await move(world.hr, to, 'MIXED');
    expect(await history(two.enrolment)).toEqual(first);
    await enter(world.hr, HOME());
  });

  test('goes forwards only, two years at a time, in a sandbox alone, by those who make plans', async () => {
    expect((await move(world.hr, '2026-02-01T00:00:00.000Z')).userErrors[0]).toMatchObject({ code: 'NOT_NOW' });
    await fresh();
    expect((await move(world.hr, '2026-01-01T00:00:00.000Z')).userErrors[0]).toMatchObject({
      code: 'INVALID',
      path: ['to'],
    });
    expect((await move(world.hr, '2028-02-01T00:00:00.000Z')).userErrors[0]).toMatchObject({
      code: 'INVALID',
      path: ['to'],
    });
    const refused = await server.execute(MOVE, { input: { to: '2026-02-01T00:00:00.000Z' } }, { as: world.learner });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await enter(world.hr, HOME());
  });

  test('leaves the live workspace where it is', async () => {
    const running = await startPlan(world, { ...smallPlan(), key: 'stays' });
    await fresh();
    await move(world.hr, '2026-05-01T00:00:00.000Z', 'DILIGENT');
    await enter(world.hr, HOME());
    expect((await ask(server, '{ viewer { workspace { now } } }', {}, { as: world.hr })).workspace.now).toBe(
      server.clock.real(),
    );
    expect((await look(running.enrolmentId)).progress).toMatchObject({ done: 0, overdue: 0 });
    await act(world, world.learner, running.enrolmentId, 'course', 'COMPLETE');
  });
});
