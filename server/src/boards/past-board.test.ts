import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { askBoard, type WholeBoard } from './testing/followed-board.js';

let server: TestServer;
let world: PlanWorld;
let salesHr: TestPerson;
let readers: TestPerson[];
let cohortId: string;
let versionId: string;
let enrolments: string[];
/** What everybody read at the time, in the order of time. */
const seen: { at: string; what: string; boards: Map<TestPerson, WholeBoard | null> }[] = [];

beforeAll(async () => {
  server = await startTestServer({ sockets: { sweepMilliseconds: 600_000 } });
  world = await makeWorld(server);
  salesHr = await world.workspace.person({ name: 'Sasha', roles: [{ HR: world.sales }] });
  readers = [world.admin, world.hr, salesHr, world.mentor, world.lead, world.learner, world.stranger];
  await history();
});
afterAll(() => server?.stop());

/** Everybody reads the board as it is at this time, after what was done. */
async function look(what: string, at: string): Promise<void> {
  const boards = new Map<TestPerson, WholeBoard | null>();
  for (const reader of readers) boards.set(reader, await askBoard(server, cohortId, reader));
  seen.push({ at: server.clock.real(), what, boards });
  await moveClock(server, at);
}

const person = (index: number) => enrolments[index] ?? '';

async function review(decision: string, score?: number) {
  const queue = await ask(server, '{ reviewQueue(first: 1) { edges { node { id } } } }', {}, { as: world.mentor });
  const input = {
    submissionId: queue.edges[0]?.node.id,
    decision,
    score,
    criteria: WHOLE_RUBRIC,
    comment: 'Seen',
    idempotencyKey: freshKey(),
  };
  expect((await ask(server, REVIEW, { input }, { as: world.mentor })).userErrors).toEqual([]);
}

async function done(query: string, input: object) {
  expect((await ask(server, query, { input }, { as: world.hr })).userErrors).toEqual([]);
}

/** Four weeks of a cohort: work, reviews, a late one, a move to another version and back, somebody who leaves. */
async function history(): Promise<void> {
  const { hr, learner, mentor } = world;
  await ask(server, CREATE_PLAN, { input: { definition: smallPlan() } }, { as: hr });
  const input = { planKey: 'small', expectedRevision: 1 };
  versionId = (await ask(server, PUBLISH_PLAN, { input }, { as: hr })).version.id;
  cohortId = await makeCohort(world, 'small');
  await look('an empty board', '2026-01-05T02:00:00.000Z');
  const an = await world.workspace.person({ name: 'An', department: world.sales, manager: world.lead });
  enrolments = await enrol(world, cohortId, [learner, an], mentor);
  await look('two people enrolled', '2026-01-06T02:00:00.000Z');
  enrolments.push(...(await enrol(world, cohortId, [world.peer])));
  await act(world, learner, person(0), 'course', 'START');
  await look('a third, and a start', '2026-01-07T02:00:00.000Z');
  await act(world, learner, person(0), 'course', 'COMPLETE');
  await act(world, learner, person(0), 'report', 'SUBMIT', { artefact: 'https://docs.example/1' });
  await look('a report handed in', '2026-01-09T09:59:59.999Z');
  await look('the last moment before the course is due', '2026-01-09T10:00:00.001Z');
  await look('the course overdue and the feedback late', '2026-01-12T02:00:00.000Z');
  await review('RETURN');
  await act(world, hr, person(1), 'course', 'EXCUSE', { comment: 'Knows it' });
  await act(world, mentor, person(1), 'test', 'SCORE', { score: 71 });
  await look('returned, excused, scored', '2026-01-13T02:00:00.000Z');
  const draft = { planKey: 'small', definition: secondVersion(), expectedRevision: 1 };
  await done(SAVE_DRAFT, draft);
  const published = await ask(server, PUBLISH_PLAN, { input: { planKey: 'small', expectedRevision: 2 } }, { as: hr });
  const migration = {
    fromVersionId: versionId,
    to: { versionId: published.version.id },
    enrolmentIds: [person(0)],
  };
  const { previewHash } = await ask(
    server,
    'query ($input: MigrationInput!) { previewMigration(input: $input) { previewHash } }',
    { input: migration },
    { as: hr },
  );
  const moved = await ask(
    server,
    'mutation ($input: MoveEnrolmentsInput!) { moveEnrolments(input: $input) { migrationId userErrors { code } } }',
    { input: { migration, previewHash } },
    { as: hr },
  );
  expect(moved.userErrors).toEqual([]);
  await look('one moved to the second version', '2026-01-14T02:00:00.000Z');
  await done('mutation ($input: UndoMigrationInput!) { undoMigration(input: $input) { userErrors { code } } }', {
    migrationId: moved.migrationId,
  });
  await look('moved back', '2026-01-16T11:00:00.000Z');
  await look('the stage overdue', '2026-01-19T02:00:00.000Z');
  await done('mutation ($input: CancelEnrolmentInput!) { cancelEnrolment(input: $input) { userErrors { code } } }', {
    enrolmentId: person(1),
    reason: 'Left',
  });
  await look('one cancelled', '2026-01-20T02:00:00.000Z');
  await act(world, learner, person(0), 'report', 'SUBMIT', { artefact: 'https://docs.example/2' });
  await review('APPROVE', 90);
  await look('approved', '2026-01-27T02:00:00.000Z');
}

