import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { globalId } from '../../access/graphql/global-id.js';
import type { Doorbell } from '../../boards/live/doorbell.js';
import { BoardFixture, figures } from '../../boards/testing/board-fixture.js';
import {
  BOARD_CHANGED,
  BoardModel,
  type Change,
  type ClientOptions,
  liveClient,
  sequenceOf,
  until,
  watch,
} from '../../boards/testing/board-reader.js';
import { readSettings } from '../../config/settings.js';
import { emptyScope } from '../../database/scope.js';
import { type RunningServer, type StartOptions, startServer } from '../../start.js';
import type { TestPerson, TestWorkspace } from '../../testing/fixture.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

const QUICK = { windowMilliseconds: 20, pollMilliseconds: 200 };

let server: TestServer;
let workspace: TestWorkspace;
let hr: TestPerson;
let board: BoardFixture;
let enrolments: string[];
const replicas: RunningServer[] = [];
const clients: { dispose(): void | Promise<void> }[] = [];

beforeAll(async () => {
  server = await startTestServer({ live: QUICK, sockets: { socketsPerPerson: 500 } });
  workspace = await server.workspace();
  hr = await workspace.person({ name: 'Hana', roles: ['HR'] });
});
afterAll(() => server?.stop());

beforeEach(async () => {
  board = await BoardFixture.make(server, workspace.id);
  const people = [];
  for (let n = 0; n < 8; n += 1) people.push(await workspace.person({ name: `P${n}` }));
  enrolments = await board.enrol(people, await board.version(1, ['a', 'b', 'c', 'd']));
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
  for (const replica of replicas.splice(0)) await replica.stop();
});

async function replica(options: Partial<StartOptions> = {}): Promise<RunningServer & { wsUrl: string }> {
  const started = await startServer(
    readSettings({ API_PORT: '0', LOG_LEVEL: 'silent' }),
    { appUrl: server.appUrl },
    {
      clock: server.clock,
      log: pino({ level: 'silent' }),
      live: QUICK,
      sockets: { socketsPerPerson: 500 },
      ...options,
    },
  );
  replicas.push(started);
  return { ...started, wsUrl: started.api.url.replace(/^http/, 'ws') };
}

/** A client that keeps its board as the contract says and resumes from its own cursor, wherever it comes out. */
async function follow(url: string | (() => string), options: ClientOptions = {}) {
  const model = new BoardModel();
  const gaps: Change[] = [];
  const client = liveClient(url, { token: await server.token(hr), retryAttempts: 1000, ...options });
  clients.push(client);
  const variables: { cohortId: string; since?: string } = { cohortId: board.cohortId };
  watch<{ boardChanged: Change }>(client, BOARD_CHANGED, variables, ({ boardChanged }) => {
    if (!model.apply(boardChanged)) gaps.push(boardChanged);
    // The client sends this very object when it connects again.
    variables.since = boardChanged.cursor;
  });
  await until(() => model.cursor !== undefined, 'the snapshot comes');
  return { model, gaps, client };
}

async function stored(): Promise<{ states: Record<string, string>; seq: number; done: number }> {
  const rows = await server.sql.rows<{ id: string; cells: string }>(
    `select e.id, s.cells from enrolment e join enrolment_state s on s.enrolment_id = e.id
     where e.cohort_id = $1 and s.status <> 'CANCELLED'`,
    [board.boardId],
  );
  const counter = await server.sql.row<{ seq: string; done: number }>(
    'select seq, done from board_counter where id = $1',
    [board.boardId],
  );
  return {
    states: Object.fromEntries(rows.map(({ id, cells }) => [globalId('Enrolment', id), cells]).sort()),
    seq: Number(counter?.seq),
    done: counter?.done ?? -1,
  };
}

