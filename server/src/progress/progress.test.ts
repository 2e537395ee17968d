import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { statementsOf, working } from '../enrolments/testing/count-statements.js';
import {
  act,
  ask,
  freshKey,
  makeWorld,
  type PlanWorld,
  RECORD,
  REVIEW,
  type Running,
  startPlan,
} from '../enrolments/testing/plan-world.js';
import { changesNothing } from '../enrolments/testing/row-counts.js';
import { smallPlan, WHOLE_RUBRIC } from '../enrolments/testing/small-plan.js';
import type { TestPerson } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

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

const refusedAct = async (as: TestPerson, running: Running, itemKey: string, action: string, more: object = {}) => {
  const answer = await changesNothing(server.sql, () =>
    act(world, as, running.enrolmentId, itemKey, action, { ...more }),
  );
  expect(answer).toMatchObject({ enrolment: null, event: null, submission: null });
  return answer.userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path]);
};

const submit = async (running: Running): Promise<string> => {
  const { learner } = world;
  await act(world, learner, running.enrolmentId, 'course', 'COMPLETE', { minutes: 80 });
  const answer = await act(world, learner, running.enrolmentId, 'report', 'SUBMIT', {
    artefact: 'https://docs.example/1',
    comment: 'Done',
  });
  expect(answer.userErrors).toEqual([]);
  return answer.submission.id;
};

const review = (as: TestPerson, submissionId: string, more: object) =>
  ask(server, REVIEW, { input: { submissionId, idempotencyKey: freshKey(), ...more } }, { as });

