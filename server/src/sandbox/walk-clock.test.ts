import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanDefinition } from '@planwright/schema/definition';
import type { Instant } from '@planwright/schema/time';
import { loadTemplates } from '@planwright/seeds';
import { pino } from 'pino';
import { globalId, parseGlobalId } from '../access/graphql/global-id.js';
import { SettableClock } from '../clock/settable-clock.js';
import {
  ask,
  CREATE_COHORT,
  CREATE_PLAN,
  ENROL_PEOPLE,
  makeWorld,
  type PlanWorld,
  PUBLISH_PLAN,
} from '../enrolments/testing/plan-world.js';
import { DefinitionCache } from '../plans/definition-cache.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { beginMove, readClock } from './clock-state.js';
import { ClockWalks } from './clock-walks.js';
import { type SandboxReminders, type WalkDeps, walkClock } from './walk-clock.js';

const PEOPLE = 24;
const START = '2026-01-05';
const END = '2026-03-30T00:00:00.000Z';

interface Message {
  personId: string;
  name: string;
  title: string;
  markdown: string;
  state: string;
  sink: boolean;
  dueAt: Instant;
  sentAt: Instant;
}

let server: TestServer;
let world: PlanWorld;
let retail: PlanDefinition;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-04T01:00:00.000Z' });
  world = await makeWorld(server);
  const found = (await loadTemplates()).find(({ key }) => key === 'retail-new-manager');
  if (!found) throw new Error('there is no retail plan');
  retail = found.definition;
  await ask(server, CREATE_PLAN, { input: { definition: retail } }, { as: world.hr });
  const published = await ask(
    server,
    PUBLISH_PLAN,
    { input: { planKey: retail.key, expectedRevision: 1 } },
    { as: world.hr },
  );
  expect(published.userErrors).toEqual([]);
  for (let index = 0; index < PEOPLE; index += 1)
    await world.workspace.person({ name: `Learner ${index}`, department: world.sales, manager: world.lead });
});
afterAll(() => server?.stop());

/** A sandbox with a cohort of the retail plan in it. */
async function cohortInSandbox(people = PEOPLE): Promise<string> {
  const as = world.hr;
  const home = globalId('Workspace', world.workspace.id);
  const enter = (workspaceId: string) =>
    ask(
      server,
      'mutation ($input: EnterWorkspaceInput!) { enterWorkspace(input: $input) { workspace { id } } }',
      { input: { workspaceId } },
      { as },
    );
  const { workspace } = await ask(
    server,
    'mutation ($input: CreateSandboxInput!) { createSandbox(input: $input) { workspace { id } } }',
    { input: { name: 'Retail' } },
    { as },
  );
  await enter(workspace.id);
  const { cohort } = await ask(
    server,
    CREATE_COHORT,
    { input: { planKey: retail.key, name: 'Spring', startsOn: START } },
    { as },
  );
  const found = await ask(server, '{ people(first: 100) { edges { node { id name } } } }', {}, { as });
  const named: { id: string; name: string }[] = found.edges.map(({ node }: { node: unknown }) => node);
  const personIds = named.filter(({ name }) => name.startsWith('Learner')).map(({ id }) => id);
  const mentorId = named.find(({ name }) => name === 'Mo')?.id;
  const input = { cohortId: cohort.id, personIds: personIds.slice(0, people), mentorId };
  const enrolled = await ask(server, ENROL_PEOPLE, { input }, { as });
  expect(enrolled.userErrors).toEqual([]);
  await enter(home);
  return parseGlobalId(workspace.id)?.uuid ?? '';
}

const silent: SandboxReminders = { advance: async () => undefined, nextAt: async () => undefined };

function depsAt(clock: SettableClock, reminders: SandboxReminders = silent): WalkDeps {
  const { listener } = server.running.reminders;
  const progress = { definitions: new DefinitionCache(), listener };
  return { database: server.database, clock, log: pino({ enabled: false }), progress, reminders };
}

async function begin(workspaceId: string, clock: SettableClock, people: 'NOBODY' | 'DILIGENT' | 'MIXED', target = END) {
  const asked = { workspaceId, run: crypto.randomUUID(), target, people };
  const move = await server.database.work((tx) => beginMove(tx, asked, clock.real()));
  if (!move) throw new Error('the clock is being moved');
  return move;
}

const clockOf = (workspaceId: string) => server.database.work((tx) => readClock(tx, workspaceId));
const latestEvent = async (workspaceId: string) =>
  (
    await server.sql.row<{ at: Instant }>('select max(recorded_at) as at from progress_event where workspace_id = $1', [
      workspaceId,
    ])
  )?.at ?? '';

