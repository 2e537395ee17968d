import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays, addMs, instantAt, plainDateIn } from '@planwright/schema/time';
import type { Client } from 'graphql-ws';
import { liveClient, until, watch } from '../../boards/testing/board-reader.js';
import {
  act,
  enrol,
  freshKey,
  makeWorld,
  type PlanWorld,
  personId,
  type Running,
  startPlan,
} from '../../enrolments/testing/plan-world.js';
import { smallPlan, WHOLE_RUBRIC } from '../../enrolments/testing/small-plan.js';
import type { TestPerson } from '../../testing/fixture.js';
import { operation } from '../../testing/operation.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

const SET = operation(
  'mutation ($input: DeputyInput!) { setDeputy(input: $input) { person { deputy { name } deputyPeriod { from until running deputy { name } } } userErrors { code path } } }',
);
const POSSIBLE = operation('query ($mentorId: ID!) { possibleDeputies(mentorId: $mentorId) { name } }');
const ENROLMENT = operation(
  'query ($id: ID!) { enrolment(id: $id) { person { name email } submissions { reviewer { name } } } }',
);
const QUEUE = operation('{ reviewQueue(first: 10) { edges { node { enrolment { person { name } } } } } }');
const VIEWER = operation('{ viewer { roles person { standsInFor { mentor { name } running } } } }');
const REVIEW = operation(
  'mutation ($input: ReviewSubmissionInput!) { reviewSubmission(input: $input) { submission { reviewer { name } } userErrors { code } } }',
);
const QUEUE_CHANGED = 'subscription { reviewQueueChanged }';
/** 09:00 on Monday where the mentor is. */
const MONDAY = '2026-01-05T01:00:00.000Z';

let server: TestServer;
let world: PlanWorld;
let running: Running;
let deputy: TestPerson;
let plans = 0;
const clients: Client[] = [];

beforeAll(async () => {
  // Streams read their reach again only when they are told to.
  server = await startTestServer({ now: MONDAY, sockets: { sweepMilliseconds: 600_000, reachMilliseconds: 600_000 } });
});
afterAll(() => server?.stop());
beforeEach(async () => {
  world = await makeWorld(server);
  deputy = await world.workspace.person({ name: 'Dee', roles: ['MENTOR'] });
  plans += 1;
  running = await startPlan(world, smallPlan(`deputies-${plans}`));
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});

const set = (input: { deputy: TestPerson | null; from: string; until?: string }, as = world.mentor) =>
  server.send(
    SET,
    {
      input: {
        mentorId: personId(world.mentor),
        deputyId: input.deputy && personId(input.deputy),
        from: input.from,
        until: input.until ?? null,
      },
    },
    { as },
  );
const errorsOf = async (answer: ReturnType<typeof set>) => (await answer).data?.setDeputy.userErrors;
const seen = async (as: TestPerson) => (await server.ask(ENROLMENT, { id: running.enrolmentId }, { as })).enrolment;
const queueOf = async (as: TestPerson) =>
  (await server.ask(QUEUE, {}, { as })).reviewQueue.edges.map(({ node }) => node.enrolment.person.name);

async function moveTo(instant: string): Promise<void> {
  server.clock.moveTo(instant);
  await server.sql.rows(
    `update session set last_seen_at = $1::timestamptz, expires_at = $1::timestamptz + interval '12 hours'`,
    [instant],
  );
  await server.running.deputies.wake();
}

async function handIn(who = world.learner, enrolmentId = running.enrolmentId): Promise<string> {
  await act(world, who, enrolmentId, 'course', 'COMPLETE');
  const handed = await act(world, who, enrolmentId, 'report', 'SUBMIT', { artefact: 'https://docs.example/1' });
  return handed.submission.id;
}

const review = (submissionId: string, as: TestPerson) =>
  server.send(
    REVIEW,
    { input: { submissionId, decision: 'APPROVE', criteria: WHOLE_RUBRIC, idempotencyKey: freshKey() } },
    { as },
  );
/** Days and midnights of the mentor, who is in Shanghai. */
const ZONE = 'Asia/Shanghai';
const day = (days: number) => addDays(plainDateIn(server.clock.real(), ZONE), days);
const midnight = (date: string) => instantAt(date, '00:00', ZONE);
const nightBefore = (date: string) => addMs(midnight(date), -1);

