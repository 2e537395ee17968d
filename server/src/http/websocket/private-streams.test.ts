import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from 'graphql-ws';
import { globalId } from '../../access/graphql/global-id.js';
import { type ClientOptions, liveClient, until, type Watching, watch } from '../../boards/testing/board-reader.js';
import {
  act,
  ask,
  enrol,
  freshKey,
  makeWorld,
  moveClock,
  type PlanWorld,
  personId,
  REVIEW,
  type Running,
  startPlan,
} from '../../enrolments/testing/plan-world.js';
import { smallPlan, WHOLE_RUBRIC } from '../../enrolments/testing/small-plan.js';
import type { TestPerson } from '../../testing/fixture.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

const ENROLMENT = `id status person { name } mentor { name } progress { done needed overdue }
  items { key state title overdue lockedBecause { text } } submissions { id decision }`;
const ENROLMENT_CHANGED = `subscription ($id: ID!) { enrolmentChanged(id: $id) { ${ENROLMENT} } }`;
const QUEUE_CHANGED = 'subscription { reviewQueueChanged }';

interface Enrolment {
  mentor: { name: string } | null;
  progress: { done: number; overdue: number };
  items: { key: string; state: string; title: string; lockedBecause: { text: string }[] }[];
}

let server: TestServer;
let world: PlanWorld;
let running: Running;
let clients: Client[];
let plans = 0;

beforeAll(async () => {
  server = await startTestServer({ sockets: { sweepMilliseconds: 600_000, reachMilliseconds: 50 } });
});
afterAll(() => server?.stop());

beforeEach(async () => {
  clients = [];
  world = await makeWorld(server);
  plans += 1;
  running = await startPlan(world, smallPlan(`private-${plans}`));
});
afterEach(() => Promise.all(clients.map((client) => client.dispose())));

async function open(as: TestPerson, options: ClientOptions = {}): Promise<Client> {
  const client = liveClient(server.wsUrl, { token: await server.token(as), language: 'en', ...options });
  clients.push(client);
  return client;
}

/** The values that a stream has sent, from the first on. */
async function follow<T>(as: TestPerson, query: string, variables = {}, options: ClientOptions = {}) {
  const watching: Watching<Record<string, T>> = watch(await open(as, options), query, variables);
  await until(() => watching.results.length > 0, `${as.name} gets a first value`);
  expect(watching.results[0]?.errors).toBeUndefined();
  const values = () => watching.results.flatMap(({ data }) => (data ? Object.values(data) : []));
  const latest = () => values().at(-1);
  return { watching, values, latest };
}

const followEnrolment = (as: TestPerson, options: ClientOptions = {}) =>
  follow<Enrolment>(as, ENROLMENT_CHANGED, { id: running.enrolmentId }, options);
const followQueue = (as: TestPerson) => follow<number>(as, QUEUE_CHANGED);

const stateOf = (enrolment: Enrolment | undefined, key: string) =>
  enrolment?.items.find((item) => item.key === key)?.state;
const asked = (as: TestPerson) =>
  ask(server, `query ($id: ID!) { enrolment(id: $id) { ${ENROLMENT} } }`, { id: running.enrolmentId }, { as });

async function handIn(by = world.learner, enrolmentId = running.enrolmentId): Promise<string> {
  await act(world, by, enrolmentId, 'course', 'COMPLETE');
  const handed = await act(world, by, enrolmentId, 'report', 'SUBMIT', { artefact: 'https://docs.example/1' });
  expect(handed.userErrors).toEqual([]);
  return handed.submission.id;
}

async function review(by: TestPerson, submissionId: string, decision = 'APPROVE'): Promise<void> {
  const input = {
    submissionId,
    decision,
    score: 80,
    criteria: WHOLE_RUBRIC,
    comment: 'Seen',
    idempotencyKey: freshKey(),
  };
  expect((await ask(server, REVIEW, { input }, { as: by })).userErrors).toEqual([]);
}

async function assign(enrolmentId: string, mentor: TestPerson): Promise<void> {
  const ASSIGN = 'mutation ($input: AssignMentorInput!) { assignMentor(input: $input) { userErrors { code } } }';
  const input = { enrolmentId, mentorId: personId(mentor) };
  expect((await ask(server, ASSIGN, { input }, { as: world.hr })).userErrors).toEqual([]);
}

/** The stream has said NOT_FOUND and has ended. */
async function refused(watching: Watching<unknown>): Promise<string | undefined> {
  const errors = () => {
    const given = watching.error as { message: string; extensions?: { code?: string } }[] | undefined;
    return given ?? watching.results.find((result) => result.errors)?.errors;
  };
  await until(() => errors() !== undefined, 'the refusal comes');
  expect(errors()).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  await until(() => watching.completed || watching.error !== undefined, 'the stream ends');
  return errors()?.[0]?.message;
}

