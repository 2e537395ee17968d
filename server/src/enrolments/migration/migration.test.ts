import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanDefinition } from '@planwright/schema/definition';
import { evaluate } from '@planwright/schema/engine';
import { stateHash } from '@planwright/schema/migration';
import { mondayOf, plainDateIn } from '@planwright/schema/time';
import { DefinitionCache } from '../../plans/definition-cache.js';
import { lockPlan } from '../../plans/plan-records.js';
import { workspaceEnvironment } from '../../plans/workspace-environment.js';
import { readEvents } from '../../progress/read-events.js';
import { versionsNamed } from '../../progress/versions-named.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import {
  act,
  ask,
  enrol,
  makeCohort,
  makeWorld,
  moveClock,
  type PlanWorld,
  PUBLISH_PLAN,
  type Running,
  SAVE_DRAFT,
  startPlan,
} from '../testing/plan-world.js';
import { changesNothing } from '../testing/row-counts.js';
import { secondVersion, smallPlan } from '../testing/small-plan.js';

// On a busy machine a request may take a while; nothing here waits for time to pass.
let server: TestServer;
let world: PlanWorld;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server?.stop());

const PREVIEW = `query ($input: MigrationInput!) { previewMigration(input: $input) { moves stays blocked ended ownLeftOut unmapped previewHash
  totals { kind itemKey count sentence } before { done needed overdue } after { done needed overdue }
  problems { code path message } people(first: 100) { totalCount edges { node { effect ended leftOut reopened credited newItems reason changes { kind itemKey sentence }
  dueChanges { itemKey before after } enrolment { id person { name } } } } } } }`;
const MOVE = `mutation ($input: MoveEnrolmentsInput!) { moveEnrolments(input: $input) { migrationId moved left userErrors { code path } } }`;
const UNDO = `mutation ($input: UndoMigrationInput!) { undoMigration(input: $input) { moved left userErrors { code } } }`;
const LOOK =
  'query ($id: ID!) { enrolment(id: $id) { planVersion { number } progress { done needed } items { key state } } }';

const preview = (input: object, as = world.hr) => ask(server, PREVIEW, { input }, { as });
/** Once the scorers of what happened before have answered. */
const staysAsItIs = async <T>(work: () => Promise<T>): Promise<T> => {
  await server.running.scoring.wake();
  return changesNothing(server.sql, work);
};
const look = (id: string) => ask(server, LOOK, { id }, { as: world.hr });
const uuidOf = (id: string): string => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';

/** The hash of the whole state of a person, folded again from the events. */
async function hashOf(enrolmentId: string): Promise<string> {
  const id = uuidOf(enrolmentId);
  return server.database.work(async (tx) => {
    const events = ((await readEvents(tx, [id])).get(id) ?? []).map(({ event }) => event);
    const definitions = await new DefinitionCache().load(tx, versionsNamed(events));
    const environment = await workspaceEnvironment(tx, world.workspace.id, server.clock.real());
    return stateHash(evaluate(definitions, events, environment));
  });
}

let plans = 0;
/** A running plan that started this week, and its second version as a draft at revision 2. */
async function runningWithDraft(
  change: (key: string) => PlanDefinition = secondVersion,
): Promise<Running & { key: string }> {
  plans += 1;
  const key = `moved-${plans}`;
  const running = await startPlan(world, smallPlan(key), mondayOf(plainDateIn(server.clock.real(), 'Asia/Shanghai')));
  const input = { planKey: key, definition: change(key), expectedRevision: 1 };
  const saved = await ask(server, SAVE_DRAFT, { input }, { as: world.hr });
  expect(saved.userErrors).toEqual([]);
  return { ...running, key };
}

const publish = (key: string, more: object = {}) =>
  ask(server, PUBLISH_PLAN, { input: { planKey: key, expectedRevision: 2, ...more } }, { as: world.hr });

const withoutReport = (key: string): PlanDefinition => {
  const plan = smallPlan(key, { links: [] });
  return {
    ...plan,
    stages: plan.stages.map((stage) => ({ ...stage, items: stage.items.filter(({ key: item }) => item !== 'report') })),
  };
};

