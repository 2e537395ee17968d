import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestPerson } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import {
  act,
  ask,
  ENROL_PEOPLE,
  freshKey,
  makeWorld,
  moveClock,
  type PlanWorld,
  personId,
  REVIEW,
  type Running,
  startPlan,
} from './testing/plan-world.js';
import { changesNothing } from './testing/row-counts.js';
import { smallPlan } from './testing/small-plan.js';

// On a busy machine a request may take a while; nothing here waits for time to pass.
let server: TestServer;
let world: PlanWorld;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server?.stop());

let plans = 0;
const freshPlan = (): Promise<Running> => {
  plans += 1;
  return startPlan(world, smallPlan(`plan-${plans}`));
};

const mutation = (name: string, fields = 'status') => {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) { ${name}(input: $input) { userErrors { code path } enrolment { id ${fields} } } }`;
};

const run = (name: string, input: object, as: TestPerson, fields?: string) =>
  ask(server, mutation(name, fields), { input }, { as });

const codeOf = async (name: string, input: object, as: TestPerson): Promise<unknown> => {
  const answer = await changesNothing(server.sql, () => server.execute(mutation(name), { input }, { as }));
  return answer.errors?.[0]?.extensions.code ?? answer.data[name].userErrors[0]?.code;
};

describe('a mentor', () => {
  test('is assigned by HR, sees the person from then on, and leaves a trace', async () => {
    const { enrolmentId } = await freshPlan();
    const next = await world.workspace.person({ name: 'Nora' });
    const query = 'query ($id: ID!) { enrolment(id: $id) { mentor { name } person { name } } }';
    expect(await ask(server, query, { id: enrolmentId }, { as: next })).toBeNull();
    const done = await run('assignMentor', { enrolmentId, mentorId: personId(next) }, world.hr, 'mentor { name }');
    expect(done).toMatchObject({ userErrors: [], enrolment: { mentor: { name: 'Nora' } } });
    expect(await ask(server, query, { id: enrolmentId }, { as: next })).toMatchObject({ person: { name: 'Li' } });
    expect(await ask(server, query, { id: enrolmentId }, { as: world.mentor })).toBeNull();
    const audit = await server.sql.rows(`select id from audit_entry where action = 'assignMentor' and outcome = 'OK'`);
    expect(audit.length).toBeGreaterThan(0);
  });

  test('is never the learner, nor somebody who left or is hidden; and only HR assigns one', async () => {
    const { enrolmentId } = await freshPlan();
    const gone = await world.workspace.person({ name: 'Gone', active: false });
    const other = await makeWorld(server);
    const assign = (person: TestPerson, as: TestPerson) =>
      codeOf('assignMentor', { enrolmentId, mentorId: personId(person) }, as);
    expect(await assign(world.learner, world.hr)).toBe('INVALID');
    expect(await assign(gone, world.hr)).toBe('INVALID');
    expect(await assign(other.mentor, world.hr)).toBe('NOT_FOUND');
    expect(await assign(world.mentor, world.mentor)).toBe('FORBIDDEN');
    expect(await assign(world.mentor, world.stranger)).toBe('NOT_FOUND');
  });
});

describe('an enrolment', () => {
  test('is paused and resumed; paused, the learner records nothing', async () => {
    const { enrolmentId } = await freshPlan();
    const reason = 'Parental leave';
    expect(await codeOf('resumeEnrolment', { enrolmentId, reason }, world.hr)).toBe('NOT_NOW');
    expect(await codeOf('pauseEnrolment', { enrolmentId, reason: ' ' }, world.hr)).toBe('INVALID');
    expect(await codeOf('pauseEnrolment', { enrolmentId, reason }, world.mentor)).toBe('FORBIDDEN');
    expect(await run('pauseEnrolment', { enrolmentId, reason }, world.hr)).toMatchObject({
      enrolment: { status: 'PAUSED' },
    });
    expect(await codeOf('pauseEnrolment', { enrolmentId, reason }, world.hr)).toBe('NOT_NOW');
    const tried = await act(world, world.learner, enrolmentId, 'course', 'COMPLETE');
    expect(tried.userErrors).toMatchObject([{ code: 'NOT_NOW' }]);
    expect(await run('resumeEnrolment', { enrolmentId, reason }, world.hr)).toMatchObject({
      enrolment: { status: 'ACTIVE' },
    });
  });

  test('cancelled by mistake comes back with everything that was done, and the board counts it again', async () => {
    const { enrolmentId, cohortId } = await freshPlan();
    const reason = 'Was somebody else';
    const board = async () =>
      ask(
        server,
        'query ($id: ID!) { board(cohortId: $id) { rows { personName } counters { people doneCount doneOf overdue } } }',
        { id: cohortId },
        { as: world.hr },
      );
    await act(world, world.learner, enrolmentId, 'course', 'COMPLETE');
    const before = await board();
    expect(await codeOf('undoCancellation', { enrolmentId, reason }, world.hr)).toBe('NOT_NOW');
    await run('cancelEnrolment', { enrolmentId, reason: 'Left' }, world.hr);
    expect((await board()).counters).toMatchObject({ people: 0, doneCount: 0 });

    const again = { cohortId, personIds: [personId(world.learner)] };
    const refused = await ask(server, ENROL_PEOPLE, { input: again }, { as: world.hr, language: 'en' });
    expect(refused.userErrors).toMatchObject([{ code: 'ALREADY_ENROLLED', path: ['personIds', '0'] }]);
    expect(refused.userErrors[0].message).toContain('Undo the cancellation');
    const { cancelled } = await ask(
      server,
      'query ($id: ID!) { cohort(id: $id) { cancelled { id person { name } } } }',
      { id: cohortId },
      { as: world.hr },
    );
    expect(cancelled).toMatchObject([{ id: enrolmentId }]);

    expect(await codeOf('undoCancellation', { enrolmentId, reason: ' ' }, world.hr)).toBe('INVALID');
    expect(await codeOf('undoCancellation', { enrolmentId, reason }, world.mentor)).toBe('FORBIDDEN');
    expect(await run('undoCancellation', { enrolmentId, reason }, world.hr)).toMatchObject({
      enrolment: { status: 'ACTIVE' },
    });
    expect(await board()).toEqual(before);
    const report = await act(world, world.learner, enrolmentId, 'report', 'SUBMIT', { artefact: 'https://x.example' });
    expect(report.userErrors).toEqual([]);
    const { history } = await ask(
      server,
      'query ($id: ID!) { enrolment(id: $id) { history(first: 50) { edges { node { type data } } } } }',
      { id: enrolmentId },
      { as: world.hr },
    );
    expect(history.edges).toContainEqual({ node: { type: 'cancellationUndone', data: { reason } } });
  });

  test('is cancelled and leaves its board', async () => {
    const { enrolmentId, cohortId } = await freshPlan();
    const done = await run('cancelEnrolment', { enrolmentId, reason: 'Left' }, world.admin);
    expect(done).toMatchObject({ enrolment: { status: 'CANCELLED' } });
    expect(await codeOf('cancelEnrolment', { enrolmentId, reason: 'Left' }, world.hr)).toBe('NOT_NOW');
    const tried = await act(world, world.learner, enrolmentId, 'course', 'COMPLETE');
    expect(tried.userErrors).toMatchObject([{ code: 'NOT_NOW' }]);
    const board = await ask(
      server,
      'query ($id: ID!) { board(cohortId: $id) { rows { personName } counters { people } } }',
      { id: cohortId },
      { as: world.hr },
    );
    expect(board).toEqual({ rows: [], counters: { people: 0 } });
    const cohort = await ask(
      server,
      'query ($id: ID!) { cohort(id: $id) { personCount } }',
      { id: cohortId },
      { as: world.hr },
    );
    expect(cohort.personCount).toBe(0);
  });

  test('gets another due date by a recorded act, which shows everywhere', async () => {
    const { enrolmentId } = await freshPlan();
    const at = '2026-01-12T10:00:00.000Z';
    const input = { enrolmentId, itemKey: 'course', at, reason: 'Ill' };
    const done = await run('changeDueDate', input, world.mentor, 'items { key dueAt }');
    expect(done.enrolment.items[0]).toEqual({ key: 'course', dueAt: at });
    expect(await codeOf('changeDueDate', { ...input, itemKey: 'nowhere' }, world.hr)).toBe('INVALID');
    expect(await codeOf('changeDueDate', { ...input, stepKey: 'nowhere' }, world.hr)).toBe('INVALID');
    expect(await codeOf('changeDueDate', { ...input, at: '2020-01-01T00:00:00Z' }, world.hr)).toBe('INVALID');
    expect(await codeOf('changeDueDate', input, world.learner)).toBe('FORBIDDEN');
    await act(world, world.learner, enrolmentId, 'course', 'COMPLETE');
    expect(await codeOf('changeDueDate', input, world.hr)).toBe('NOT_NOW');
  });

  test('is shown as it was at an earlier time', async () => {
    const { enrolmentId } = await freshPlan();
    const asOf = server.clock.real();
    server.clock.advance(60_000);
    await act(world, world.learner, enrolmentId, 'course', 'COMPLETE');
    const query =
      'query ($id: ID!, $asOf: DateTime) { enrolment(id: $id, asOf: $asOf) { progress { done } items { key state } history(first: 100) { edges { node { type } } } } }';
    const now = await ask(server, query, { id: enrolmentId }, { as: world.mentor });
    expect(now).toMatchObject({ progress: { done: 1 }, items: [{ key: 'course', state: 'DONE' }, {}, {}, {}] });
    const then = await ask(server, query, { id: enrolmentId, asOf }, { as: world.mentor });
    expect(then).toMatchObject({ progress: { done: 0 }, items: [{ key: 'course', state: 'AVAILABLE' }, {}, {}, {}] });
    const types = (answer: typeof now) => answer.history.edges.map(({ node }: { node: { type: string } }) => node.type);
    expect(types(now)).toContain('completed');
    expect(types(then)).not.toContain('completed');
    expect(
      await ask(server, query, { id: enrolmentId, asOf: '2025-01-01T00:00:00Z' }, { as: world.mentor }),
    ).toBeNull();
  });
});

describe('a partner', () => {
  test('sees the shared task and its submissions, works on it, and sees nothing else', async () => {
    const { enrolmentId } = await freshPlan();
    const { hr, peer, mentor, learner, lead } = world;
    const chosen = { enrolmentId, itemKey: 'project', personIds: [personId(peer)] };
    // Learners do not see colleagues, so for them there is nobody with that id.
    expect(await codeOf('choosePartners', chosen, learner)).toBe('NOT_FOUND');
    expect(await codeOf('choosePartners', { ...chosen, itemKey: 'course' }, hr)).toBe('INVALID');
    expect(await codeOf('choosePartners', { ...chosen, personIds: [personId(learner)] }, hr)).toBe('INVALID');
    expect(await codeOf('choosePartners', { ...chosen, personIds: [personId(peer), personId(mentor)] }, hr)).toBe(
      'INVALID',
    );
    const done = await run('choosePartners', chosen, hr, 'partners { itemKey person { name } }');
    expect(done.enrolment.partners).toEqual([{ itemKey: 'project', person: { name: 'Pia' } }]);

    await moveClock(server, '2026-01-19T01:00:00.000Z');
    const mine =
      '{ myWork { overdue { item { key } } thisWeek { enrolmentId item { key title state } planTitle mentorName } nextMonth { item { key } } } }';
    const work = await ask(server, mine, {}, { as: peer });
    expect([...work.thisWeek, ...work.nextMonth].map(({ item }: { item: { key: string } }) => item.key)).toEqual([
      'project',
    ]);
    expect(work.overdue).toEqual([]);
    const query =
      'query ($id: ID!) { enrolment(id: $id) { person { name email } items { key } submissions { itemKey } progress { completion onTime } history(first: 5) { edges { node { seq } } } stages { key } } }';
    expect(await ask(server, query, { id: enrolmentId }, { as: peer })).toEqual({
      person: { name: 'Li', email: null },
      items: [{ key: 'project' }],
      submissions: [],
      progress: { completion: 0, onTime: null },
      history: { edges: [] },
      stages: [],
    });
    const elsewhere = { enrolmentId, itemKey: 'course', action: 'COMPLETE', idempotencyKey: freshKey() };
    const tried = await server.execute(
      'mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { event { seq } } }',
      { input: elsewhere },
      { as: peer },
    );
    expect(tried.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const draft = await act(world, peer, enrolmentId, 'project', 'SUBMIT', { stepKey: 'draft', artefact: 'Ours' });
    expect(draft).toMatchObject({ userErrors: [], submission: { attempt: 1 } });
    const final = await act(world, learner, enrolmentId, 'project', 'SUBMIT', {
      stepKey: 'final',
      artefact: 'Ours, too',
    });
    expect(final.userErrors).toEqual([]);
    const queue = await ask(server, '{ reviewQueue(first: 10) { edges { node { id stepKey } } } }', {}, { as: lead });
    expect(queue.edges).toEqual([{ node: { id: final.submission.id, stepKey: 'final' } }]);
    const input = { submissionId: final.submission.id, decision: 'APPROVE', idempotencyKey: freshKey() };
    const approved = await ask(server, REVIEW, { input }, { as: lead });
    expect(approved).toMatchObject({ userErrors: [], submission: { decision: 'APPROVE' } });

    await run('cancelEnrolment', { enrolmentId, reason: 'Left' }, hr);
    expect(await ask(server, query, { id: enrolmentId }, { as: peer })).toBeNull();
  });
});