describe('a board of the past', () => {
  test('is the board that everybody read at that time', async () => {
    expect(seen).toHaveLength(12);
    for (const { at, what, boards } of seen) {
      for (const [reader, then] of boards) {
        // The first board was empty: readers with people in the cohort now see that it was.
        if (then === null && reader !== world.stranger) continue;
        const board = await askBoard(server, cohortId, reader, at);
        expect({ reader: reader.name, at, what, board }).toEqual({ reader: reader.name, at, what, board: then });
      }
    }
  });

  test('is the same a moment later, until something happens', async () => {
    for (const [index, { at, boards }] of seen.entries()) {
      const next = seen[index + 1]?.at;
      const later = new Date(Date.parse(at) + 1).toISOString();
      if (next === undefined || later >= next) continue;
      expect({ at, board: await askBoard(server, cohortId, world.hr, later) }).toEqual({
        at,
        board: boards.get(world.hr),
      });
    }
  });

  test('shows a mentor the past of people they may see now, and of nobody else', async () => {
    const nora = await world.workspace.person({ name: 'Nora', department: world.sales });
    const at = seen.find(({ what: one }) => one === 'returned, excused, scored')?.at ?? '';
    expect(await askBoard(server, cohortId, nora, at)).toBeNull();
    const before = await askBoard(server, cohortId, world.mentor, at);
    expect(before?.rows.map(({ personName }) => personName).sort()).toEqual(['An', 'Li']);
    await done('mutation ($input: AssignMentorInput!) { assignMentor(input: $input) { userErrors { code } } }', {
      enrolmentId: person(0),
      mentorId: personId(nora),
    });
    const ofNora = await askBoard(server, cohortId, nora, at);
    expect(ofNora?.rows).toMatchObject([{ personName: 'Li', mentorName: 'Mo' }]);
    expect(ofNora?.counters.people).toBe(1);
    const ofMentor = await askBoard(server, cohortId, world.mentor, at);
    expect(ofMentor?.rows).toMatchObject([{ personName: 'An', mentorName: 'Mo' }]);
  });

  test('is the board of now for a time that has not come', async () => {
    const now = await askBoard(server, cohortId, world.hr);
    expect(await askBoard(server, cohortId, world.hr, '2030-01-01T00:00:00.000Z')).toEqual(now);
  });

  test('is not there for a stranger at any time', async () => {
    for (const { at } of seen) expect(await askBoard(server, cohortId, world.stranger, at)).toBeNull();
  });
});
