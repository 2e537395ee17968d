import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { act, ask, freshKey, makeWorld, moveClock, REVIEW, startPlan } from '../../enrolments/testing/plan-world.js';
import { Inbox } from '../../inbox/inbox.js';
import { markRead } from '../../inbox/mark-read.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { PrivateWatch } from './private-watch.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

/** Looks when it is told to: what it plans by itself never comes. */
const watchOf = () =>
  new PrivateWatch({
    database: server.database,
    scheduler: { now: () => 0, after: () => () => undefined },
    windowMilliseconds: 0,
    onError: (error) => {
      throw error;
    },
  });

describe('a reader of an inbox', () => {
  test('is woken by a message that came and was read between two looks: they may have counted it meanwhile', async () => {
    const workspace = await server.workspace();
    const li = await workspace.person({ name: 'Li' });
    const watch = watchOf();
    let wakes = 0;
    watch.watch({ kind: 'inbox', personId: li.id }, () => {
      wakes += 1;
    });
    await watch.look();
    await watch.look();
    expect(wakes).toBe(1);

    const at = server.clock.real();
    await new Inbox(server.database, () => undefined).deliver(workspace.id, [
      { deliveryKey: 'one', personId: li.id, title: 'One', markdown: 'One', link: '/', at },
    ]);
    await server.database.work((tx) => markRead(tx, { workspaceId: workspace.id, personId: li.id }, undefined, at));
    await watch.look();
    expect(wakes).toBe(2);
    await watch.look();
    expect(wakes).toBe(2);
  });
});

describe('a reader of the review queue', () => {
  test('is woken by work that came and was reviewed between two looks: they may have counted it meanwhile', async () => {
    const world = await makeWorld(server);
    const { enrolmentId } = await startPlan(world);
    await moveClock(server, '2026-01-06T01:00:00.000Z');
    const learned = await act(world, world.learner, enrolmentId, 'course', 'COMPLETE', { minutes: 80 });
    expect(learned.userErrors).toEqual([]);
    const watch = watchOf();
    let wakes = 0;
    watch.watch({ kind: 'reviews', workspaceId: world.workspace.id }, () => {
      wakes += 1;
    });
    await watch.look();
    await watch.look();
    expect(wakes).toBe(1);

    const handedIn = await act(world, world.learner, enrolmentId, 'report', 'SUBMIT', {
      artefact: 'https://docs.example/1',
    });
    expect(handedIn.userErrors).toEqual([]);
    const reviewed = await ask(
      server,
      REVIEW,
      {
        input: {
          submissionId: handedIn.submission.id,
          decision: 'RETURN',
          comment: 'More, please',
          idempotencyKey: freshKey(),
        },
      },
      { as: world.mentor },
    );
    expect(reviewed.userErrors).toEqual([]);
    await watch.look();
    expect(wakes).toBe(2);
    await watch.look();
    expect(wakes).toBe(2);
  });
});
