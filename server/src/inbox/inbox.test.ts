import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globalId } from '../access/graphql/global-id.js';
import { liveClient, until, watch } from '../boards/testing/board-reader.js';
import type { TestPerson, TestWorkspace } from '../testing/fixture.js';
import { operation, present } from '../testing/operation.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { Inbox } from './inbox.js';

let server: TestServer;
let workspace: TestWorkspace;
let inbox: Inbox;

beforeAll(async () => {
  server = await startTestServer({ live: { windowMilliseconds: 20 } });
  workspace = await server.workspace();
  inbox = new Inbox(server.database, (id) => server.running.boards.privateChanged(id));
});
afterAll(() => server?.stop());

const INBOX =
  operation(`query ($first: Int!, $after: String, $unread: Boolean) { inbox(first: $first, after: $after, unread: $unread) {
  unread pageInfo { hasNextPage endCursor } edges { node { id title markdown link at readAt } } } }`);
const NODE = operation('query ($id: ID!) { node(id: $id) { id } }');
const MARK = operation('mutation ($input: MarkReadInput!) { markRead(input: $input) { unread userErrors { code } } }');

const message = (person: TestPerson, number: number) => ({
  deliveryKey: `${person.id}/${number}`,
  personId: person.id,
  title: `Message ${number}`,
  markdown: '**Due on Friday**',
  link: '/enrolments/1',
  at: `2026-01-05T01:00:0${number}.000Z`,
});
const read = async (
  as: TestPerson,
  variables: { first?: number; after?: string | null | undefined; unread?: boolean } = {},
) => (await server.ask(INBOX, { first: 10, ...variables }, { as })).inbox;
const firstOf = (page: { edges: { node: { id: string } }[] }) => present(page.edges[0]).node;
const titles = (page: { edges: { node: { title: string } }[] }) => page.edges.map(({ node }) => node.title);

describe('the inbox', () => {
  test('holds the messages of its owner alone, newest first, in pages', async () => {
    const li = await workspace.person({ name: 'Li' });
    const admin = await workspace.person({ name: 'Ada', roles: ['ADMIN'] });
    await inbox.deliver(workspace.id, [message(li, 1), message(li, 2), message(li, 3)]);
    await inbox.deliver(workspace.id, [message(admin, 1)]);

    const first = await read(li, { first: 2 });
    expect(titles(first)).toEqual(['Message 3', 'Message 2']);
    expect(first.unread).toBe(3);
    const second = await read(li, { first: 2, after: first.pageInfo.endCursor });
    expect(titles(second)).toEqual(['Message 1']);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(titles(await read(admin))).toEqual(['Message 1']);

    const { id } = firstOf(first);
    const seen = (as: TestPerson) => server.ask(NODE, { id }, { as });
    expect((await seen(li)).node).toEqual({ id });
    expect((await seen(admin)).node).toBeNull();
  });

  test('keeps one message for a key, however often it is delivered', async () => {
    const li = await workspace.person({ name: 'Li' });
    const again = await Promise.all(Array.from({ length: 8 }, () => inbox.deliver(workspace.id, [message(li, 1)])));
    expect(again.map((answers) => answers.length)).toEqual(Array.from({ length: 8 }, () => 1));
    expect(new Set(again.flat().map(({ id }) => id)).size).toBe(1);
    expect(again.flat().filter(({ fresh }) => fresh)).toHaveLength(1);
    expect((await read(li)).unread).toBe(1);
  });

  test('is read by its owner: one message, then all, and nobody else’s', async () => {
    const [li, wang] = [await workspace.person({ name: 'Li' }), await workspace.person({ name: 'Wang' })];
    await inbox.deliver(workspace.id, [message(li, 1), message(li, 2), message(wang, 1)]);
    const latest = firstOf(await read(li));
    const stranger = await server.ask(MARK, { input: { ids: [latest.id, 'x'] } }, { as: wang });
    expect(stranger.markRead).toEqual({ unread: 1, userErrors: [] });
    expect((await read(li)).unread).toBe(2);

    const one = await server.ask(MARK, { input: { ids: [latest.id] } }, { as: li });
    expect(one.markRead.unread).toBe(1);
    expect(titles(await read(li, { unread: true }))).toEqual(['Message 1']);
    const all = await server.ask(MARK, { input: {} }, { as: li });
    expect(all.markRead.unread).toBe(0);
    expect((await read(li)).edges.map(({ node }) => node.readAt)).toEqual([
      '2026-01-05T01:00:00.000Z',
      '2026-01-05T01:00:00.000Z',
    ]);
    expect((await read(wang)).unread).toBe(1);
  });

  test('refuses a cursor that is none', async () => {
    const li = await workspace.person({ name: 'Li' });
    const forged = Buffer.from(JSON.stringify(['2026-01-05T01:00:00.000Z', 'x'])).toString('base64url');
    for (const after of ['x', forged, globalId('Person', li.id)]) {
      const answer = await server.send(INBOX, { first: 1, after }, { as: li });
      expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  test('tells its reader how many are unread as they come and go', async () => {
    const li = await workspace.person({ name: 'Li' });
    const wang = await workspace.person({ name: 'Wang' });
    const client = liveClient(server.wsUrl, { token: await server.token(li) });
    const counts: number[] = [];
    watch<{ inboxChanged: number }>(client, 'subscription { inboxChanged }', {}, (data) =>
      counts.push(data.inboxChanged),
    );
    await until(() => counts.at(-1) === 0, 'the first count comes');
    await inbox.deliver(workspace.id, [message(wang, 1)]);
    await inbox.deliver(workspace.id, [message(li, 1)]);
    await until(() => counts.at(-1) === 1, 'the message is counted');
    await server.ask(MARK, { input: {} }, { as: li });
    await until(() => counts.at(-1) === 0, 'what was read is not counted');
    expect(counts).toEqual([0, 1, 0]);
    await client.dispose();
  });
});
