import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { globalId } from '../../access/graphql/global-id.js';
import { hashPassword } from '../../access/password.js';
import {
  act,
  ask,
  enrol,
  freshKey,
  makeWorld,
  type PlanWorld,
  personId,
  REVIEW,
  type Running,
  startPlan,
} from '../../enrolments/testing/plan-world.js';
import { smallPlan, WHOLE_RUBRIC } from '../../enrolments/testing/small-plan.js';
import type { TestPerson } from '../../testing/fixture.js';
import { operation, present } from '../../testing/operation.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { tooManyMissing } from './too-many-missing.js';

const DEACTIVATE = operation(
  'mutation ($input: DeactivatePersonInput!) { deactivatePerson(input: $input) { person { id active } userErrors { code path } } }',
);
const REACTIVATE = operation(
  'mutation ($input: PersonInput!) { reactivatePerson(input: $input) { person { id active roles } userErrors { code path } } }',
);
const LEFT_BEHIND = operation(
  'query ($personId: ID!) { leftBehind(personId: $personId) { waitingReviews mentees runningEnrolments reports enrolments takesOver { name } } }',
);
const HAND_OVERS = operation('{ handOvers { id kind leaver { name } person { name } to { name } planTitle } }');
const HAND_OVER = operation(
  'mutation ($input: HandOverInput!) { handOver(input: $input) { confirmed userErrors { code path } } }',
);
const ENROLMENT = operation(
  'query ($id: ID!) { enrolment(id: $id) { status mentor { name } submissions { reviewer { name } } } }',
);
const QUEUE = operation('{ reviewQueue(first: 10) { edges { node { id enrolment { person { name } } } } } }');
const PERSON = operation('query ($id: ID!) { node(id: $id) { ... on Person { active manager { name } } } }');
const WHO = operation('{ viewer { person { name } } }');
const SIGN_IN = operation('mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { code } } }');
const PAUSE = operation(
  'mutation ($input: PauseEnrolmentInput!) { pauseEnrolment(input: $input) { userErrors { code } } }',
);
const RESUME = operation(
  'mutation ($input: ResumeEnrolmentInput!) { resumeEnrolment(input: $input) { userErrors { code } } }',
);

let server: TestServer;
let world: PlanWorld;
let running: Running;
let plans = 0;
let passwordHash: string;
/** Leads the mentor; who takes over when nobody is named. */
let boss: TestPerson;

beforeAll(async () => {
  passwordHash = await hashPassword('correct horse');
  server = await startTestServer();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  world = await makeWorld(server);
  boss = await world.workspace.person({ name: 'Bo', department: world.sales });
  await server.sql.rows('update person set manager_id = $2 where id = $1', [world.mentor.id, boss.id]);
  await server.sql.rows('update account set password_hash = $2 where person_id = $1', [world.mentor.id, passwordHash]);
  plans += 1;
  running = await startPlan(world, smallPlan(`leaving-${plans}`));
});

const leave = (
  person: TestPerson,
  more: { successor?: TestPerson; enrolments?: 'PAUSE' | 'CANCEL' | 'KEEP' } = {},
  as = world.hr,
) =>
  server.send(
    DEACTIVATE,
    {
      input: {
        personId: personId(person),
        ...(more.successor ? { successorId: personId(more.successor) } : {}),
        ...(more.enrolments ? { enrolments: more.enrolments } : {}),
      },
    },
    { as },
  );
const errorsOf = async (answer: ReturnType<typeof leave>) => (await answer).data?.deactivatePerson.userErrors;
const comeBack = (person: TestPerson, as = world.hr) =>
  server.send(REACTIVATE, { input: { personId: personId(person) } }, { as });
const enrolmentNow = async (id = running.enrolmentId) =>
  present((await server.ask(ENROLMENT, { id }, { as: world.hr })).enrolment);
const queueOf = async (as: TestPerson) =>
  (await server.ask(QUEUE, {}, { as })).reviewQueue.edges.map(({ node }) => node.enrolment.person.name);
const openHandOvers = async (as = world.hr) => (await server.ask(HAND_OVERS, {}, { as })).handOvers;

async function handIn(): Promise<string> {
  await act(world, world.learner, running.enrolmentId, 'course', 'COMPLETE');
  const handed = await act(world, world.learner, running.enrolmentId, 'report', 'SUBMIT', {
    artefact: 'https://docs.example/1',
  });
  return handed.submission.id;
}