/** Small numbers that look random and are the same in every run. */
function* dice(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

describe('whatever breaks', () => {
  test('a client that is cut off 100 times while the board changes, between two replicas, ends as the database is', async () => {
    const second = await replica();
    const urls = [server.wsUrl, second.wsUrl];
    let connects = 0;
    const { model, gaps, client } = await follow(() => urls[connects++ % 2] ?? server.wsUrl);
    const random = dice(7);
    let events = 0;
    const write = async (count: number) => {
      for (let n = 0; n < count; n += 1) {
        const id = enrolments[Math.floor(random.next().value * enrolments.length)] ?? '';
        const row = board.people.get(id);
        if (row?.figures.status === 'CANCELLED') await board.set(id, { cells: 'oooo', figures: figures(0) });
        else if (random.next().value < 0.1) await board.cancel(id);
        else await board.progress(id, Math.floor(random.next().value * 5));
        events += 1;
      }
    };
    const cutOff: unknown[] = [];
    const live = () => {
      const socket = client.sockets.at(-1);
      return socket?.readyState === 1 && !cutOff.includes(socket) ? socket : undefined;
    };
    for (let kills = 0; kills < 100; kills += 1) {
      const before = model.changes.length;
      let written = false;
      const writing = write(1 + Math.floor(random.next().value * 4)).then(() => {
        written = true;
      });
      await until(() => live() !== undefined, 'the client is connected again');
      // As soon as it is connected, amid what it hears, or when it has heard all: as it comes.
      const when = Math.floor(random.next().value * 3);
      if (when > 0) await until(() => written || model.changes.length > before, 'it hears something');
      if (when > 1) {
        await writing;
        const { seq } = await stored();
        await until(() => sequenceOf(model.cursor ?? '') >= seq, 'it has heard all');
      }
      const socket = live();
      cutOff.push(socket);
      socket?.terminate();
      await writing;
    }
    const truth = await stored();
    await until(() => sequenceOf(model.cursor ?? '') === truth.seq, 'the client is at the sequence of the board');
    expect(model.states).toEqual(truth.states);
    expect(model.counters?.doneCount).toBe(truth.done);
    expect(gaps).toEqual([]);
    // Every patch goes on where the client stood: nothing missing, nothing twice.
    const sequences = model.applied.map(sequenceOf);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
    expect(model.changes.filter(({ kind }) => kind === 'SNAPSHOT')).toHaveLength(1);
    expect(connects).toBeGreaterThan(90);
    expect(events).toBeGreaterThan(100);
  });

  test('a change made through one replica reaches the readers of another by the doorbell', async () => {
    const second = await replica({ live: { windowMilliseconds: 20, pollMilliseconds: 600_000 } });
    const { model } = await follow(second.wsUrl);
    await board.progress(enrolments[0] ?? '', 3);
    await until(() => model.counters?.doneCount === 3, 'the patch comes');
  });

  test('the safety poll alone suffices when the doorbell is cut', async () => {
    const silent: Doorbell = { ring: () => undefined, onRing: () => undefined, close: () => Promise.resolve() };
    const second = await replica({ live: { windowMilliseconds: 20, pollMilliseconds: 50, doorbell: silent } });
    const { model } = await follow(second.wsUrl);
    await board.setElsewhere(enrolments[1] ?? '', { cells: 'dooo', figures: figures(1) });
    await until(() => model.counters?.doneCount === 1, 'the patch comes');
    expect(model.changes.at(-1)?.kind).toBe('PATCH');
  });

  test('a listening connection that is lost comes back and looks for itself', async () => {
    const second = await replica({ live: { windowMilliseconds: 20, pollMilliseconds: 600_000 } });
    const { model } = await follow(second.wsUrl);
    const { lost } = await server.database.read(emptyScope(workspace.id), async (tx) => ({
      lost: await tx.rows(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'planwright listens to board_moved'`),
    }));
    expect(lost).toHaveLength(2);
    await board.setElsewhere(enrolments[1] ?? '', { cells: 'dooo', figures: figures(1) });
    await until(() => model.counters?.doneCount === 1, 'the patch comes');
  });

  test('a board whose history was cut gives everybody a snapshot', async () => {
    const { model } = await follow(server.wsUrl);
    await server.sql.rows(`update board_counter set epoch = 'restored', seq = 1 where id = $1`, [board.boardId]);
    await until(() => model.changes.at(-1)?.kind === 'SNAPSHOT' && model.changes.length === 2, 'the snapshot comes');
    expect(sequenceOf(model.cursor ?? '')).toBe(1);
  });

  test('a failing database is tried again until it answers', async () => {
    const { model } = await follow(server.wsUrl);
    const failed = () => server.log.filter(({ err }) => JSON.stringify(err ?? '').includes('board_counter')).length;
    const before = failed();
    await server.sql.rows('alter table board_counter rename to away');
    await until(() => failed() > before, 'the board cannot be read');
    await server.sql.rows('alter table away rename to board_counter');
    await board.progress(enrolments[2] ?? '', 2);
    await until(() => model.counters?.doneCount === 2, 'the patch comes');
  });
});

describe('a reader who falls behind', () => {
  const WIDE = `subscription($cohortId: ID!) { boardChanged(cohortId: $cohortId) { kind cursor previousCursor removed
    rows { enrolmentId states personName } counters { people doneCount completion finished } } }`;

  /** A socket that stops reading, with enough wide streams that the kernel cannot hide it. */
  async function stalled(limits: StartOptions['sockets']) {
    const slow = await replica({ sockets: { ...limits, operationsPerSocket: 40 } });
    const wide = await workspace.person({ name: '长'.repeat(20_000) });
    const [id = ''] = await board.enrol([wide], await board.version(2, ['a', 'b', 'c', 'd']));
    const models = Array.from({ length: 30 }, () => new BoardModel());
    let code: number | undefined;
    const client = liveClient(slow.wsUrl, {
      token: await server.token(hr),
      on: {
        closed: (event) => {
          code = (event as CloseEvent).code;
        },
      },
    });
    clients.push(client);
    for (const model of models) {
      watch<{ boardChanged: Change }>(
        client,
        WIDE,
        { cohortId: board.cohortId },
        ({ boardChanged }) => void model.apply(boardChanged),
      );
    }
    // Somebody who keeps up says when a change has gone to everybody.
    const prompt = new BoardModel();
    const reader = liveClient(slow.wsUrl, { token: await server.token(hr), retryAttempts: 1000 });
    clients.push(reader);
    watch<{ boardChanged: Change }>(
      reader,
      WIDE,
      { cohortId: board.cohortId },
      ({ boardChanged }) => void prompt.apply(boardChanged),
    );
    await until(() => [prompt, ...models].every(({ cursor }) => cursor !== undefined), 'all snapshots come');
    const socket = client.sockets[0];
    socket?.pause();
    const change = async (n: number) => {
      await board.set(id, { figures: figures(n % 4), cells: 'd'.repeat(n % 4).padEnd(4, 'o') });
      const { seq } = await stored();
      await until(() => sequenceOf(prompt.cursor ?? '') === seq, 'the change has gone out');
    };
    for (let n = 0; n < 25; n += 1) await change(n);
    return { models, socket, code: () => code, change };
  }

  test('is skipped while they cannot take more, and gets one snapshot when they have drained', async () => {
    const { models, socket } = await stalled({
      flow: { lagBytes: 64 * 1024, hopelessBytes: 512 * 1024 * 1024, hopelessMilliseconds: 60_000 },
    });
    socket?.resume();
    const truth = await stored();
    await until(() => models.every(({ cursor }) => sequenceOf(cursor ?? '') === truth.seq), 'all are up to date');
    for (const model of models) {
      expect(model.states).toEqual(truth.states);
      expect(model.changes.length).toBeLessThan(26);
    }
    expect(models.some(({ changes }) => changes.filter(({ kind }) => kind === 'SNAPSHOT').length === 2)).toBe(true);
  });

  test('is closed with 1013 when they never drain', async () => {
    const hopelessMilliseconds = 200;
    const { socket, code, change } = await stalled({
      flow: { lagBytes: 64 * 1024, hopelessBytes: 512 * 1024 * 1024, hopelessMilliseconds },
      sweepMilliseconds: 50,
    });
    // Life goes on for many sweeps, each of which looks at how long they have been behind.
    const since = performance.now();
    for (let n = 1; performance.now() - since <= 10 * hopelessMilliseconds; n += 1) await change(n);
    socket?.resume();
    await until(() => code() !== undefined, 'the socket closes');
    expect(code()).toBe(1013);
  });
});
