import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from 'graphql-ws';
import WebSocket from 'ws';
import { BoardFixture } from '../../boards/testing/board-fixture.js';
import {
  BOARD_CHANGED,
  type Change,
  type ClientOptions,
  liveClient,
  until,
  watch,
} from '../../boards/testing/board-reader.js';
import type { TestPerson, TestWorkspace } from '../../testing/fixture.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

const STUDIO = 'http://127.0.0.1:3000';
const PROTOCOL = 'graphql-transport-ws';

let server: TestServer;
let workspace: TestWorkspace;
let hr: TestPerson;
let board: BoardFixture;
const clients: Client[] = [];
const sockets: WebSocket[] = [];

beforeAll(async () => {
  server = await startTestServer({
    sockets: {
      socketsPerPerson: 2,
      operationsPerSocket: 3,
      initMilliseconds: 100,
      messageBytes: 4096,
      sweepMilliseconds: 30,
    },
  });
  workspace = await server.workspace();
  hr = await workspace.person({ name: 'Hana', roles: ['HR'] });
  board = await BoardFixture.make(server, workspace.id);
  await board.enrol([await workspace.person({ name: 'Li' })], await board.version(1, ['a', 'b', 'c', 'd']));
});
afterAll(() => server?.stop());
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
  const gone = sockets.splice(0).map((socket) => closed(socket));
  for (const { socket } of gone) socket.terminate();
  await until(() => gone.every(({ socket }) => socket.readyState === WebSocket.CLOSED), 'all sockets are closed');
});

function open(options: ClientOptions): Client {
  const client = liveClient(server.wsUrl, options);
  clients.push(client);
  return client;
}

/** A bare socket and how it ends: with a close code, or an HTTP status instead of an upgrade. */
function bare(headers: Record<string, string> = {}, protocol = PROTOCOL, path = ''): WebSocket {
  const socket = new WebSocket(`${server.wsUrl}${path}`, protocol, { headers });
  sockets.push(socket);
  return socket;
}

function closed(socket: WebSocket): {
  socket: WebSocket;
  end: Promise<{ code?: number; status?: number; reason?: string }>;
} {
  const end = new Promise<{ code?: number; status?: number; reason?: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }));
    socket.on('unexpected-response', (_request, response) => resolve({ status: response.statusCode ?? 0 }));
    socket.on('error', () => undefined);
  });
  return { socket, end };
}

const opened = (socket: WebSocket) => new Promise((resolve) => socket.once('open', resolve));

async function sees(client: Client): Promise<boolean> {
  const watching = watch<{ boardChanged: Change }>(client, BOARD_CHANGED, { cohortId: board.cohortId });
  await until(
    () => watching.results.length > 0 || watching.error !== undefined || watching.completed,
    'an answer comes',
  );
  watching.stop();
  return watching.results[0]?.data?.boardChanged.kind === 'SNAPSHOT';
}

describe('who may open a stream', () => {
  test.each(['http://evil.example', 'null', 'http://127.0.0.1:3001'])(
    'a page of %s is refused before the upgrade',
    async (origin) => {
      expect((await closed(bare({ origin })).end).status).toBe(403);
    },
  );

  test('another path is no stream', async () => {
    expect((await closed(bare({ origin: STUDIO }, PROTOCOL, '/other')).end).status).toBe(404);
  });

  test('a page of the studio comes with its cookie', async () => {
    const cookie = `planwright_session=${await server.token(hr)}`;
    expect(await sees(open({ origin: STUDIO, cookie }))).toBe(true);
  });

  test('a client without an origin needs a token: a cookie alone does not count', async () => {
    const cookie = `planwright_session=${await server.token(hr)}`;
    expect(await sees(open({ token: await server.token(hr) }))).toBe(true);
    const socket = bare({ cookie });
    await opened(socket);
    socket.send(JSON.stringify({ type: 'connection_init' }));
    expect((await closed(socket).end).code).toBe(4403);
  });

  test('a wrong token is closed with 4403', async () => {
    const socket = bare();
    await opened(socket);
    socket.send(JSON.stringify({ type: 'connection_init', payload: { token: 'x'.repeat(43) } }));
    expect((await closed(socket).end).code).toBe(4403);
  });

  test('a connection that does not sign in in time is closed', async () => {
    expect((await closed(bare()).end).code).toBe(4408);
  });

  test('another protocol is refused', async () => {
    expect((await closed(bare({}, 'graphql-ws')).end).code).not.toBe(1000);
  });
});