describe('moving people to another version', () => {
  test('does exactly what the preview says, and undoing it gives the state before', async () => {
    const { key, versionId, enrolmentId } = await runningWithDraft();
    await act(world, world.learner, enrolmentId, 'course', 'COMPLETE');
    const { version } = await publish(key);
    const input = { fromVersionId: versionId, to: { versionId: version.id } };
    const before = await hashOf(enrolmentId);
    const computed = server.running.foresight.done;
    const seen = await staysAsItIs(() => preview(input));
    // Beside the thread that answers everybody.
    expect(server.running.foresight.done).toBe(computed + 1);
    expect(seen).toMatchObject({ moves: 1, stays: 0, blocked: 0, unmapped: [], problems: [] });
    expect(seen.people.edges[0].node).toMatchObject({
      effect: 'MOVES',
      newItems: ['practice'],
      reopened: [],
      enrolment: { person: { name: 'Li' } },
    });
    const moved = await ask(
      server,
      MOVE,
      { input: { migration: input, previewHash: seen.previewHash } },
      { as: world.hr },
    );
    expect(moved).toMatchObject({ moved: 1, left: [], userErrors: [] });
    const after = await look(enrolmentId);
    expect(after).toMatchObject({ planVersion: { number: 2 }, progress: { done: 1, needed: 4 } });
    expect(after.items.map(({ key: item, state }: { key: string; state: string }) => `${item} ${state}`)).toEqual([
      'course DONE',
      'report AVAILABLE',
      'test AVAILABLE',
      'practice AVAILABLE',
      'project LOCKED',
    ]);
    const plan = await ask(
      server,
      'query ($key: String!) { plan(key: $key) { migrations { id moved undoneAt undoableUntil from { number } to { number } by { name } } } }',
      { key },
      { as: world.hr },
    );
    expect(plan.migrations).toMatchObject([
      { id: moved.migrationId, moved: 1, undoneAt: null, from: { number: 1 }, to: { number: 2 }, by: { name: 'Hana' } },
    ]);
    const undone = await ask(server, UNDO, { input: { migrationId: moved.migrationId } }, { as: world.hr });
    expect(undone).toEqual({ moved: 1, left: [], userErrors: [] });
    expect(await hashOf(enrolmentId)).toBe(before);
    expect((await look(enrolmentId)).planVersion.number).toBe(1);
    const twice = await staysAsItIs(() =>
      ask(server, UNDO, { input: { migrationId: moved.migrationId } }, { as: world.hr }),
    );
    expect(twice.userErrors).toEqual([{ code: 'NOT_NOW' }]);
  });

  test('is refused when something has changed since the preview', async () => {
    const { key, versionId, enrolmentId } = await runningWithDraft();
    const { version } = await publish(key);
    const migration = {
      fromVersionId: versionId,
      to: { versionId: version.id },
      mapping: [{ from: 'course', to: 'practice', carry: 'STATE' }],
    };
    const { previewHash } = await preview(migration);
    await act(world, world.learner, enrolmentId, 'course', 'COMPLETE');
    const refused = await staysAsItIs(() => ask(server, MOVE, { input: { migration, previewHash } }, { as: world.hr }));
    expect(refused).toMatchObject({ migrationId: null, moved: 0, userErrors: [{ code: 'PREVIEW_OUTDATED' }] });
    const other = { ...migration, dates: 'RECOMPUTE' };
    const fresh = await preview(migration);
    const otherInput = await ask(
      server,
      MOVE,
      { input: { migration: other, previewHash: fresh.previewHash } },
      { as: world.hr },
    );
    expect(otherInput.userErrors).toMatchObject([{ code: 'PREVIEW_OUTDATED' }]);
  });

  test('says what opens, is waived or overdue before it does so, and which choice makes a new item reach people', async () => {
    const late = await runningWithDraft((key) => {
      const plan = secondVersion(key);
      const [start, ...rest] = plan.stages;
      const due = { anchor: 'OPENED' as const, offset: 1, unit: 'DAY' as const, at: '18:00' };
      const items = start?.items.map((item) => (item.key === 'practice' ? { ...item, due } : item)) ?? [];
      return { ...plan, stages: start ? [{ ...start, items }, ...rest] : [] };
    });
    await moveClock(server, new Date(Date.parse(server.clock.real()) + 4 * 86_400_000).toISOString());
    const input = { fromVersionId: late.versionId, to: { draft: { planKey: late.key, revision: 2 } } };
    const waived = await preview(input);
    expect(waived.totals).toEqual([
      {
        kind: 'WAIVED',
        itemKey: 'practice',
        count: 1,
        sentence:
          '“Practice” is waived for 1 person: its time has passed. They do not have to do it, and it counts as done',
      },
    ]);
    expect(waived).toMatchObject({ before: { done: 0, needed: 3 }, after: { done: 1, needed: 4 } });
    expect(waived.people.edges[0].node.changes).toMatchObject([
      { kind: 'WAIVED', sentence: '“Practice” is waived: its time has passed. It counts as done' },
    ]);
    const required = await preview({ ...input, newItems: 'REQUIRE' });
    expect(required.totals.map(({ kind }: { kind: string }) => kind)).toEqual(['ADDED', 'OVERDUE']);
    const fromNow = await preview({ ...input, newItems: 'REQUIRE_FROM_NOW' });
    expect(fromNow.totals.map(({ kind }: { kind: string }) => kind)).toEqual(['ADDED']);
    expect(fromNow).toMatchObject({ after: { done: 0, needed: 4, overdue: fromNow.before.overdue } });
    const published = await publish(late.key, {
      migration: { ...input, newItems: 'REQUIRE_FROM_NOW' },
      previewHash: fromNow.previewHash,
    });
    expect(published.userErrors).toEqual([]);
    const { items } = await look(late.enrolmentId);
    expect(items).toContainEqual({ key: 'practice', state: 'AVAILABLE' });
  });

  test('leaves people whose plan has ended where they are, unless somebody says so', async () => {
    const { key, versionId, enrolmentId } = await runningWithDraft();
    const { version } = await publish(key);
    await moveClock(server, new Date(Date.parse(server.clock.real()) + 40 * 86_400_000).toISOString());
    const input = { fromVersionId: versionId, to: { versionId: version.id } };
    const apart = await preview(input);
    expect(apart).toMatchObject({ moves: 0, stays: 1, ended: 1, totals: [] });
    expect(apart.people.edges[0].node).toMatchObject({ effect: 'STAYS', ended: true, changes: [] });
    expect(await preview({ ...input, moveEnded: true })).toMatchObject({ moves: 1, ended: 0 });
    expect(await preview({ ...input, enrolmentIds: [enrolmentId] })).toMatchObject({ moves: 1, ended: 0 });
    const left = await ask(
      server,
      MOVE,
      { input: { migration: input, previewHash: apart.previewHash } },
      { as: world.hr },
    );
    expect(left).toMatchObject({ moved: 0, left: [enrolmentId] });
    expect((await look(enrolmentId)).planVersion.number).toBe(1);
  });

  test('leaves the people HR unticks where they are, and says so before and after', async () => {
    const { key, versionId, enrolmentId, cohortId } = await runningWithDraft();
    const other = await world.workspace.person({ name: 'Olga', department: world.sales });
    const [free] = await enrol(world, cohortId, [other], world.mentor);
    const { version } = await publish(key);
    const migration = { fromVersionId: versionId, to: { versionId: version.id } };
    const everybody = await preview(migration);
    expect(everybody).toMatchObject({ moves: 2, stays: 0 });
    const without = { ...migration, leaveOut: [enrolmentId] };
    const seen = await preview(without);
    expect(seen).toMatchObject({ moves: 1, stays: 1, ended: 0 });
    const [left] = seen.people.edges.filter(({ node }: { node: { leftOut: boolean } }) => node.leftOut);
    expect(left.node).toMatchObject({ effect: 'STAYS', enrolment: { id: enrolmentId }, changes: [] });
    expect(left.node.reason).toBe('Unticked; stays on the version');
    // What was seen for everybody does not stand for fewer.
    const stale = await staysAsItIs(() =>
      ask(server, MOVE, { input: { migration: without, previewHash: everybody.previewHash } }, { as: world.hr }),
    );
    expect(stale.userErrors).toMatchObject([{ code: 'PREVIEW_OUTDATED' }]);
    const moved = await ask(
      server,
      MOVE,
      { input: { migration: without, previewHash: seen.previewHash } },
      { as: world.hr },
    );
    expect(moved).toMatchObject({ moved: 1, left: [enrolmentId] });
    expect((await look(enrolmentId)).planVersion.number).toBe(1);
    expect((await look(free ?? '')).planVersion.number).toBe(2);
  });

  test('leaves HR’s own enrolment out, and the preview says so', async () => {
    const { key, versionId, cohortId } = await runningWithDraft();
    const learningHr = await world.workspace.person({ name: 'Hanna', roles: ['HR'], department: world.sales });
    await enrol(world, cohortId, [learningHr], world.mentor);
    const { version } = await publish(key);
    const input = { fromVersionId: versionId, to: { versionId: version.id } };
    expect(await preview(input, learningHr)).toMatchObject({ moves: 1, ownLeftOut: true });
    expect(await preview(input)).toMatchObject({ moves: 2, ownLeftOut: false });
  });

  test('leaves who has a submission on something that would be dropped, and names the reason', async () => {
    const { key, versionId, enrolmentId, cohortId } = await runningWithDraft(withoutReport);
    const other = await world.workspace.person({ name: 'Olga', department: world.sales });
    const [free] = await enrol(world, cohortId, [other], world.mentor);
    await act(world, world.learner, enrolmentId, 'course', 'COMPLETE');
    await act(world, world.learner, enrolmentId, 'report', 'SUBMIT', { artefact: 'x' });
    const { version } = await publish(key);
    const migration = { fromVersionId: versionId, to: { versionId: version.id } };
    const seen = await preview(migration);
    expect(seen).toMatchObject({ moves: 1, blocked: 1, unmapped: ['report'] });
    const blocked = seen.people.edges.find(({ node }: { node: { effect: string } }) => node.effect === 'BLOCKED').node;
    expect(blocked.reason).toContain('Report');
    const moved = await ask(server, MOVE, { input: { migration, previewHash: seen.previewHash } }, { as: world.hr });
    expect(moved).toMatchObject({ moved: 1, left: [enrolmentId] });
    expect((await look(enrolmentId)).planVersion.number).toBe(1);
    expect((await look(free ?? '')).planVersion.number).toBe(2);
  });

  test('happens in the act of publishing, when the preview of the draft still holds', async () => {
    const { key, versionId, enrolmentId } = await runningWithDraft();
    const migration = { fromVersionId: versionId, to: { draft: { planKey: key, revision: 2 } } };
    const { previewHash, moves } = await preview(migration);
    expect(moves).toBe(1);
    const without = await staysAsItIs(() => publish(key, { migration }));
    expect(without.userErrors).toMatchObject([{ code: 'INVALID', path: ['previewHash'] }]);
    const wrong = await staysAsItIs(() => publish(key, { migration, previewHash: 'x'.repeat(64) }));
    expect(wrong).toMatchObject({ version: null, userErrors: [{ code: 'PREVIEW_OUTDATED' }] });
    const elsewhere = { ...migration, to: { draft: { planKey: key, revision: 1 } } };
    const other = await staysAsItIs(() => publish(key, { migration: elsewhere, previewHash }));
    expect(other.userErrors).toMatchObject([{ code: 'INVALID', path: ['migration', 'to'] }]);
    const done = await publish(key, { migration, previewHash });
    expect(done).toMatchObject({ userErrors: [], version: { number: 2 } });
    expect(done.migrationId).not.toBeNull();
    expect((await look(enrolmentId)).planVersion.number).toBe(2);
    const draft = await staysAsItIs(() => ask(server, MOVE, { input: { migration, previewHash } }, { as: world.hr }));
    expect(draft.userErrors).toMatchObject([{ code: 'INVALID', path: ['migration', 'to'] }]);
  });

  test('undone later, who has worked on what the old version lacks stays; after 92 days nobody returns', async () => {
    const { key, versionId, enrolmentId } = await runningWithDraft();
    const migration = { fromVersionId: versionId, to: { draft: { planKey: key, revision: 2 } } };
    const { previewHash } = await preview(migration);
    const { migrationId } = await publish(key, { migration, previewHash });
    await act(world, world.learner, enrolmentId, 'practice', 'COMPLETE');
    const undone = await ask(server, UNDO, { input: { migrationId } }, { as: world.hr });
    expect(undone).toEqual({ moved: 0, left: [enrolmentId], userErrors: [] });

    const late = await runningWithDraft();
    const again = { fromVersionId: late.versionId, to: { draft: { planKey: late.key, revision: 2 } } };
    const seen = await preview(again);
    const published = await publish(late.key, { migration: again, previewHash: seen.previewHash });
    await moveClock(server, new Date(Date.parse(server.clock.real()) + 93 * 86_400_000).toISOString());
    const refused = await staysAsItIs(() =>
      ask(server, UNDO, { input: { migrationId: published.migrationId } }, { as: world.hr }),
    );
    expect(refused.userErrors).toEqual([{ code: 'WINDOW_CLOSED' }]);
  });

  test('is for HR of the people, and knows nothing of other workspaces', async () => {
    const { key, versionId, enrolmentId } = await runningWithDraft();
    const { version } = await publish(key);
    const input = { fromVersionId: versionId, to: { versionId: version.id } };
    const other = await makeWorld(server);
    for (const [as, code] of [
      [world.designer, 'FORBIDDEN'],
      [world.mentor, 'FORBIDDEN'],
      [other.hr, 'NOT_FOUND'],
    ] as const) {
      const answer = await server.execute(PREVIEW, { input }, { as });
      expect(answer.errors?.[0]?.extensions.code).toBe(code);
      const tried = await staysAsItIs(() =>
        server.execute(MOVE, { input: { migration: input, previewHash: 'x' } }, { as }),
      );
      expect(tried.errors?.[0]?.extensions.code).toBe(code);
    }
    const marketing = await world.workspace.department('Marketing 2');
    const marketingHr = await world.workspace.person({ name: 'Mira', roles: [{ HR: marketing }] });
    expect((await preview(input, marketingHr)).moves).toBe(0);
    const asked = await server.execute(
      PREVIEW,
      { input: { ...input, enrolmentIds: [enrolmentId] } },
      { as: marketingHr },
    );
    expect(asked.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const bad = await preview({ ...input, mapping: [{ from: 'nowhere', to: 'course', carry: 'STATE' }] });
    expect(bad).toMatchObject({ moves: 0, previewHash: '', problems: [{ code: 'unknown-key' }] });
  });

  test('does not hide from people how things stood before they were moved', async () => {
    const { key, versionId, enrolmentId, cohortId } = await runningWithDraft();
    const asOf = server.clock.real();
    await moveClock(server, new Date(Date.parse(asOf) + 3_600_000).toISOString());
    const migration = { fromVersionId: versionId, to: { draft: { planKey: key, revision: 2 } } };
    const { previewHash } = await preview(migration);
    expect((await publish(key, { migration, previewHash })).userErrors).toEqual([]);

    const then = `query ($id: ID!, $cohortId: ID!, $asOf: DateTime) {
      enrolment(id: $id, asOf: $asOf) { planVersion { number definition } items { key } }
      board(cohortId: $cohortId, asOf: $asOf) { rows { versionNumber states } } }`;
    for (const as of [world.learner, world.mentor]) {
      const { errors, data } = await server.execute(then, { id: enrolmentId, cohortId, asOf }, { as });
      expect(errors).toBeUndefined();
      expect(data.enrolment.planVersion.number).toBe(1);
      expect(data.enrolment.items).toHaveLength(4);
      expect(data.board.rows).toMatchObject([{ versionNumber: 1 }]);
    }
  });

  test('undone by HR of one department can still be undone for the others', async () => {
    const { key, versionId, enrolmentId, cohortId } = await runningWithDraft();
    const department = await world.workspace.department(`Support ${key}`);
    const ownHr = await world.workspace.person({ name: 'Sun', roles: [{ HR: department }] });
    const other = await world.workspace.person({ name: 'Ola', department });
    const [others] = await enrol(world, cohortId, [other], world.mentor);
    const migration = { fromVersionId: versionId, to: { draft: { planKey: key, revision: 2 } } };
    const { previewHash } = await preview(migration);
    const { migrationId } = await publish(key, { migration, previewHash });

    const first = await ask(server, UNDO, { input: { migrationId } }, { as: ownHr });
    expect(first).toEqual({ moved: 1, left: [enrolmentId], userErrors: [] });
    const rest = await ask(server, UNDO, { input: { migrationId } }, { as: world.hr });
    expect(rest).toEqual({ moved: 1, left: [others], userErrors: [] });
    expect((await look(enrolmentId)).planVersion.number).toBe(1);
    const again = await ask(server, UNDO, { input: { migrationId } }, { as: world.hr });
    expect(again.userErrors).toEqual([{ code: 'NOT_NOW' }]);
  });

  test('and whatever else hangs on a plan goes on while somebody saves or publishes its draft', async () => {
    const { key } = await runningWithDraft();
    await server.database.work(async (tx) => {
      const plan = await tx.row<{ id: string }>('select id from plan where key = $1', [key]);
      await lockPlan(tx, plan?.id ?? '');
      await makeCohort(world, key);
    });
  });
});