describe('a deputy', () => {
  test('sees and reviews while the period runs, and neither before nor after; the mentor sees it all along', async () => {
    const [from, until] = [day(1), day(2)];
    const submission = await handIn();
    expect(await errorsOf(set({ deputy, from, until }))).toEqual([]);
    expect([await seen(deputy), await queueOf(deputy)]).toEqual([null, []]);

    await moveTo(nightBefore(from));
    expect(await seen(deputy)).toBeNull();
    await moveTo(midnight(from));
    expect(await seen(deputy)).toMatchObject({ person: { name: 'Li' }, submissions: [{ reviewer: { name: 'Dee' } }] });
    expect((await seen(deputy))?.person.email).toContain('@');
    expect(await queueOf(deputy)).toEqual(['Li']);
    expect(await queueOf(world.mentor)).toEqual(['Li']);
    expect((await server.ask(VIEWER, {}, { as: deputy })).viewer).toMatchObject({
      roles: ['MENTOR'],
      person: { standsInFor: [{ mentor: { name: 'Mo' }, running: true }] },
    });

    const after = addDays(until, 1);
    await moveTo(nightBefore(after));
    expect(await queueOf(deputy)).toEqual(['Li']);
    await moveTo(midnight(after));
    expect([await seen(deputy), await queueOf(deputy)]).toEqual([null, []]);
    expect((await review(submission, deputy)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await queueOf(world.mentor)).toEqual(['Li']);
  });

  test('who reviews is who reviewed', async () => {
    const submission = await handIn();
    await set({ deputy, from: day(0) });
    const { data } = await review(submission, deputy);
    expect(data?.reviewSubmission).toEqual({ submission: { reviewer: { name: 'Dee' } }, userErrors: [] });
    expect(await queueOf(world.mentor)).toEqual([]);
  });

  test('never reviews work of their own, nor work that they share', async () => {
    const [own = ''] = await enrol(world, running.cohortId, [deputy], world.mentor);
    const mine = await handIn(deputy, own);
    const shared = await handIn();
    await server.sql.rows(
      `insert into enrolment_partner (workspace_id, enrolment_id, item_key, person_id) values ($1, $2, 'report', $3)`,
      [world.workspace.id, Buffer.from(running.enrolmentId, 'base64url').toString().split(':')[1], deputy.id],
    );
    await set({ deputy, from: day(0) });
    expect(await queueOf(deputy)).toEqual([]);
    expect((await review(mine, deputy)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await review(shared, deputy)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await queueOf(world.mentor)).toSorted()).toEqual(['Dee', 'Li']);
  });

  test('has streams that follow the beginning and the end by themselves', async () => {
    await handIn();
    const client = liveClient(server.wsUrl, { token: await server.token(deputy), language: 'en' });
    clients.push(client);
    const watching = watch<{ reviewQueueChanged: number }>(client, QUEUE_CHANGED, {});
    const counts = () => watching.results.map(({ data }) => data?.reviewQueueChanged);
    await until(() => counts().length > 0, 'a first count');
    const from = day(1);
    await set({ deputy, from, until: from });
    // The ticker alone tells the stream: nobody asks.
    await moveTo(midnight(from));
    await until(() => counts().at(-1) === 1, 'the period begins');
    await moveTo(midnight(day(1)));
    await until(() => counts().at(-1) === 0, 'the period ends');
    expect(counts()).toEqual([0, 1, 0]);
  });

  test('is replaced by another, and ended by a word', async () => {
    const other = await world.workspace.person({ name: 'Ola', roles: ['MENTOR'] });
    await set({ deputy, from: day(0) });
    await set({ deputy: other, from: day(0) });
    expect([await seen(deputy), (await seen(other))?.person.name]).toEqual([null, 'Li']);
    const ended = await set({ deputy: null, from: day(0) });
    expect(ended.data?.setDeputy).toEqual({ person: { deputy: null, deputyPeriod: null }, userErrors: [] });
    expect(await seen(other)).toBeNull();
  });

  test('who leaves stands in for nobody', async () => {
    await set({ deputy, from: day(0) });
    const input = { personId: personId(deputy), enrolments: null, successorId: null };
    await server.ask(
      operation(
        'mutation ($input: DeactivatePersonInput!) { deactivatePerson(input: $input) { userErrors { code } } }',
      ),
      { input },
      { as: world.hr },
    );
    const row = await server.sql.row<{ state: string }>('select state from deputy where deputy_id = $1', [deputy.id]);
    expect(row?.state).toBe('ENDED');
  });
});

describe('who names a deputy', () => {
  test('mentors choose among colleagues who mentor or lead, HR among everybody', async () => {
    const { possibleDeputies } = await server.ask(POSSIBLE, { mentorId: personId(world.mentor) }, { as: world.mentor });
    expect(possibleDeputies.map(({ name }) => name).toSorted()).toEqual(['Dee', 'Hana', 'Lena']);
    expect(await server.ask(POSSIBLE, { mentorId: personId(world.mentor) }, { as: world.learner })).toEqual({
      possibleDeputies: [],
    });
    expect(await errorsOf(set({ deputy: world.stranger, from: day(0) }))).toEqual([
      { code: 'INVALID', path: ['deputyId'] },
    ]);
    expect(await errorsOf(set({ deputy: world.mentor, from: day(0) }))).toEqual([
      { code: 'INVALID', path: ['deputyId'] },
    ]);
    expect(await errorsOf(set({ deputy: world.stranger, from: day(0) }, world.hr))).toEqual([]);
  });

  test('nobody else does', async () => {
    for (const as of [world.stranger, world.learner, deputy]) {
      const { errors } = await set({ deputy, from: day(0) }, as);
      expect(errors?.[0]?.extensions.code).toMatch(/^(NOT_FOUND|FORBIDDEN)$/);
    }
  });

  test('for a period that has sense', async () => {
    const bad = (from: string, until?: string) => errorsOf(set({ deputy, from, ...(until ? { until } : {}) }));
    expect(await bad(day(3), day(2))).toEqual([{ code: 'INVALID', path: ['until'] }]);
    expect(await bad(day(-9), day(-2))).toEqual([{ code: 'INVALID', path: ['until'] }]);
    expect(await bad(day(400))).toEqual([{ code: 'INVALID', path: ['from'] }]);
    expect(await bad(day(0), day(400))).toEqual([{ code: 'INVALID', path: ['until'] }]);
  });
});
