import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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
