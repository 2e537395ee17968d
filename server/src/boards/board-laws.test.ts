import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pino } from 'pino';
import { commands } from '../commands.js';
import { readSettings } from '../config/settings.js';
import {
  ask,
  enrol,
  freshKey,
  makeWorld,
  moveClock,
  type PlanWorld,
  PUBLISH_PLAN,
  personId,
  REVIEW,
  SAVE_DRAFT,
  startPlan,
} from '../enrolments/testing/plan-world.js';
import { secondVersion, WHOLE_RUBRIC } from '../enrolments/testing/small-plan.js';
import type { TestPerson } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { compareCounters } from './statements/compare-counters.js';
import { askBoard, byEnrolment, FollowedBoard, type WholeBoard } from './testing/followed-board.js';

let server: TestServer;
let world: PlanWorld;
let cohortId: string;
let versions: [string, string];
let enrolments: string[];
let mentors: TestPerson[];
let boards: FollowedBoard[];
const counts = { acts: 0, moves: 0, patches: 0 };

beforeAll(async () => {
  server = await startTestServer({
    live: { windowMilliseconds: 10 },
    sockets: { sweepMilliseconds: 600_000, reachMilliseconds: 50 },
  });
  world = await makeWorld(server);
  const { workspace, sales, lead, hr, mentor, stranger } = world;
  const running = await startPlan(world);
  const people = [];
  for (const name of ['An', 'Bo']) people.push(await workspace.person({ name, department: sales, manager: lead }));
  enrolments = [
    running.enrolmentId,
    ...(await enrol(world, running.cohortId, people, mentor)),
    ...(await enrol(world, running.cohortId, [stranger])),
  ];
  cohortId = running.cohortId;
  const input = { planKey: 'small', definition: secondVersion(), expectedRevision: 1 };
  await ask(server, SAVE_DRAFT, { input }, { as: hr });
  const second = await ask(server, PUBLISH_PLAN, { input: { planKey: 'small', expectedRevision: 2 } }, { as: hr });
  versions = [running.versionId, second.version.id];
  const salesHr = await workspace.person({ name: 'Sasha', roles: [{ HR: sales }] });
  mentors = [mentor, await workspace.person({ name: 'Nora', department: sales })];
  boards = [];
  for (const reader of [world.admin, salesHr, mentor, lead])
    boards.push(await FollowedBoard.open(server, cohortId, reader));
});
afterAll(async () => {
  await Promise.all(boards?.map((board) => board.close()) ?? []);
  await server?.stop();
});

const TRIES = [
  { itemKey: 'course', action: 'START' },
  { itemKey: 'course', action: 'COMPLETE' },
  { itemKey: 'report', action: 'SUBMIT' },
  { itemKey: 'test', action: 'SCORE' },
  { itemKey: 'practice', action: 'COMPLETE' },
  { itemKey: 'project', action: 'SUBMIT', stepKey: 'draft' },
  { itemKey: 'course', action: 'EXCUSE' },
  { itemKey: 'course', action: 'REOPEN' },
];

type Step =
  | { kind: 'act'; who: number; what: (typeof TRIES)[number]; score: number }
  | { kind: 'review'; decision: string }
  | { kind: 'mentor'; who: number; to: number }
  | { kind: 'move'; who: number; to: number }
  | { kind: 'wait'; hours: number };

const who = fc.nat(3);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      who,
      what: fc.constantFrom(...TRIES),
      score: fc.nat(100),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('review' as const),
      decision: fc.constantFrom('APPROVE', 'RETURN', 'REJECT'),
    }),
  },
  // The first two only: the third stays with the first mentor, whose board is therefore always there.
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('mentor' as const), who: fc.nat(1), to: fc.nat(1) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('move' as const), who, to: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }) },
);

/** Blocks of acts, after each of which everybody looks. */
const blocks = fc.array(fc.array(step, { minLength: 5, maxLength: 5 }), { minLength: 4, maxLength: 4 });

const later = (hours: number) =>
  moveClock(server, new Date(Date.parse(server.clock.real()) + hours * 3_600_000).toISOString());

