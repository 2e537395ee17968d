import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mondayOf, plainDateIn } from '@planwright/schema/time';
import { compareCounters } from '../../boards/statements/compare-counters.js';
import { DefinitionCache } from '../../plans/definition-cache.js';
import { readEvents } from '../../progress/read-events.js';
import { rebuildProjections } from '../../progress/rebuild-projections.js';
import type { TestPerson } from '../../testing/fixture.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import {
  act,
  ask,
  enrol,
  makeCohort,
  makeWorld,
  type PlanWorld,
  PUBLISH_PLAN,
  SAVE_DRAFT,
  startPlan,
} from '../testing/plan-world.js';
import { secondVersion, smallPlan } from '../testing/small-plan.js';
import { eventsOf } from './events-of.js';
import { readHistories } from './read-histories.js';

/** More than are foreseen, or written, at once. */
const PEOPLE = 260;
const PREVIEW = `query ($input: MigrationInput!, $after: String) { previewMigration(input: $input) { moves stays previewHash
  totals { kind itemKey count } after { needed }
  people(first: 100, after: $after) { totalCount edges { node { effect changes { sentence } enrolment { id } } }
    pageInfo { hasNextPage endCursor } } } }`;
const MOVE = `mutation ($input: MoveEnrolmentsInput!) { moveEnrolments(input: $input) { migrationId moved left userErrors { code } } }`;
const UNDO = `mutation ($input: UndoMigrationInput!) { undoMigration(input: $input) { moved left userErrors { code } } }`;

let server: TestServer;
let world: PlanWorld;
let versionId: string;
let toVersionId: string;
let ids: string[];
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  const startsOn = mondayOf(plainDateIn(server.clock.real(), 'Asia/Shanghai'));
  const running = await startPlan(world, smallPlan('many'), startsOn);
  versionId = running.versionId;
  const people: TestPerson[] = [];
  for (let n = 1; n < PEOPLE; n += 1)
    people.push(await world.workspace.person({ name: `P${n}`, department: world.sales }));
  const other = await makeCohort(world, 'many', startsOn);
  const first = await enrol(world, running.cohortId, people.slice(0, 100), world.mentor);
  const second = await enrol(world, other, people.slice(100), world.mentor);
  ids = [running.enrolmentId, ...first, ...second];
  await act(world, world.learner, running.enrolmentId, 'course', 'COMPLETE');
  const draft = { planKey: 'many', definition: secondVersion('many'), expectedRevision: 1 };
  expect((await ask(server, SAVE_DRAFT, { input: draft }, { as: world.hr })).userErrors).toEqual([]);
  const published = await ask(
    server,
    PUBLISH_PLAN,
    { input: { planKey: 'many', expectedRevision: 2 } },
    { as: world.hr },
  );
  toVersionId = published.version.id;
});
afterAll(() => server?.stop());

const uuidOf = (id: string): string => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';

/** What the tables hold against what the events say, over all enrolments and boards. */
async function untrue(): Promise<unknown[]> {
  const { database, clock } = server;
  const deps = { definitions: new DefinitionCache(), listener: server.running.boards.listener };
  const { differences, enrolments } = await rebuildProjections({ database, clock }, deps, { write: false });
  expect(enrolments).toBe(PEOPLE);
  return [...differences, ...(await database.work((tx) => compareCounters(tx)))];
}

describe('many people', () => {
  test('have the same events whether they are read as rows or as texts', async () => {
    const all = ids.map(uuidOf);
    for (const zone of ['UTC', 'Asia/Kathmandu']) {
      const [rows, texts] = await server.database.work(async (tx) => {
        await tx.rows(`select set_config('TimeZone', $1, true)`, [zone]);
        return [await readEvents(tx, all), await readHistories(tx, all)] as const;
      });
      expect(texts.map(({ enrolmentId }) => enrolmentId)).toEqual([...all].sort());
      for (const { enrolmentId, text, versions } of texts) {
        expect(eventsOf(text)).toEqual(rows.get(enrolmentId)?.map(({ event }) => event));
        expect(versions).toEqual([uuidOf(versionId)]);
      }
    }
  });

  test('are previewed page by page, moved and moved back as one', async () => {
    const input = { fromVersionId: versionId, to: { versionId: toVersionId } };
    const computed = server.running.foresight.done;
    const seen = await ask(server, PREVIEW, { input }, { as: world.hr });
    expect(server.running.foresight.done).toBe(computed + 2);
    expect(seen).toMatchObject({ moves: PEOPLE, stays: 0, people: { totalCount: PEOPLE } });
    expect(seen.totals).toContainEqual({ kind: 'ADDED', itemKey: 'practice', count: PEOPLE });

    const edges = [...seen.people.edges];
    for (let { pageInfo } = seen.people; pageInfo.hasNextPage; ) {
      const { people } = await ask(server, PREVIEW, { input, after: pageInfo.endCursor }, { as: world.hr });
      edges.push(...people.edges);
      pageInfo = people.pageInfo;
    }
    expect(edges.map(({ node }) => uuidOf(node.enrolment.id))).toEqual(ids.map(uuidOf).sort());
    for (const { node } of edges) expect(node.changes).not.toEqual([]);

    const migration = { migration: input, previewHash: seen.previewHash };
    const moved = await ask(server, MOVE, { input: migration }, { as: world.hr });
    expect(moved).toMatchObject({ moved: PEOPLE, left: [], userErrors: [] });
    expect(await untrue()).toEqual([]);

    const back = await ask(server, UNDO, { input: { migrationId: moved.migrationId } }, { as: world.hr });
    expect(back).toEqual({ moved: PEOPLE, left: [], userErrors: [] });
    expect(await untrue()).toEqual([]);
  });
});
