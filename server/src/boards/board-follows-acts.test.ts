import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PlanDefinition } from '@planwright/schema/definition';
import { globalId } from '../access/graphql/global-id.js';
import {
  act,
  ask,
  CREATE_PLAN,
  enrol,
  freshKey,
  makeCohort,
  makeWorld,
  moveClock,
  type PlanWorld,
  PUBLISH_PLAN,
  personId,
  REVIEW,
  SAVE_DRAFT,
} from '../enrolments/testing/plan-world.js';
import { secondVersion, smallPlan, WHOLE_RUBRIC } from '../enrolments/testing/small-plan.js';
import type { TestPerson } from '../testing/fixture.js';
import { operation, present } from '../testing/operation.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { compareCounters } from './statements/compare-counters.js';
import { liveClient, until, watch } from './testing/board-reader.js';
import { FollowedBoard, type WholeBoard } from './testing/followed-board.js';

const CANCEL = operation(
  'mutation ($input: CancelEnrolmentInput!) { cancelEnrolment(input: $input) { userErrors { code } } }',
);

let server: TestServer;
let world: PlanWorld;
/** HR of sales alone. */
let salesHr: TestPerson;
let learners: TestPerson[];
let plans = 0;
let planKey: string;
let cohortId: string;
let versionId: string;
/** Of three people of sales with the mentor and the lead, and one of marketing with neither. */
let enrolments: string[];
let boards: FollowedBoard[];

beforeAll(async () => {
  server = await startTestServer({
    live: { windowMilliseconds: 10 },
    // The clock leaps here, and sessions with it a moment later.
    sockets: { sweepMilliseconds: 600_000, reachMilliseconds: 100 },
  });
  world = await makeWorld(server);
  const { workspace, sales, lead, learner, peer } = world;
  salesHr = await workspace.person({ name: 'Sasha', roles: [{ HR: sales }] });
  const more = [];
  for (const name of ['An', 'Bo']) more.push(await workspace.person({ name, department: sales, manager: lead }));
  learners = [learner, ...more, peer];
});
afterAll(() => server?.stop());

beforeEach(async () => {
  plans += 1;
  planKey = `follow-${plans}`;
  await ask(server, CREATE_PLAN, { input: { definition: smallPlan(planKey) } }, { as: world.hr });
  versionId = (await publish(1)).version.id;
  cohortId = await makeCohort(world, planKey);
  enrolments = [
    ...(await enrol(world, cohortId, learners.slice(0, 3), world.mentor)),
    ...(await enrol(world, cohortId, learners.slice(3))),
  ];
  boards = await Promise.all(
    [world.admin, world.hr, salesHr, world.mentor, world.lead].map((reader) =>
      FollowedBoard.open(server, cohortId, reader),
    ),
  );
});
afterEach(() => Promise.all(boards.map((board) => board.close())));

const publish = (expectedRevision: number) =>
  ask(server, PUBLISH_PLAN, { input: { planKey, expectedRevision } }, { as: world.hr });

/** Every reader sees what the server answers when they ask; the boards by reader. */
async function everybodySees(what: string): Promise<Record<string, WholeBoard>> {
  const seen: Record<string, WholeBoard> = {};
  for (const board of boards) seen[board.reader.name] = await board.catchUp(what);
  expect(await server.database.work((tx) => compareCounters(tx))).toEqual([]);
  return seen;
}

/** How many frames each reader has had. */
const frames = () => boards.map(({ changes }) => changes.length);

/** An act that must not be refused. */
async function acted(...parameters: Parameters<typeof act> extends [unknown, ...infer Rest] ? Rest : never) {
  expect((await act(world, ...parameters)).userErrors).toEqual([]);
}

const person = (index: number) => enrolments[index] ?? '';
const statesOf = (board: WholeBoard | undefined, index: number) =>
  board?.rows.find(({ enrolmentId }) => enrolmentId === person(index))?.states;