const mutation = (name: string) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`;
};

/** Acts may be refused: what is refused moves nothing. */
async function take(one: Step): Promise<void> {
  const { hr, mentor } = world;
  const idempotencyKey = freshKey();
  switch (one.kind) {
    case 'act': {
      const { who: index, what, score } = one;
      const input = { enrolmentId: enrolments[index], ...what, score, artefact: 'https://docs.example/x' };
      const { userErrors } = await ask(
        server,
        mutation('recordProgress'),
        { input: { ...input, idempotencyKey } },
        { as: hr },
      );
      if (userErrors.length === 0) counts.acts += 1;
      return;
    }
    case 'review': {
      const queue = await ask(server, '{ reviewQueue(first: 1) { edges { node { id } } } }', {}, { as: mentor });
      const submissionId = queue.edges[0]?.node.id;
      if (!submissionId) return;
      const input = {
        submissionId,
        decision: one.decision,
        score: 70,
        criteria: WHOLE_RUBRIC,
        comment: 'So',
        idempotencyKey,
      };
      await ask(server, REVIEW, { input }, { as: mentor });
      return;
    }
    case 'mentor': {
      const to = mentors[one.to];
      const input = { enrolmentId: enrolments[one.who], mentorId: to && personId(to) };
      await ask(server, mutation('assignMentor'), { input }, { as: hr });
      return;
    }
    case 'move': {
      const [from, to] = one.to === 0 ? versions.toReversed() : versions;
      const migration = { fromVersionId: from, to: { versionId: to }, enrolmentIds: [enrolments[one.who]] };
      const answer = await server.execute(
        'query ($input: MigrationInput!) { previewMigration(input: $input) { moves previewHash } }',
        { input: migration },
        { as: hr },
      );
      // Whoever is on that version already cannot be named.
      if (!answer.data?.previewMigration?.moves) return;
      const { previewHash } = answer.data.previewMigration;
      await ask(server, mutation('moveEnrolments'), { input: { migration, previewHash } }, { as: hr });
      counts.moves += 1;
      return;
    }
    case 'wait':
      await later(one.hours);
      return;
    default:
      return one satisfies never;
  }
}

/** Acts that are never refused, so that a run with bad luck has still tried something. */
const PREFACE: Step[] = [
  { kind: 'act', who: 0, what: { itemKey: 'course', action: 'COMPLETE' }, score: 0 },
  { kind: 'move', who: 0, to: 1 },
  { kind: 'move', who: 1, to: 1 },
];

test('patches give the board, counters are the sum of their people, and the past stays, whatever is done', async () => {
  for (const one of PREFACE) await take(one);
  for (const board of boards) await board.catchUp('the preface');
  await fc.assert(
    fc.asyncProperty(blocks, async (acts) => {
      const past: { at: string; reader: TestPerson; board: WholeBoard }[] = [];
      for (const some of acts) {
        for (const one of some) await take(one);
        for (const board of boards) {
          const seen = await board.catchUp(JSON.stringify(some));
          past.push({ at: server.clock.real(), reader: board.reader, board: seen });
        }
        await later(1 / 60);
      }
      expect(await server.database.work((tx) => compareCounters(tx))).toEqual([]);
      for (const { at, reader, board } of past) {
        // What a mentor sees of the past depends on who they mentor now.
        if (reader === world.mentor) continue;
        const asked = await askBoard(server, cohortId, reader, at);
        expect(asked && { ...asked, rows: byEnrolment(asked.rows) }).toEqual(board);
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
  for (const { changes } of boards) counts.patches += changes.filter(({ kind }) => kind === 'PATCH').length;
  // Otherwise the run would have proved nothing.
  expect(counts.acts).toBeGreaterThan(0);
  expect(counts.moves).toBeGreaterThan(1);
  expect(counts.patches).toBeGreaterThan(10);
});

/** The command as an operator runs it. */
async function rebuild(...parameters: string[]): Promise<{ code: number | undefined; lines: string[] }> {
  const lines: string[] = [];
  const code = await commands['rebuild-projections']?.({
    settings: readSettings({}),
    database: server.database,
    clock: server.clock,
    log: pino({ level: 'silent' }),
    parameters,
    print: (line) => void lines.push(line),
  });
  return { code, lines };
}

test('rebuilding tells which figures of a board are wrong, corrects them, and everybody is given the whole board again', async () => {
  expect((await rebuild()).code).toBe(0);
  const boardId = Buffer.from(cohortId, 'base64url').toString().split(':')[1] ?? '';
  await server.sql.rows('update board_counter set done = done + 5, overdue_people = 40 where id = $1', [boardId]);
  const told = await rebuild();
  expect(told.code).toBe(1);
  expect(told.lines.slice(0, 2)).toEqual([
    expect.stringMatching(new RegExp(`^board ${boardId} done: \\d+, should be \\d+$`)),
    expect.stringMatching(new RegExp(`^board ${boardId} overdue_people: 40, should be \\d$`)),
  ]);
  expect(told.lines.at(-1)).toContain('0 differ, and 2 board figures. Run again with --write to correct it.');
  const before = boards.map(({ changes }) => changes.length);
  expect((await rebuild('--write')).code).toBe(0);
  expect(await server.database.work((tx) => compareCounters(tx))).toEqual([]);
  expect((await rebuild()).code).toBe(0);
  for (const [index, board] of boards.entries()) {
    await board.startedOver(before[index] ?? 0);
    await board.catchUp('the rebuilding');
  }
});

test('a counter row that is missing altogether is told of and made again', async () => {
  const boardId = Buffer.from(cohortId, 'base64url').toString().split(':')[1] ?? '';
  await server.sql.rows('delete from board_patch where board_id = $1', [boardId]);
  await server.sql.rows('delete from board_counter where id = $1', [boardId]);
  const told = await rebuild();
  expect(told.code).toBe(1);
  expect(told.lines).toContainEqual(expect.stringMatching(new RegExp(`^board ${boardId} people: 0, should be 4$`)));
  expect((await rebuild('--write')).code).toBe(0);
  for (const board of boards) await board.catchUp('the rebuilding');
});