describe('recording progress', () => {
  test('completes a course, opens what waited for it, and says who did it when', async () => {
    const { enrolmentId } = await freshPlan();
    const answer = await act(world, world.learner, enrolmentId, 'course', 'COMPLETE', { minutes: 80 });
    expect(answer).toMatchObject({
      userErrors: [],
      submission: null,
      event: { type: 'completed', itemKey: 'course', actor: { name: 'Li' }, data: { minutes: 80, source: 'MARKED' } },
      enrolment: { status: 'ACTIVE', progress: { done: 1, needed: 3, completion: 1 / 3, onTime: 1, overdue: 0 } },
    });
    const states = Object.fromEntries(
      answer.enrolment.items.map(({ key, state }: { key: string; state: string }) => [key, state]),
    );
    expect(states).toEqual({ course: 'DONE', report: 'AVAILABLE', test: 'AVAILABLE', project: 'LOCKED' });
  });

  test('an unknown item, a locked item and an act that does not fit are refused with their code', async () => {
    const running = await freshPlan();
    const { learner } = world;
    expect(await refusedAct(learner, running, 'nowhere', 'COMPLETE')).toEqual([['INVALID', 'itemKey']]);
    expect(await refusedAct(learner, running, 'report', 'SUBMIT', { artefact: 'x' })).toEqual([
      ['LOCKED_ITEM', 'itemKey'],
    ]);
    expect(await refusedAct(learner, running, 'project', 'START')).toEqual([['LOCKED_ITEM', 'itemKey']]);
    expect(await refusedAct(learner, running, 'test', 'SCORE', { score: 90 })).toEqual([['INVALID', 'action']]);
    expect(await refusedAct(world.mentor, running, 'test', 'SCORE', { score: 190 })).toEqual([['INVALID', 'score']]);
    expect(await refusedAct(learner, running, 'course', 'EXCUSE')).toEqual([['INVALID', 'action']]);
    await act(world, learner, running.enrolmentId, 'course', 'COMPLETE');
    expect(await refusedAct(learner, running, 'course', 'COMPLETE')).toEqual([['NOT_NOW']]);
    expect(await refusedAct(learner, running, 'report', 'SUBMIT', { artefact: ' ' })).toEqual([
      ['INVALID', 'artefact'],
    ]);
  });

  test('the same key records once and answers the same; with other content it is refused', async () => {
    const running = await freshPlan();
    const input = {
      enrolmentId: running.enrolmentId,
      itemKey: 'course',
      action: 'COMPLETE',
      idempotencyKey: freshKey(),
    };
    const first = await ask(server, RECORD, { input }, { as: world.learner });
    const again = await changesNothing(server.sql, () => ask(server, RECORD, { input }, { as: world.learner }));
    expect(again).toEqual(first);
    const reused = async (change: object, as = world.learner) => {
      const answer = await changesNothing(server.sql, () =>
        ask(server, RECORD, { input: { ...input, ...change } }, { as }),
      );
      return answer.userErrors.map(({ code }: { code: string }) => code);
    };
    expect(await reused({ minutes: 5 })).toEqual(['KEY_REUSED']);
    expect(await reused({ action: 'START' })).toEqual(['KEY_REUSED']);
    expect(await reused({}, world.mentor)).toEqual(['KEY_REUSED']);
    const other = await freshPlan();
    expect(await reused({ enrolmentId: other.enrolmentId })).toEqual(['KEY_REUSED']);
    expect(await reused({ idempotencyKey: '' })).toEqual(['INVALID']);
  });

  test('the same request twenty times at once records one event, in a gap-free order', async () => {
    const running = await freshPlan();
    const input = {
      enrolmentId: running.enrolmentId,
      itemKey: 'course',
      action: 'COMPLETE',
      idempotencyKey: freshKey(),
    };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask(server, RECORD, { input }, { as: world.learner })),
    );
    expect(new Set(answers.map(({ event }) => event.seq)).size).toBe(1);
    await Promise.all(
      ['START', 'START', 'START'].map((action) => act(world, world.learner, running.enrolmentId, 'report', action)),
    );
    const rows = await server.sql.rows<{ seq: number; type: string }>(
      'select seq, type from progress_event where enrolment_id = $1 order by seq',
      [uuidOf(running.enrolmentId)],
    );
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.filter(({ type }) => type === 'completed')).toHaveLength(1);
    expect(rows.filter(({ type }) => type === 'started')).toHaveLength(1);
  });

  test('a mentor may say when it happened, a learner may not, and nobody into the future', async () => {
    const running = await freshPlan();
    const { learner, mentor } = world;
    server.clock.advance(3_600_000);
    const earlier = { occurredAt: '2026-01-05T01:10:00Z' };
    expect(await refusedAct(learner, running, 'course', 'COMPLETE', earlier)).toEqual([['INVALID', 'occurredAt']]);
    const future = { occurredAt: '2027-01-01T00:00:00Z' };
    expect(await refusedAct(mentor, running, 'course', 'COMPLETE', future)).toEqual([['INVALID', 'occurredAt']]);
    const done = await act(world, mentor, running.enrolmentId, 'course', 'COMPLETE', earlier);
    expect(done.userErrors).toEqual([]);
    const { items } = await ask(
      server,
      'query ($id: ID!) { enrolment(id: $id) { items { key completedAt } } }',
      { id: running.enrolmentId },
      { as: learner },
    );
    expect(items[0]).toEqual({ key: 'course', completedAt: '2026-01-05T01:10:00.000Z' });
  });

  test('is not for strangers, who do not see the enrolment, nor for a foreign workspace', async () => {
    const running = await freshPlan();
    const other = await makeWorld(server);
    const input = {
      enrolmentId: running.enrolmentId,
      itemKey: 'course',
      action: 'COMPLETE',
      idempotencyKey: freshKey(),
    };
    for (const as of [world.stranger, other.hr, other.learner]) {
      const answer = await changesNothing(server.sql, () => server.execute(RECORD, { input }, { as }));
      expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const anonymous = await server.execute(RECORD, { input });
    expect(anonymous.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('costs at most eight statements, and writes only the rows that changed', async () => {
    const running = await freshPlan();
    await act(world, world.learner, running.enrolmentId, 'test', 'START');
    const input = {
      enrolmentId: running.enrolmentId,
      itemKey: 'course',
      action: 'COMPLETE',
      idempotencyKey: freshKey(),
    };
    const slim = 'mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { event { seq } } }';
    const before = await versionsOfRows(running);
    const texts = working(await statementsOf(() => ask(server, slim, { input }, { as: world.learner })));
    // Who is asking (session and reach) is not part of the act; nor is reading the answer.
    const first = texts.findIndex((text) => /from enrolment e left join person/.test(text));
    const last = texts.findLastIndex((text) => /board_counter/.test(text));
    expect(texts.slice(first, last + 1).length).toBeLessThanOrEqual(8);
    const after = await versionsOfRows(running);
    const changed = Object.keys(after).filter((key) => after[key] !== before[key]);
    expect(changed.sort()).toEqual(['item course', 'item report', 'state']);
  });
});

/** Which physical version of each row of the enrolment is there: a row that was written again has another. */
async function versionsOfRows({ enrolmentId }: Running): Promise<Record<string, string>> {
  const rows = await server.sql.rows<{ key: string; version: string }>(
    `select 'item ' || item_key as key, xmin || ' ' || ctid as version from item_state where enrolment_id = $1
     union all select 'state', xmin || ' ' || ctid from enrolment_state where enrolment_id = $1`,
    [uuidOf(enrolmentId)],
  );
  return Object.fromEntries(rows.map(({ key, version }) => [key, version]));
}

const uuidOf = (id: string): string => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';

describe('a review', () => {
  test('waits with its deadline in the queue of the mentor, and of nobody else', async () => {
    const running = await freshPlan();
    const id = await submit(running);
    const queue =
      '{ reviewQueue(first: 50) { edges { node { id itemKey itemTitle planTitle attempt artefact note feedbackDueAt reviewer { name } enrolment { person { name } } criteria { key weight score } } } } }';
    const mine = (await ask(server, queue, {}, { as: world.mentor })).edges.map(({ node }: { node: object }) => node);
    expect(mine.find((node: { id: string }) => node.id === id)).toMatchObject({
      itemKey: 'report',
      itemTitle: 'Report',
      planTitle: 'Small plan',
      attempt: 1,
      artefact: 'https://docs.example/1',
      note: 'Done',
      feedbackDueAt: new Date(Date.parse(server.clock.real()) + 86_400_000).toISOString(),
      reviewer: { name: 'Mo' },
      enrolment: { person: { name: 'Li' } },
      criteria: [
        { key: 'depth', weight: 60, score: null },
        { key: 'form', weight: 40, score: null },
      ],
    });
    for (const as of [world.lead, world.learner, world.peer, world.hr]) {
      const theirs = await ask(server, queue, {}, { as });
      expect(theirs.edges.map(({ node }: { node: { id: string } }) => node.id)).not.toContain(id);
    }
  });

  test('approves with a score by criteria; a second one is refused', async () => {
    const running = await freshPlan();
    const id = await submit(running);
    const criteria = [
      { key: 'depth', score: 90 },
      { key: 'form', score: 70 },
    ];
    const done = await review(world.mentor, id, { decision: 'APPROVE', score: 82, criteria, comment: 'Good' });
    expect(done).toMatchObject({
      userErrors: [],
      submission: {
        decision: 'APPROVE',
        score: 82,
        comment: 'Good',
        reviewer: { name: 'Mo' },
        criteria: [
          { key: 'depth', weight: 60, score: 90 },
          { key: 'form', weight: 40, score: 70 },
        ],
      },
      enrolment: { progress: { done: 2, feedbackGiven: 1, feedbackInTime: 1 } },
    });
    expect(done.enrolment.items[1]).toMatchObject({ state: 'DONE', outcome: 'APPROVED', score: 82 });
    await server.running.scoring.wake();
    const second = await changesNothing(server.sql, () => review(world.hr, id, { decision: 'APPROVE' }));
    expect(second.userErrors).toMatchObject([{ code: 'ALREADY_REVIEWED' }]);
  });

  test('approves only when every criterion is scored, and says which is not', async () => {
    const running = await freshPlan();
    const id = await submit(running);
    const given = { none: undefined, one: [{ key: 'depth', score: 90 }], another: [{ key: 'manners', score: 90 }] };
    const open = { none: 'depth, form', one: 'form', another: 'depth, form' };
    for (const how of ['none', 'one', 'another'] as const) {
      const tried = await changesNothing(server.sql, () =>
        review(world.mentor, id, { decision: 'APPROVE', score: 90, criteria: given[how] }),
      );
      expect(tried.userErrors).toEqual([
        {
          code: 'INVALID',
          message: `Score every criterion before you approve. Not scored yet: ${open[how]}.`,
          path: ['criteria'],
        },
      ]);
    }
    // Work that goes back may be scored in part.
    const back = await review(world.mentor, id, { decision: 'RETURN', criteria: given.one, comment: 'More, please' });
    expect(back.userErrors).toEqual([]);
  });

  test('by two people at once is given once', async () => {
    const running = await freshPlan();
    const id = await submit(running);
    const answers = await Promise.all([
      review(world.mentor, id, { decision: 'APPROVE', criteria: WHOLE_RUBRIC }),
      review(world.hr, id, { decision: 'REJECT', comment: 'No' }),
    ]);
    const codes = answers.map(({ userErrors }) => userErrors[0]?.code ?? 'given').sort();
    expect(codes).toEqual(['ALREADY_REVIEWED', 'given']);
  });

  test('returns the work with a comment, and the next attempt is reviewed again', async () => {
    const running = await freshPlan();
    const id = await submit(running);
    const input = { submissionId: id, decision: 'RETURN', comment: 'Deeper', idempotencyKey: freshKey() };
    const returned = await ask(server, REVIEW, { input }, { as: world.mentor });
    expect(returned.enrolment.items[1].state).toBe('RETURNED');
    expect(await changesNothing(server.sql, () => ask(server, REVIEW, { input }, { as: world.mentor }))).toEqual(
      returned,
    );
    const { overdue, thisWeek, nextMonth } = await ask(
      server,
      '{ myWork { overdue { comment item { key } } thisWeek { comment item { key } } nextMonth { enrolmentId comment mentorName planTitle item { key state } } } }',
      {},
      { as: world.learner },
    );
    const work = [...overdue, ...thisWeek, ...nextMonth];
    expect(work.find(({ comment }: { comment: string }) => comment === 'Deeper')).toMatchObject({
      item: { key: 'report' },
    });
    const again = await act(world, world.learner, running.enrolmentId, 'report', 'SUBMIT', { artefact: 'second' });
    expect(again.submission).toMatchObject({ attempt: 2 });
    const { submissions } = await ask(
      server,
      'query ($id: ID!) { enrolment(id: $id) { submissions { attempt decision earlier { attempt } } } }',
      { id: running.enrolmentId },
      { as: world.learner },
    );
    expect(submissions).toEqual([
      { attempt: 1, decision: 'RETURN', earlier: [] },
      { attempt: 2, decision: null, earlier: [{ attempt: 1 }] },
    ]);
  });

  test('is for the reviewer or HR: not for the learner, the superior or a stranger', async () => {
    const running = await freshPlan();
    const submissionId = await submit(running);
    const tried = async (as: TestPerson) => {
      const input = { submissionId, decision: 'APPROVE', idempotencyKey: freshKey() };
      const answer = await changesNothing(server.sql, () => server.execute(REVIEW, { input }, { as }));
      return answer.errors?.[0]?.extensions.code;
    };
    expect(await tried(world.learner)).toBe('FORBIDDEN');
    expect(await tried(world.lead)).toBe('FORBIDDEN');
    expect(await tried(world.stranger)).toBe('NOT_FOUND');
    expect(await tried((await makeWorld(server)).hr)).toBe('NOT_FOUND');
    const refusals = await server.sql.rows(
      `select id from audit_entry where action = 'reviewSubmission' and outcome = 'REFUSED'`,
    );
    expect(refusals).toHaveLength(2);
  });
});
