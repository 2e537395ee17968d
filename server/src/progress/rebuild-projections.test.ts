import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pino } from 'pino';
import { patchBoards } from '../boards/patch-boards.js';
import { compareCounters, recountBoards } from '../boards/statements/compare-counters.js';
import {
  ask,
  enrol,
  freshKey,
  makeWorld,
  moveClock,
  type PlanWorld,
  personId,
  REVIEW,
  startPlan,
} from '../enrolments/testing/plan-world.js';
import { contentOf } from '../enrolments/testing/row-counts.js';
import { WHOLE_RUBRIC } from '../enrolments/testing/small-plan.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { rebuildProjectionsCommand } from './rebuild-command.js';

// On a busy machine a request may take a while; nothing here waits for time to pass.
let server: TestServer;
let world: PlanWorld;
let enrolments: string[];
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  const running = await startPlan(world);
  const people = [];
  for (const name of ['An', 'Bo', 'Cai'])
    people.push(await world.workspace.person({ name, department: world.sales, manager: world.lead }));
  enrolments = [running.enrolmentId, ...(await enrol(world, running.cohortId, people, world.mentor))];
});
afterAll(() => server?.stop());

/** The command as the operator runs it, beside the running server. */
async function rebuild(...parameters: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const { database, clock } = server;
  const code = await rebuildProjectionsCommand(
    { database, clock, log: pino({ level: 'silent' }), parameters, print: (line) => void lines.push(line) },
    {
      changed: (tx, changes) => patchBoards(tx, changes),
      differences: async (sql) => (await compareCounters(sql)).map(({ figure }) => `board ${figure}`),
      recount: recountBoards,
    },
  );
  return { code, lines };
}

/** What people try: mostly what makes sense, now and then what does not. */
const TRIES = [
  { itemKey: 'course', action: 'START' },
  { itemKey: 'course', action: 'COMPLETE' },
  { itemKey: 'report', action: 'SUBMIT' },
  { itemKey: 'test', action: 'SCORE' },
  { itemKey: 'project', action: 'SUBMIT', stepKey: 'draft' },
  { itemKey: 'project', action: 'SUBMIT', stepKey: 'final' },
  { itemKey: 'course', action: 'EXCUSE' },
  { itemKey: 'test', action: 'EXCUSE' },
  { itemKey: 'course', action: 'REOPEN' },
  { itemKey: 'report', action: 'REOPEN' },
  { itemKey: 'nowhere', action: 'COMPLETE' },
];
type Step =
  | { kind: 'act'; who: number; what: (typeof TRIES)[number]; asMentor: boolean; score: number }
  | { kind: 'review'; decision: number }
  | { kind: 'status'; who: number; to: number }
  | { kind: 'partner'; who: number }
  | { kind: 'wait'; hours: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      who: fc.nat(3),
      what: fc.constantFrom(...TRIES),
      asMentor: fc.boolean(),
      score: fc.nat(100),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('review' as const), decision: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('status' as const), who: fc.nat(3), to: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('partner' as const), who: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }) },
);

const RECORD = 'mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { userErrors { code } } }';
const QUEUE = '{ reviewQueue(first: 1) { edges { node { id } } } }';

async function take(one: Step): Promise<void> {
  const idempotencyKey = freshKey();
  switch (one.kind) {
    case 'act': {
      const input = {
        enrolmentId: enrolments[one.who],
        ...one.what,
        idempotencyKey,
        score: one.score,
        artefact: 'https://docs.example/x',
      };
      await ask(server, RECORD, { input }, { as: one.asMentor ? world.mentor : world.hr });
      return;
    }
    case 'review': {
      const { edges } = await ask(server, QUEUE, {}, { as: world.mentor });
      const submissionId = edges[0]?.node.id;
      if (!submissionId) return;
      const decision = ['APPROVE', 'RETURN', 'REJECT'][one.decision];
      await ask(
        server,
        REVIEW,
        { input: { submissionId, decision, criteria: WHOLE_RUBRIC, comment: 'So', idempotencyKey } },
        { as: world.mentor },
      );
      return;
    }
    case 'status': {
      const name = one.to === 0 ? 'pauseEnrolment' : 'resumeEnrolment';
      const type = one.to === 0 ? 'PauseEnrolmentInput' : 'ResumeEnrolmentInput';
      const input = { enrolmentId: enrolments[one.who], reason: 'Random' };
      await ask(
        server,
        `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`,
        { input },
        { as: world.hr },
      );
      return;
    }
    case 'partner': {
      const input = { enrolmentId: enrolments[one.who], itemKey: 'project', personIds: [personId(world.peer)] };
      await ask(
        server,
        'mutation ($input: ChoosePartnersInput!) { choosePartners(input: $input) { userErrors { code } } }',
        { input },
        { as: world.hr },
      );
      return;
    }
    case 'wait':
      await moveClock(server, new Date(Date.parse(server.clock.real()) + one.hours * 3_600_000).toISOString());
      return;
    default:
      return one satisfies never;
  }
}

describe('rebuilding the projections', () => {
  test('finds no difference after a random run of acts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 40 }), async (steps) => {
        for (const one of steps) await take(one);
        const { code, lines } = await rebuild();
        expect(lines).toEqual(['4 enrolments were rebuilt from their events: 0 differ, and 0 board figures.']);
        expect(code).toBe(0);
      }),
      { numRuns: 3, endOnFailure: true },
    );
    // Otherwise the run would have proved nothing.
    const acts = await server.sql.row<{ count: number }>(
      `select count(*)::int as count from progress_event where type not in ('enrolled', 'dateFixed')`,
    );
    expect(acts?.count).toBeGreaterThan(15);
  });

  test('reports rows that were tampered with, and corrects them when told to', async () => {
    const before = await contentOf(server.sql);
    await server.sql.rows(
      `update item_state set state = 'DONE', score = 12 where item_key = 'test' and enrolment_id = $1`,
      [uuidOf(enrolments[1])],
    );
    await server.sql.rows('update enrolment_state set done = done + 7 where enrolment_id = $1', [
      uuidOf(enrolments[2]),
    ]);
    await server.sql.rows(`delete from item_state where item_key = 'project' and enrolment_id = $1`, [
      uuidOf(enrolments[3]),
    ]);
    const seen = await rebuild();
    expect(seen.code).toBe(1);
    const text = seen.lines.join('\n');
    expect(text).toContain(`${uuidOf(enrolments[1])} item_state test.score: 12`);
    expect(text).toMatch(new RegExp(`${uuidOf(enrolments[2])} enrolment_state.done: \\d+, should be`));
    expect(text).toContain(`${uuidOf(enrolments[3])} item_state project: is missing`);
    expect(text).toContain('board done');
    expect(text).toContain('--write');
    expect((await rebuild('--write')).code).toBe(0);
    expect((await rebuild()).lines).toEqual([
      '4 enrolments were rebuilt from their events: 0 differ, and 0 board figures.',
    ]);
    const { enrolment_state, submission, progress_event } = await contentOf(server.sql);
    expect({ enrolment_state, submission, progress_event }).toEqual({
      enrolment_state: before.enrolment_state,
      submission: before.submission,
      progress_event: before.progress_event,
    });
  });
});

const uuidOf = (id: string | undefined): string =>
  Buffer.from(id ?? '', 'base64url')
    .toString()
    .split(':')[1] ?? '';