describe('how much one may take', () => {
  test('a person has a limited number of connections; one that closes makes room', async () => {
    const token = await server.token(hr);
    const first = open({ token });
    const second = open({ token });
    const watching = [first, second].map((client) => watch(client, BOARD_CHANGED, { cohortId: board.cohortId }));
    await until(() => watching.every(({ results }) => results.length === 1), 'both are served');
    const third = bare();
    await opened(third);
    third.send(JSON.stringify({ type: 'connection_init', payload: { token } }));
    expect(await closed(third).end).toEqual({ code: 1013, reason: 'Too many connections' });
    await first.dispose();
    await until(() => server.running.boards.hub.readersOf(board.boardId) === 1, 'the first is gone');
    expect(await sees(open({ token }))).toBe(true);
  });

  test('a connection has a limited number of operations', async () => {
    const client = open({ token: await server.token(hr) });
    const watching = [1, 2, 3, 4].map(() => watch(client, BOARD_CHANGED, { cohortId: board.cohortId }));
    await until(() => watching.some(({ error }) => error !== undefined), 'one is refused');
    const refused = watching.filter(({ error }) => error !== undefined);
    expect(refused.map(({ error }) => error)).toMatchObject([[{ extensions: { code: 'RATE_LIMITED' } }]]);
    watching[0]?.stop();
    await until(() => server.running.boards.hub.readersOf(board.boardId) === 2, 'one has ended');
    expect(await sees(client)).toBe(true);
  });

  test('a message has a limited number of bytes', async () => {
    const socket = bare();
    await opened(socket);
    socket.send(JSON.stringify({ type: 'connection_init', payload: { token: 'x'.repeat(5000) } }));
    expect([1006, 1009]).toContain((await closed(socket).end).code);
  });

  test.each([
    ['a query', '{ viewer { roles } }', 'BAD_USER_INPUT'],
    ['a mutation', 'mutation { signOut { userErrors { code } } }', 'BAD_USER_INPUT'],
    ['no document', '{ viewer {', 'BAD_USER_INPUT'],
    ['an unknown field', 'subscription { nothing }', 'BAD_USER_INPUT'],
    ['a wrong variable', 'subscription($n: Int!) { boardChanged(cohortId: $n) { cursor } }', 'BAD_USER_INPUT'],
    [
      'a root that may be left out',
      'subscription { boardChanged(cohortId: "x") @skip(if: true) { cursor } }',
      'BAD_USER_INPUT',
    ],
    ['two roots', 'subscription { boardChanged(cohortId: "x") { cursor } reviewQueueChanged }', 'BAD_USER_INPUT'],
    ['an id of something else', 'subscription { boardChanged(cohortId: "x") { cursor } }', 'NOT_FOUND'],
    [
      'a document that is too deep',
      'subscription { boardChanged(cohortId: "x") { board { cohort { plan { cohorts { plan { cohorts { plan { cohorts { plan { key } } } } } } } } } } }',
      'QUERY_TOO_COSTLY',
    ],
  ])('%s is refused', async (_name, query, code) => {
    const watching = watch(open({ token: await server.token(hr) }), query);
    await until(() => watching.error !== undefined || watching.results.length > 0, 'the refusal comes');
    expect(watching.error).toMatchObject([{ extensions: { code } }]);
  });
});

describe('when a session ends unheard', () => {
  test.each([
    ['expired', "update session set expires_at = '2026-01-01' where person_id = $1"],
    ['idle', "update session set last_seen_at = '2026-01-01' where person_id = $1"],
    ['revoked', 'update session set revoked_at = now() where person_id = $1'],
    ['of somebody who left', 'update person set active = false where id = $1'],
  ])('a stream of a session that is %s is closed with 4403', async (_name, statement) => {
    const leaver = await workspace.person({ name: 'Le', roles: ['HR'] });
    let code: number | undefined;
    const on = {
      closed: (event: unknown) => {
        code = (event as CloseEvent).code;
      },
    };
    const watching = watch(open({ token: await server.token(leaver), on }), BOARD_CHANGED, {
      cohortId: board.cohortId,
    });
    await until(() => watching.results.length === 1, 'the reader is served');
    await server.sql.rows(statement, [leaver.id]);
    await until(() => code !== undefined, 'the socket closes');
    expect(code).toBe(4403);
  });
});