describe('somebody who leaves', () => {
  test('comes in by no way any more, and their open session has ended', async () => {
    const token = await server.token(world.mentor);
    expect((await server.ask(WHO, {}, { as: token })).viewer.person?.name).toBe('Mo');
    expect(await errorsOf(leave(world.mentor))).toEqual([]);
    expect((await server.execute(WHO.text, {}, { as: token })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const { signIn } = await server.ask(
      SIGN_IN,
      {
        input: { email: world.mentor.email, password: 'correct horse', bearer: true },
      },
      {},
    );
    expect(signIn).toMatchObject({ token: null, userErrors: [{ code: 'WRONG_CREDENTIALS' }] });
    const session = await server.sql.row<{ revoked: boolean }>(
      'select bool_and(revoked_at is not null) as revoked from session where person_id = $1',
      [world.mentor.id],
    );
    expect(session?.revoked).toBe(true);
  });

  test('leaves behind what the dialog said before, and the successor reviews it', async () => {
    const submission = await handIn();
    const behind = await server.ask(LEFT_BEHIND, { personId: personId(world.mentor) }, { as: world.hr });
    expect(behind.leftBehind).toEqual({
      waitingReviews: 1,
      mentees: 1,
      runningEnrolments: 0,
      reports: 0,
      enrolments: 'PAUSE',
      takesOver: { name: 'Bo' },
    });
    expect(await errorsOf(leave(world.mentor, { successor: world.peer }))).toEqual([]);
    expect(await queueOf(world.peer)).toEqual(['Li']);
    expect(await enrolmentNow()).toMatchObject({
      mentor: { name: 'Pia' },
      submissions: [{ reviewer: { name: 'Pia' } }],
    });
    expect(await openHandOvers()).toEqual([]);
    const input = { submissionId: submission, decision: 'APPROVE', criteria: WHOLE_RUBRIC, idempotencyKey: freshKey() };
    expect((await ask(server, REVIEW, { input }, { as: world.peer })).userErrors).toEqual([]);
  });

  test('has their mentees go to the nearest superior who works here, and to nobody who is the mentee', async () => {
    const [second] = await enrol(world, running.cohortId, [boss], world.mentor);
    expect(await errorsOf(leave(world.mentor))).toEqual([]);
    expect((await enrolmentNow()).mentor).toEqual({ name: 'Bo' });
    // Bo is not their own mentor: HR has them, and has to find somebody.
    expect((await enrolmentNow(second)).mentor).toBeNull();
    expect(await openHandOvers()).toMatchObject([
      { kind: 'MENTEE', person: { name: 'Bo' }, leaver: { name: 'Mo' }, to: null },
    ]);
  });

  test('without anybody above leaves all to HR, who finds it on the list and gives it to somebody', async () => {
    await server.sql.rows('update person set manager_id = null where id = $1', [world.mentor.id]);
    await handIn();
    await leave(world.mentor);
    expect(await queueOf(world.hr)).toEqual(['Li']);
    const [open] = await openHandOvers();
    expect(open).toMatchObject({ kind: 'MENTEE', person: { name: 'Li' }, to: null, planTitle: 'Small plan' });
    const ids = [present(open).id];
    const give = (successorId: string) => server.send(HAND_OVER, { input: { ids, successorId } }, { as: world.hr });
    expect((await give(personId(world.learner))).data?.handOver).toEqual({
      confirmed: 0,
      userErrors: [{ code: 'INVALID', path: ['successorId'] }],
    });
    expect((await give(personId(world.peer))).data?.handOver).toEqual({ confirmed: 1, userErrors: [] });
    expect(await queueOf(world.peer)).toEqual(['Li']);
    expect(await openHandOvers()).toEqual([]);
    expect((await give(personId(world.peer))).data?.handOver.userErrors).toEqual([{ code: 'NOT_NOW', path: ['ids'] }]);
  });

  test('and was given another mentor by hand since is off the list', async () => {
    await server.sql.rows('update person set manager_id = null where id = $1', [world.mentor.id]);
    await leave(world.mentor);
    expect(await openHandOvers()).toHaveLength(1);
    const input = { enrolmentId: running.enrolmentId, mentorId: personId(world.peer) };
    await ask(
      server,
      'mutation ($input: AssignMentorInput!) { assignMentor(input: $input) { userErrors { code } } }',
      { input },
      { as: world.hr },
    );
    expect(await openHandOvers()).toEqual([]);
  });

  test('has their reports led by whoever takes over, in no circle', async () => {
    const { workspace, sales, lead } = world;
    const chief = await workspace.person({ name: 'Chief' });
    await server.sql.rows('update person set manager_id = $2 where id = $1', [lead.id, chief.id]);
    const deputy = await workspace.person({ name: 'Dee', department: sales, manager: world.learner });
    await errorsOf(leave(lead, { successor: deputy }));
    const managerOf = async (person: TestPerson) => {
      const { node } = await server.ask(PERSON, { id: personId(person) }, { as: world.hr });
      return node && 'manager' in node ? node.manager?.name : undefined;
    };
    // Dee reports to Li, so Li goes to the chief; everybody else would report to Dee.
    expect(await managerOf(world.learner)).toBe('Chief');
    expect(await managerOf(deputy)).toBe('Li');
  });
});

describe('plans of somebody who leaves', () => {
  test('wait, and go on when they come back; their roles count again, their sessions stay ended', async () => {
    await server.sql.rows(`insert into role_grant (workspace_id, person_id, role) values ($1, $2, 'TEAM_LEAD')`, [
      world.workspace.id,
      world.learner.id,
    ]);
    const token = await server.token(world.learner);
    expect(await errorsOf(leave(world.learner))).toEqual([]);
    expect((await enrolmentNow()).status).toBe('PAUSED');
    expect(await errorsOf(leave(world.learner))).toEqual([{ code: 'NOT_NOW', path: ['personId'] }]);
    const back = await comeBack(world.learner);
    expect(back.data?.reactivatePerson).toMatchObject({
      person: { active: true, roles: ['TEAM_LEAD'] },
      userErrors: [],
    });
    expect((await enrolmentNow()).status).toBe('ACTIVE');
    expect((await server.execute(WHO.text, {}, { as: token })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await comeBack(world.learner)).data?.reactivatePerson.userErrors).toEqual([
      { code: 'NOT_NOW', path: ['personId'] },
    ]);
  });

  test('that HR has paused meanwhile for another reason stay paused', async () => {
    await leave(world.learner);
    const input = { enrolmentId: running.enrolmentId, reason: 'Parental leave' };
    server.clock.advance(1);
    await server.ask(RESUME, { input }, { as: world.hr });
    await server.ask(PAUSE, { input }, { as: world.hr });
    await comeBack(world.learner);
    expect((await enrolmentNow()).status).toBe('PAUSED');
  });

  test('end or go on as it was asked, or as the workspace has set it', async () => {
    await server.sql.rows(`update workspace set leaver_enrolments = 'CANCEL' where id = $1`, [world.workspace.id]);
    await leave(world.learner, { enrolments: 'KEEP' });
    expect((await enrolmentNow()).status).toBe('ACTIVE');
    await comeBack(world.learner);
    await leave(world.learner);
    expect((await enrolmentNow()).status).toBe('CANCELLED');
    await comeBack(world.learner);
    expect((await enrolmentNow()).status).toBe('CANCELLED');
  });
});

describe('who may', () => {
  const codeOf = async (answer: ReturnType<typeof leave>) => (await answer).errors?.[0]?.extensions.code;

  test('HR of a department deactivates its people, and nobody who holds a role they could not give', async () => {
    const { workspace, sales } = world;
    const sal = await workspace.person({ name: 'Sal', department: sales, roles: [{ HR: sales }] });
    const admin = await workspace.person({ name: 'Abe', department: sales, roles: ['ADMIN'] });
    expect(await codeOf(leave(world.stranger, {}, sal))).toBe('NOT_FOUND');
    expect(await codeOf(leave(admin, {}, sal))).toBe('FORBIDDEN');
    expect(await codeOf(leave(sal, {}, sal))).toBe('FORBIDDEN');
    expect(await codeOf(leave(world.learner, {}, world.mentor))).toBe('FORBIDDEN');
    expect(await errorsOf(leave(world.learner, {}, sal))).toEqual([]);
    expect(await errorsOf(leave(admin, {}, world.admin))).toEqual([]);
    expect((await comeBack(admin, sal)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('a successor works here and does not leave', async () => {
    const gone = await world.workspace.person({ name: 'Gone', active: false });
    expect(await errorsOf(leave(world.mentor, { successor: gone }))).toEqual([
      { code: 'INVALID', path: ['successorId'] },
    ]);
    expect(await errorsOf(leave(world.mentor, { successor: world.mentor }))).toEqual([
      { code: 'INVALID', path: ['successorId'] },
    ]);
  });

  test('somebody whose address was given away does not come back with it', async () => {
    await leave(world.learner);
    await server.sql.rows('update person set email = $2 where id = $1', [
      world.stranger.id,
      world.learner.email.toUpperCase(),
    ]);
    expect((await comeBack(world.learner)).data?.reactivatePerson.userErrors).toEqual([
      { code: 'TAKEN', path: ['personId'] },
    ]);
  });

  test('each leaving and coming back is in the audit trail, without an address', async () => {
    await leave(world.learner, { successor: world.peer });
    await comeBack(world.learner);
    const rows = await server.sql.rows<{ action: string; detail: unknown }>(
      `select action, detail from audit_entry where about_id = $1 order by at, action`,
      [world.learner.id],
    );
    expect(rows).toEqual([
      {
        action: 'deactivatePerson',
        detail: { enrolments: 'PAUSE', successorId: world.peer.id },
      },
      { action: 'reactivatePerson', detail: null },
    ]);
    expect(JSON.stringify(rows)).not.toContain('@');
  });
});

test('a list in which more than 20 people or one in twenty are missing is asked about', () => {
  expect([tooManyMissing(0, 0), tooManyMissing(1, 20), tooManyMissing(20, 10_000)]).toEqual([false, false, false]);
  expect([tooManyMissing(1, 19), tooManyMissing(2, 20), tooManyMissing(21, 10_000)]).toEqual([true, true, true]);
});

test('a hand-over that is not there is not found', async () => {
  const answer = await server.send(
    HAND_OVER,
    { input: { ids: [globalId('HandOver', crypto.randomUUID())], successorId: null } },
    { as: world.hr },
  );
  expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});