describe('walking a clock', () => {
  test('takes a mixed group of 24 through twelve weeks of the retail plan, with all that they would be told', async () => {
    const workspaceId = await cohortInSandbox();
    const clock = new SettableClock(server.clock.real());
    const move = await begin(workspaceId, clock, 'MIXED');
    const summary = await walkClock(depsAt(clock, server.running.reminders), move, new AbortController().signal);
    expect(summary.arrived).toBe(true);
    const states = await server.sql.rows<{ done: number; needed: number; overdue: number }>(
      'select done, needed, overdue from enrolment_state where workspace_id = $1',
      [workspaceId],
    );
    expect(states).toHaveLength(PEOPLE);
    // A mixed group: many are done with nearly everything, and some have left things open.
    expect(states.filter(({ done, needed }) => done >= needed * 0.8).length).toBeGreaterThan(PEOPLE / 2);
    expect(states.some(({ overdue }) => overdue > 0)).toBe(true);

    const messages = await server.sql.rows<Message>(
      `select d.person_id as "personId", p.name, d.title, d.markdown, d.state, d.sink, d.due_at as "dueAt", d.sent_at as "sentAt"
       from delivery d join person p on p.id = d.person_id where d.workspace_id = $1 order by d.due_at`,
      [workspaceId],
    );
    expect(messages.every(({ sink, state }) => sink && state === 'SENT')).toBe(true);
    expect(new Set(messages.map(({ name }) => name)).size).toBeGreaterThan(PEOPLE);
    for (const { sentAt, title } of messages) {
      const there = new Date(Date.parse(sentAt) + 8 * 3_600_000).toISOString();
      const [date, hour] = [there.slice(0, 10), Number(there.slice(11, 13))];
      if (date > '2026-02-14' && date < '2026-02-24')
        throw new Error(`${title} went out in the Spring Festival: ${there}`);
      if (hour < 8 || hour >= 21) throw new Error(`${title} went out at night: ${there}`);
    }
    const words = messages.map(({ personId, sentAt, title, markdown }) =>
      [personId, sentAt.slice(0, 10), title, markdown].join('|'),
    );
    expect(new Set(words).size).toBe(words.length);
    expect(await server.sql.rows('select 1 from inbox_message where workspace_id = $1', [workspaceId])).toEqual([]);
    expect(await server.sql.rows('select 1 from delivery_attempt where workspace_id = $1', [workspaceId])).toEqual([]);
  });

  test('visits the instants in order: reminders at their own, never more than half a day at once', async () => {
    const workspaceId = await cohortInSandbox(2);
    const clock = new SettableClock(server.clock.real());
    const planned = ['2026-01-07T02:11:00.000Z', '2026-01-08T04:22:00.000Z'];
    const visited: Instant[] = [];
    const reminders: SandboxReminders = {
      advance: async (_, now) => void visited.push(now),
      nextAt: async () => planned.find((at) => at > (visited.at(-1) ?? '')),
    };
    const move = await begin(workspaceId, clock, 'NOBODY', '2026-01-12T00:00:00.000Z');
    await walkClock(depsAt(clock, reminders), move, new AbortController().signal);
    expect(visited).toEqual([...new Set(visited)].sort());
    expect(visited).toEqual(expect.arrayContaining(planned));
    expect(visited.at(-1)).toBe('2026-01-12T00:00:00.000Z');
    const gaps = visited.slice(1).map((at, index) => Date.parse(at) - Date.parse(visited[index] ?? at));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(12 * 3_600_000);
  });

  test('that is cut off leaves nothing behind that is later than its clock, and another walker goes on', async () => {
    const workspaceId = await cohortInSandbox(6);
    const clock = new SettableClock(server.clock.real());
    let steps = 0;
    const dying: SandboxReminders = {
      nextAt: async () => undefined,
      advance: async () => {
        steps += 1;
        if (steps === 40) throw new Error('the process is gone');
      },
    };
    const move = await begin(workspaceId, clock, 'DILIGENT');
    await expect(walkClock(depsAt(clock, dying), move, new AbortController().signal)).rejects.toThrow('is gone');
    const cut = await clockOf(workspaceId);
    expect(cut?.target).toBe(END);
    const stands = new Date(Date.parse(clock.real()) + (cut?.offsetMs ?? 0)).toISOString();
    expect(stands > '2026-01-05' && stands < END).toBe(true);
    expect((await latestEvent(workspaceId)) <= stands).toBe(true);

    const others = new ClockWalks(depsAt(clock));
    await others.begin(workspaceId, END, 'NOBODY').then((began) => expect(began).toBe(false));
    clock.advance(31_000);
    others.start();
    await others.looked();
    await others.arrival(workspaceId, 240_000);
    await others.stop();
    const arrived = await clockOf(workspaceId);
    expect(arrived?.target).toBeNull();
    expect(new Date(Date.parse(clock.real()) + (arrived?.offsetMs ?? 0)).toISOString()).toBe(END);
    const late = await server.sql.rows(
      'select 1 from enrolment_state where workspace_id = $1 and next_change_at <= $2',
      [workspaceId, END],
    );
    expect(late).toEqual([]);
    // The walker that was given up finds that it no longer owns the clock.
    expect(await walkClock(depsAt(clock), move, new AbortController().signal)).toMatchObject({ arrived: false });
  });

  test('goes on without somebody whose plan cannot be evaluated', async () => {
    const workspaceId = await cohortInSandbox(3);
    const clock = new SettableClock(server.clock.real());
    const [broken] = await server.sql.rows<{ id: string }>(
      'select id from enrolment where workspace_id = $1 order by id limit 1',
      [workspaceId],
    );
    await server.sql.rows(
      `insert into progress_event (workspace_id, enrolment_id, seq, recorded_at, occurred_at, actor, type, data)
       values ($1, $2, 999, now(), now(), 'system', 'migrated', '{"fromVersionId": "x", "toVersionId": "00000000-0000-4000-8000-000000000000"}')`,
      [workspaceId, broken?.id],
    );
    const move = await begin(workspaceId, clock, 'DILIGENT', '2026-02-02T00:00:00.000Z');
    expect(await walkClock(depsAt(clock), move, new AbortController().signal)).toMatchObject({ arrived: true });
    const moved = await server.sql.rows<{ done: number }>(
      'select done from enrolment_state where workspace_id = $1 and enrolment_id <> $2',
      [workspaceId, broken?.id],
    );
    expect(moved.every(({ done }) => done > 0)).toBe(true);
  });
});