async function review(index: number, decision: string, score?: number) {
  const queue = await ask(
    server,
    '{ reviewQueue(first: 100) { edges { node { id enrolment { id } } } } }',
    {},
    { as: world.mentor },
  );
  const found = queue.edges.find(
    ({ node }: { node: { enrolment: { id: string } } }) => node.enrolment.id === person(index),
  );
  const input = {
    submissionId: found?.node.id,
    decision,
    criteria: WHOLE_RUBRIC,
    comment: 'Seen',
    idempotencyKey: freshKey(),
    score,
  };
  const reviewed = await ask(server, REVIEW, { input }, { as: world.mentor });
  expect(reviewed.userErrors).toEqual([]);
}

describe('a live board of every reader is what the server answers when they ask', () => {
  test('at the start: administrators and HR see all, HR of sales, the mentor and the lead their three', async () => {
    const seen = await everybodySees('the start');
    expect(Object.fromEntries(Object.entries(seen).map(([name, { counters }]) => [name, counters.people]))).toEqual({
      Ada: 4,
      Hana: 4,
      Sasha: 3,
      Mo: 3,
      Lena: 3,
    });
  });

  test('after people were enrolled', async () => {
    const late = await world.workspace.person({ name: 'Cai', department: world.sales, manager: world.lead });
    await enrol(world, cohortId, [late], world.mentor);
    const seen = await everybodySees('enrolling');
    for (const { rows } of Object.values(seen)) expect(rows.map(({ personName }) => personName)).toContain('Cai');
    // The mentor and the lead may now see one more person, so they may have been given the whole board again.
    expect(boards.slice(0, 3).map(({ changes }) => changes.map(({ kind }) => kind))).toEqual(
      Array(3).fill(['SNAPSHOT', 'PATCH']),
    );
  });

  test('after progress was recorded', async () => {
    await acted(learners[0] as TestPerson, person(0), 'course', 'START');
    expect(statesOf((await everybodySees('starting')).Mo, 0)?.[0]).toBe('s');
    await acted(learners[0] as TestPerson, person(0), 'course', 'COMPLETE');
    const seen = await everybodySees('completing');
    expect(seen.Hana?.counters).toMatchObject({ doneCount: 1, doneOf: 12, onTimeCount: 1 });
    expect(seen.Mo?.counters).toMatchObject({ doneCount: 1, doneOf: 9 });
    await acted(world.mentor, person(1), 'test', 'SCORE', { score: 80 });
    await acted(world.hr, person(1), 'course', 'EXCUSE', { comment: 'Knows it' });
    await acted(world.hr, person(0), 'course', 'REOPEN', { comment: 'Once more' });
    // What is excused counts as done, what is reopened no longer.
    expect((await everybodySees('scoring, excusing and reopening')).Hana?.counters.doneCount).toBe(1);
  });

  test('after work was handed in, returned and approved', async () => {
    await acted(learners[0] as TestPerson, person(0), 'course', 'COMPLETE');
    await acted(learners[0] as TestPerson, person(0), 'report', 'SUBMIT', { artefact: 'https://docs.example/1' });
    const waiting = await everybodySees('handing in');
    expect(waiting.Hana?.counters).toMatchObject({ waiting: 1, nextFeedbackDueAt: '2026-01-06T01:00:00.000Z' });
    expect(waiting.Sasha?.counters).toEqual(waiting.Mo?.counters);
    await review(0, 'RETURN');
    expect((await everybodySees('returning')).Mo?.counters).toMatchObject({ waiting: 0, nextFeedbackDueAt: null });
    await acted(learners[0] as TestPerson, person(0), 'report', 'SUBMIT', { artefact: 'https://docs.example/2' });
    await review(0, 'APPROVE');
    const seen = await everybodySees('approving');
    expect(seen.Lena?.counters).toMatchObject({ doneCount: 2, feedbackCount: 2, feedbackInTimeCount: 2 });
  });

  test('tells only those of a change who see the person', async () => {
    const before = frames();
    await acted(world.peer, person(3), 'course', 'COMPLETE');
    await everybodySees('progress in marketing');
    expect(frames().map((count, index) => count - (before[index] ?? 0))).toEqual([1, 1, 0, 0, 0]);
  });

  test('after an enrolment was cancelled', async () => {
    await acted(learners[1] as TestPerson, person(1), 'course', 'COMPLETE');
    await everybodySees('completing');
    const input = { enrolmentId: person(1), reason: 'Left the company' };
    expect((await ask(server, CANCEL, { input }, { as: world.hr })).userErrors).toEqual([]);
    const seen = await everybodySees('cancelling');
    expect(seen.Hana?.counters).toMatchObject({ people: 3, doneCount: 0, doneOf: 9 });
    for (const { changes } of boards) expect(changes.at(-1)?.removed).toEqual([person(1)]);
  });

  test('after somebody got another mentor', async () => {
    const other = await world.workspace.person({ name: 'Nora', department: world.sales });
    const input = { enrolmentId: person(0), mentorId: personId(other) };
    const ASSIGN = operation(
      'mutation ($input: AssignMentorInput!) { assignMentor(input: $input) { userErrors { code } } }',
    );
    expect((await ask(server, ASSIGN, { input }, { as: world.hr })).userErrors).toEqual([]);
    const seen = await everybodySees('another mentor');
    expect(seen.Mo?.counters.people).toBe(2);
    expect(seen.Lena?.rows.find(({ enrolmentId }) => enrolmentId === person(0))?.mentorName).toBe('Nora');
  });

  test('after people got another name, and moved to another department', async () => {
    const UPDATE = operation(
      'mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { userErrors { code } } }',
    );
    const change = async (who: TestPerson, input: object) =>
      expect(
        (await ask(server, UPDATE, { input: { personId: personId(who), ...input } }, { as: world.admin })).userErrors,
      ).toEqual([]);
    const [first, second] = learners as [TestPerson, TestPerson];
    await change(first, { name: 'Lin Li' });
    await change(world.mentor, { name: 'Moritz' });
    const renamed = await everybodySees('other names');
    expect(renamed.Lena?.rows.find(({ enrolmentId }) => enrolmentId === person(0))).toMatchObject({
      personName: 'Lin Li',
      mentorName: 'Moritz',
    });
    const departmentId = globalId('Department', await world.workspace.department('Elsewhere'));
    await change(second, { departmentId });
    const seen = await everybodySees('another department');
    expect(seen.Hana?.counters.people).toBe(4);
    expect(seen.Sasha?.counters.people).toBe(2);
    await change(second, { departmentId: globalId('Department', world.sales) });
    expect((await everybodySees('the department of before')).Sasha?.counters.people).toBe(3);
    await change(first, { name: first.name });
    await change(world.mentor, { name: world.mentor.name });
  });

  describe('when people are moved to another version', () => {
    const PREVIEW = operation('query ($input: MigrationInput!) { previewMigration(input: $input) { previewHash } }');
    const MOVE = operation(
      'mutation ($input: MoveEnrolmentsInput!) { moveEnrolments(input: $input) { migrationId moved userErrors { code } } }',
    );
    const UNDO = operation(
      'mutation ($input: UndoMigrationInput!) { undoMigration(input: $input) { moved userErrors { code } } }',
    );

    /** Publishes it as version 2. */
    async function next(definition: PlanDefinition): Promise<string> {
      const input = { planKey, definition, expectedRevision: 1 };
      expect((await ask(server, SAVE_DRAFT, { input }, { as: world.hr })).userErrors).toEqual([]);
      return (await publish(2)).version.id;
    }

    test('and only the titles differ, a reader who was away is given the whole board again', async () => {
      const plan = smallPlan(planKey);
      const to = await next({
        ...plan,
        stages: plan.stages.map((stage) => ({
          ...stage,
          items: stage.items.map((item) => ({ ...item, title: { en: `New ${item.key}`, 'zh-CN': `新 ${item.key}` } })),
        })),
      });
      const since = boards[1]?.cursor;
      const client = liveClient(server.wsUrl, { token: await server.token(world.hr), language: 'en' });
      const subscribe = () =>
        watch<{ boardChanged: { kind: string; board: Pick<WholeBoard, 'columns'> | null } }>(
          client,
          `subscription ($cohortId: ID!, $since: String) { boardChanged(cohortId: $cohortId, since: $since) {
            kind board { columns { itemKey title } } } }`,
          { cohortId, since },
        );
      await acted(learners[0] as TestPerson, person(0), 'course', 'START');
      const before = subscribe();
      await until(() => before.results.length > 0, 'what changed comes');
      expect(before.results[0]?.data?.boardChanged.kind).toBe('PATCH');
      before.stop();
      await move(to, [person(0)]);
      const after = subscribe();
      await until(() => after.results.length > 0, 'the board comes');
      await client.dispose();
      expect(after.results[0]?.data?.boardChanged).toMatchObject({
        kind: 'SNAPSHOT',
        board: { columns: [{ title: 'New course' }, {}, {}, {}] },
      });
      await everybodySees('new titles');
    });

    test('or nobody is left, and the columns are those of the newest version', async () => {
      await next(secondVersion(planKey));
      for (const enrolmentId of enrolments) {
        const input = { enrolmentId, reason: 'Called off' };
        expect((await ask(server, CANCEL, { input }, { as: world.hr })).userErrors).toEqual([]);
      }
      const seen = await everybodySees('calling it off');
      expect(Object.values(seen).flatMap(({ rows }) => rows)).toEqual([]);
      // A mentor and a lead know of the versions that their people are on, and so not of the second.
      expect(Object.fromEntries(Object.entries(seen).map(([name, { columns }]) => [name, columns.length]))).toEqual({
        Ada: 5,
        Hana: 5,
        Sasha: 5,
        Mo: 4,
        Lena: 4,
      });
    });

    async function move(to: string, enrolmentIds?: string[]): Promise<string> {
      const migration = { fromVersionId: versionId, to: { versionId: to }, enrolmentIds };
      const { previewHash } = await ask(server, PREVIEW, { input: migration }, { as: world.hr });
      const moved = await ask(server, MOVE, { input: { migration, previewHash } }, { as: world.hr });
      expect(moved.userErrors).toEqual([]);
      return present(moved.migrationId);
    }

    async function undo(migrationId: string): Promise<void> {
      const undone = await ask(server, UNDO, { input: { migrationId } }, { as: world.hr });
      expect(undone.userErrors).toEqual([]);
    }

    test('all at once, and back', async () => {
      const migrationId = await move(await next(secondVersion(planKey)));
      const seen = await everybodySees('moving everybody');
      for (const { columns } of Object.values(seen))
        expect(columns.map(({ itemKey }) => itemKey)).toContain('practice');
      await undo(migrationId);
      const back = await everybodySees('undoing');
      expect(back.Hana?.columns).toHaveLength(4);
      expect(back.Hana?.counters).toMatchObject({ doneOf: 12 });
    });

    test('one after another, until nobody is on the old version, and back', async () => {
      const plan = secondVersion(planKey);
      const to = await next({
        ...plan,
        stages: plan.stages.map((stage) => ({
          ...stage,
          items: stage.items.filter(({ key }) => key !== 'test').toReversed(),
        })),
      });
      const migrations = [];
      for (const [index, id] of enrolments.entries()) {
        migrations.push(await move(to, [id]));
        await everybodySees(`moving person ${index}`);
      }
      const { rows, columns } = (await everybodySees('moving everybody')).Ada ?? { rows: [], columns: [] };
      expect(rows.map(({ versionNumber }) => versionNumber)).toEqual([2, 2, 2, 2]);
      expect(columns.map(({ itemKey }) => itemKey)).not.toContain('test');
      for (const [index, migrationId] of migrations.entries()) {
        await undo(migrationId);
        await everybodySees(`moving person ${index} back`);
      }
    });
  });

  // The last of all: the clock never goes back.
  test('when time alone makes work overdue', async () => {
    await acted(learners[0] as TestPerson, person(0), 'course', 'COMPLETE');
    await everybodySees('completing');
    await moveClock(server, '2026-01-10T00:00:00.000Z');
    const seen = await everybodySees('the due date');
    expect(seen.Hana?.counters).toMatchObject({ overdue: 3, overduePeople: 3 });
    expect(seen.Sasha?.counters).toMatchObject({ overdue: 2, overduePeople: 2, onTimeCount: 1, onTimeOf: 3 });
    await acted(learners[1] as TestPerson, person(1), 'course', 'COMPLETE');
    expect((await everybodySees('completing late')).Mo?.counters).toMatchObject({ overdue: 1, onTimeCount: 1 });
  });
});