describe('an enrolment that is followed', () => {
  test('is shown as it is at once, the same as when it is asked for', async () => {
    for (const reader of [world.learner, world.mentor, world.lead, world.hr, world.admin]) {
      const { values } = await followEnrolment(reader);
      expect(values()).toEqual([await asked(reader)]);
    }
  });

  test('is shown again when somebody else has changed it', async () => {
    const { latest } = await followEnrolment(world.learner);
    await act(world, world.hr, running.enrolmentId, 'course', 'COMPLETE');
    await until(() => stateOf(latest(), 'course') === 'DONE', 'the course is done');
    const submissionId = await handIn();
    await until(() => stateOf(latest(), 'report') === 'SUBMITTED', 'the report is handed in');
    await review(world.mentor, submissionId, 'RETURN');
    await until(() => stateOf(latest(), 'report') === 'RETURNED', 'the report is returned');
    await assign(running.enrolmentId, world.peer);
    await until(() => latest()?.mentor?.name === 'Pia', 'the new mentor shows');
    expect(latest()).toEqual(await asked(world.learner));
  });

  test('is not shown again when something happens to others', async () => {
    const { values, latest } = await followEnrolment(world.learner);
    const [other = ''] = await enrol(world, running.cohortId, [world.peer], world.mentor);
    await act(world, world.peer, other, 'course', 'COMPLETE');
    await act(world, world.learner, running.enrolmentId, 'course', 'START');
    await until(() => stateOf(latest(), 'course') === 'STARTED', 'the start shows');
    expect(values().map((value) => stateOf(value, 'course'))).toEqual(['AVAILABLE', 'STARTED']);
  });

  test('ends for a mentor who is no longer its mentor, and shows them nothing of what comes after', async () => {
    const { watching, values } = await followEnrolment(world.mentor);
    await assign(running.enrolmentId, world.peer);
    await refused(watching);
    const before = values().length;
    const other = await followEnrolment(world.peer);
    await act(world, world.learner, running.enrolmentId, 'course', 'COMPLETE');
    await until(() => stateOf(other.latest(), 'course') === 'DONE', 'the new mentor sees the next change');
    expect(values()).toHaveLength(before);
  });

  test('ends for a lead whose report it was, and for HR who lost the role', async () => {
    const helper = await world.workspace.person({ name: 'Hella', roles: ['HR'] });
    const lead = await followEnrolment(world.lead);
    const hr = await followEnrolment(helper);
    await server.sql.rows('update person set manager_id = null where id = $1', [world.learner.id]);
    await server.sql.rows('delete from role_grant where person_id = $1', [helper.id]);
    await refused(lead.watching);
    await refused(hr.watching);
  });

  test('does not exist for a stranger, nor by an id of something else, nor of nothing', async () => {
    const client = await open(world.stranger);
    const ids = [running.enrolmentId, running.cohortId, globalId('Enrolment', crypto.randomUUID()), 'garbage', ''];
    const said = new Set<string | undefined>();
    for (const id of ids) {
      const watching = watch(client, ENROLMENT_CHANGED, { id });
      said.add(await refused(watching));
      expect(watching.results.every(({ data }) => !data)).toBe(true);
    }
    // What is hidden and what is not there are told in the same words.
    expect([...said]).toEqual(['This does not exist, or you may not see it.']);
  });

  test('closes with the session of its reader', async () => {
    const leaver = await world.workspace.person({ name: 'Leo', roles: ['HR'] });
    const codes: number[] = [];
    const on = { closed: (event: unknown) => void codes.push((event as CloseEvent).code) };
    const { values } = await followEnrolment(leaver, { on });
    await ask(server, 'mutation { signOut { userErrors { code } } }', {}, { as: leaver });
    await until(() => codes.length > 0, 'the socket closes');
    expect(codes).toEqual([4403]);
    const other = await followEnrolment(world.hr);
    await act(world, world.learner, running.enrolmentId, 'course', 'COMPLETE');
    await until(() => stateOf(other.latest(), 'course') === 'DONE', 'others see the next change');
    expect(values()).toHaveLength(1);
  });

  test('speaks the language that the connection asks for, before that of the person and of the browser', async () => {
    const chinese = await world.workspace.person({ name: 'Chen', roles: ['HR'], locale: 'zh-CN' });
    const course = (value: Enrolment | undefined) => value?.items.find(({ key }) => key === 'course')?.title;
    const reason = (value: Enrolment | undefined) =>
      value?.items.find(({ key }) => key === 'report')?.lockedBecause[0]?.text;
    const said = async (as: TestPerson, options: ClientOptions) => {
      const { latest } = await followEnrolment(as, options);
      return [course(latest()), /\p{Script=Han}/u.test(reason(latest())?.replace('（中文）', '') ?? '')];
    };
    expect(await said(world.hr, { language: 'zh-CN' })).toEqual(['Course（中文）', true]);
    expect(await said(chinese, { language: 'en' })).toEqual(['Course', false]);
    expect(await said(chinese, { language: '' })).toEqual(['Course（中文）', true]);
    expect(await said(world.hr, { language: '' })).toEqual(['Course', false]);
    // A tag with a region, and one of a language that we do not speak.
    expect(await said(chinese, { language: 'en-GB' })).toEqual(['Course', false]);
    expect(await said(chinese, { language: 'fr' })).toEqual(['Course（中文）', true]);
  });

  test('is refused in the language that the connection asks for', async () => {
    const message = async (query: string, variables: Record<string, unknown>) =>
      refused(watch(await open(world.stranger, { language: 'zh-CN' }), query, variables));
    expect(await message(ENROLMENT_CHANGED, { id: running.enrolmentId })).toBe('内容不存在，或你无权查看。');
    const board = 'subscription ($id: ID!) { boardChanged(cohortId: $id) { cursor } }';
    expect(await message(board, { id: running.cohortId })).toBe('内容不存在，或你无权查看。');
    expect(await message(board, { id: 'garbage' })).toBe('内容不存在，或你无权查看。');
  });
});

