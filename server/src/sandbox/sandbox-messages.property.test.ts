import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanDefinition } from '@planwright/schema/definition';
import { addDays, addMs, earlierOf, type Instant, plainDateIn } from '@planwright/schema/time';
import { loadTemplates } from '@planwright/seeds';
import { pino } from 'pino';
import { parseGlobalId } from '../access/graphql/global-id.js';
import { SettableClock } from '../clock/settable-clock.js';
import { act, ask, enrol, makeWorld, moveClock, type PlanWorld, startPlan } from '../enrolments/testing/plan-world.js';
import { DefinitionCache } from '../plans/definition-cache.js';
import { Random } from '../statistics/random.js';
import type { TestPerson } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { beginMove } from './clock-state.js';
import { walkClock } from './walk-clock.js';

const ZONE = 'Asia/Shanghai';
const DAYS = 24;

let server: TestServer;
let retail: PlanDefinition;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T01:00:00.000Z' });
  const found = (await loadTemplates()).find(({ key }) => key === 'retail-new-manager');
  if (!found) throw new Error('there is no retail plan');
  retail = found.definition;
});
afterAll(() => server?.stop());

interface Message {
  name: string;
  title: string;
  markdown: string;
  dueAt: Instant;
  sentAt: Instant;
}

/** What people of a workspace were told after an instant, and when; no channel is connected, so all of it is in their inbox. */
const messagesOf = (workspaceId: string, after: Instant) =>
  server.sql.rows<Message>(
    `select p.name, d.title, d.markdown, d.due_at as "dueAt", d.sent_at as "sentAt" from delivery d
     join person p on p.id = d.person_id where d.workspace_id = $1 and d.sent_at > $2::timestamptz
     order by d.sent_at, p.name, d.title`,
    [workspaceId, after],
  );

/** The people that a mentor's message is about stand in it in no order. */
const inOneOrder = (messages: readonly Message[]) =>
  messages.map(({ markdown, ...message }) => ({ ...message, paragraphs: markdown.split('\n\n').sort() }));

const depsAt = (clock: SettableClock) => ({
  database: server.database,
  clock,
  log: pino({ enabled: false }),
  progress: { definitions: new DefinitionCache(), listener: server.running.reminders.listener },
  reminders: server.running.reminders,
});

/** Through everything that time brings in the live workspace, as its worker and its ticker do it. */
async function liveUntil(workspaceId: string, target: Instant): Promise<void> {
  const { reminders } = server.running;
  for (;;) {
    const now = server.clock.real();
    await moveClock(server, now);
    await reminders.advance(workspaceId, now);
    if (now >= target) return;
    const row = await server.sql.row<{ at: Instant | null }>(
      'select min(next_change_at) as at from enrolment_state where workspace_id = $1 and next_change_at > $2::timestamptz',
      [workspaceId, now],
    );
    const ahead = [row?.at, await reminders.nextAt(workspaceId, now)].filter(
      (at) => at != null && at > now,
    ) as Instant[];
    server.clock.moveTo([...ahead, addMs(now, 12 * 3_600_000), target].reduce(earlierOf));
  }
}

/** A cohort of some people of which each has done something else, and one who joined late. */
async function runningCohort(world: PlanWorld, random: Random, startsOn: string): Promise<TestPerson[]> {
  const { workspace, sales, lead, mentor, hr } = world;
  const { cohortId } = await startPlan(world, retail, startsOn);
  const people: TestPerson[] = [];
  for (const name of ['An', 'Bo', 'Cy', 'Di'])
    people.push(await workspace.person({ name, department: sales, manager: lead }));
  const enrolments = await enrol(world, cohortId, people, mentor);
  const courses = retail.stages[0]?.items.filter(({ kind }) => kind === 'COURSE') ?? [];
  await liveUntil(workspace.id, `${addDays(startsOn, 2)}T02:00:00.000Z`);
  for (const [i, enrolmentId] of enrolments.entries())
    for (const course of courses)
      if (random.bits() % 3 !== 0) await act(world, people[i] as TestPerson, enrolmentId, course.key, 'COMPLETE');
  if (random.bits() % 2 === 0)
    await ask(
      server,
      'mutation ($input: PauseEnrolmentInput!) { pauseEnrolment(input: $input) { userErrors { code } } }',
      { input: { enrolmentId: enrolments[0], reason: 'away' } },
      { as: hr },
    );
  const late = await workspace.person({ name: 'Late', department: sales, manager: lead });
  await liveUntil(workspace.id, `${addDays(startsOn, 9)}T02:00:00.000Z`);
  await enrol(world, cohortId, [late], mentor);
  return [...people, late];
}

describe('in a sandbox', () => {
  // Cohorts that run over New Year, copied at work, at night and on the holiday itself.
  test.each([
    ['2026-11-23', 12, '06:10'],
    ['2026-12-07', 20, '15:40'],
    ['2026-12-21', 11, '01:00'],
  ])(
    'people of a cohort that began on %s are told what the real ones are told, at the same moments',
    async (startsOn, days, at) => {
      const world = await makeWorld(server);
      await runningCohort(world, new Random(startsOn), startsOn);
      const made = `${addDays(startsOn, days)}T${at}:00.000Z`;
      await liveUntil(world.workspace.id, made);
      const { workspace } = await ask(
        server,
        'mutation ($input: CreateSandboxInput!) { createSandbox(input: $input) { workspace { id } userErrors { code } } }',
        { input: { name: `From ${startsOn}` } },
        { as: world.hr },
      );
      const sandboxId = parseGlobalId(workspace.id)?.uuid ?? '';
      const until = addMs(made, DAYS * 86_400_000);

      const clock = new SettableClock(made);
      const asked = { workspaceId: sandboxId, run: crypto.randomUUID(), target: until, people: 'NOBODY' as const };
      const moving = await server.database.work((tx) => beginMove(tx, asked, made));
      if (!moving) throw new Error('the clock is being moved');
      await walkClock(depsAt(clock), moving, new AbortController().signal);
      const there = await messagesOf(sandboxId, made);

      await liveUntil(world.workspace.id, until);
      const here = await messagesOf(world.workspace.id, made);
      expect(here.length).toBeGreaterThan(10);
      expect(inOneOrder(there)).toEqual(inOneOrder(here));
      // New Year is a holiday also in a year whose calendar nobody has published.
      expect(there.filter(({ sentAt }) => plainDateIn(sentAt, ZONE) === '2027-01-01')).toEqual([]);
    },
  );
});