describe('the number of submissions that wait', () => {
  test('goes up when work is handed in and down when it was reviewed', async () => {
    const { values, latest } = await followQueue(world.mentor);
    const [other = ''] = await enrol(world, running.cohortId, [world.peer], world.mentor);
    const first = await handIn();
    await until(() => latest() === 1, 'one waits');
    const second = await handIn(world.peer, other);
    await until(() => latest() === 2, 'two wait');
    await review(world.mentor, first, 'RETURN');
    await until(() => latest() === 1, 'one waits again');
    await review(world.mentor, second);
    await until(() => latest() === 0, 'none waits');
    expect(values()).toEqual([0, 1, 2, 1, 0]);
  });

  test('moves for the one who is to review only', async () => {
    const nora = await world.workspace.person({ name: 'Nora', department: world.sales });
    const [other = ''] = await enrol(world, running.cohortId, [world.peer], nora);
    const readers = [world.mentor, nora, world.learner, world.lead, world.hr, world.stranger];
    const queues = await Promise.all(readers.map(followQueue));
    await handIn();
    await until(() => queues[0]?.latest() === 1, 'the mentor has one');
    await handIn(world.peer, other);
    await until(() => queues[1]?.latest() === 1, 'the other mentor has one');
    expect(queues.map(({ values }) => values())).toEqual([[0, 1], [0, 1], [0], [0], [0], [0]]);
  });

  test('follows the work to a new mentor', async () => {
    const [old, next] = await Promise.all([world.mentor, world.peer].map(followQueue));
    await handIn();
    await until(() => old?.latest() === 1, 'the old mentor has it');
    await assign(running.enrolmentId, world.peer);
    await until(() => old?.latest() === 0 && next?.latest() === 1, 'the new mentor has it');
  });

  test('comes to the superior with what is theirs to review', async () => {
    const { latest } = await followQueue(world.lead);
    await moveClock(server, '2026-01-19T01:00:00.000Z');
    const partners = { enrolmentId: running.enrolmentId, itemKey: 'project', personIds: [personId(world.peer)] };
    const CHOOSE = 'mutation ($input: ChoosePartnersInput!) { choosePartners(input: $input) { userErrors { code } } }';
    await ask(server, CHOOSE, { input: partners }, { as: world.hr });
    for (const stepKey of ['draft', 'final']) {
      const handed = await act(world, world.learner, running.enrolmentId, 'project', 'SUBMIT', {
        stepKey,
        artefact: 'x',
      });
      expect(handed.userErrors).toEqual([]);
    }
    await until(() => (latest() ?? 0) > 0, 'the queue of the superior has it');
    const queue = await ask(server, '{ reviewQueue(first: 100) { edges { cursor } } }', {}, { as: world.lead });
    await until(() => latest() === queue.edges.length, 'it is as long as the queue');
  });

  test('counts for HR what has lost its mentor, from when somebody becomes HR', async () => {
    const admin = await followQueue(world.admin);
    const [other = ''] = await enrol(world, running.cohortId, [world.peer]);
    await handIn(world.peer, other);
    const { latest } = await followQueue(world.hr);
    expect(latest()).toBe(1);
    await server.sql.rows('insert into role_grant (workspace_id, person_id, role) values ($1, $2, $3)', [
      world.workspace.id,
      world.admin.id,
      'HR',
    ]);
    await until(() => admin.latest() === 1, 'it waits for the administrator too');
    expect(admin.values()).toEqual([0, 1]);
  });
});
