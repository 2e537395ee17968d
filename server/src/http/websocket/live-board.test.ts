import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from 'graphql-ws';
import WebSocket from 'ws';
import { globalId } from '../../access/graphql/global-id.js';
import { revokeSession } from '../../access/session.js';
import { BoardFixture } from '../../boards/testing/board-fixture.js';
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
import type { TestPerson, TestWorkspace } from '../../testing/fixture.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

let server: TestServer;
let workspace: TestWorkspace;
let hr: TestPerson;
let mentor: TestPerson;
let board: BoardFixture;
let enrolments: string[];
let clients: Client[];

beforeAll(async () => {
  server = await startTestServer({ live: { windowMilliseconds: 20 }, sockets: { reachMilliseconds: 50 } });
  workspace = await server.workspace();
  hr = await workspace.person({ name: 'Hana', roles: ['HR'] });
});
afterAll(() => server?.stop());

beforeEach(async () => {
  clients = [];
  mentor = await workspace.person({ name: 'Mao' });
  board = await BoardFixture.make(server, workspace.id);
  const version = await board.version(1, ['a', 'b', 'c', 'd']);
  const people = [];
  for (const name of ['李', 'Wang', 'Zhao', 'Qian']) people.push(await workspace.person({ name }));
  enrolments = [
    ...(await board.enrol(people.slice(0, 2), version, mentor)),
    ...(await board.enrol(people.slice(2), version)),
  ];
});
afterEach(() => Promise.all(clients.map((client) => client.dispose())));

async function open(as: TestPerson, options: ClientOptions = {}): Promise<Client & { sockets: WebSocket[] }> {
  const client = liveClient(server.wsUrl, { token: await server.token(as), ...options });
  clients.push(client);
  return client;
}

/** A board that is kept as the contract says, over any query that has the fields of `Change` under `boardChanged`. */
async function follow(as: TestPerson, options: ClientOptions = {}, query = BOARD_CHANGED) {
  const model = new BoardModel();
  const client = await open(as, options);
  const watching = watch<{ boardChanged: Change }>(client, query, { cohortId: board.cohortId }, (data) => {
    if (!model.apply(data.boardChanged)) throw new Error('a patch does not follow on what was sent before');
  });
  await until(() => model.cursor !== undefined, 'the snapshot comes');
  return { model, client, watching };
}

const enrolment = (index: number) => globalId('Enrolment', enrolments[index] ?? '');
const progress = (index: number, done: number) => board.progress(enrolments[index] ?? '', done);

describe('a live board', () => {
  test('starts with a snapshot and then patches what changed', async () => {
    const { model } = await follow(hr);
    expect(model.changes[0]).toMatchObject({ kind: 'SNAPSHOT', previousCursor: null, counters: { people: 4 } });
    await progress(1, 2);
    await until(() => model.changes.length === 2, 'the patch comes');
    expect(model.changes[1]).toMatchObject({
      kind: 'PATCH',
      previousCursor: model.changes[0]?.cursor,
      rows: [{ enrolmentId: enrolment(1), states: 'ddoo', personName: 'Wang' }],
      counters: { doneCount: 2, completion: 2 / 16 },
    });
  });

  test('executes once for a group of equal readers, whatever the number of readers', async () => {
    const readers = await Promise.all([1, 2, 3, 4].map(() => follow(hr)));
    const other = await workspace.person({ name: 'Hai', roles: ['HR'] });
    readers.push(await follow(other));
    const { hub } = server.running.boards;
    const before = { ...hub.figures };
    await progress(0, 1);
    await until(() => readers.every(({ model }) => model.changes.length === 2), 'everybody has the patch');
    expect(hub.figures.executions - before.executions).toBe(1);
    expect(hub.figures.delivered - before.delivered).toBe(5);
  });

  test('merges a burst into few frames', async () => {
    const { model } = await follow(hr);
    for (let done = 1; done <= 4; done += 1) for (const index of [0, 1, 2, 3]) await progress(index, done);
    await until(() => model.counters?.finished === 4, 'the last change shows');
    expect(model.changes.length).toBeLessThan(16);
    expect(Object.values(model.states)).toEqual(['dddd', 'dddd', 'dddd', 'dddd']);
  });

  test('tells of a person who left the board', async () => {
    const { model } = await follow(hr);
    await board.cancel(enrolments[3] ?? '');
    await until(() => model.rows.size === 3, 'the row goes');
    expect(model.changes.at(-1)).toMatchObject({
      kind: 'PATCH',
      removed: [enrolment(3)],
      rows: [],
      counters: { people: 3 },
    });
  });

  test('shows a mentor their own people only, with counters over them, and nothing of others', async () => {
    const { model } = await follow(mentor);
    const everything = await follow(hr);
    expect([...model.rows.keys()].sort()).toEqual([enrolment(0), enrolment(1)].sort());
    await progress(2, 3);
    await until(() => everything.model.changes.length === 2, 'HR sees the change');
    await progress(0, 1);
    await until(() => model.changes.length === 2, 'the mentor sees the next');
    const patch = model.changes[1];
    expect(patch?.rows.map(({ enrolmentId }) => enrolmentId)).toEqual([enrolment(0)]);
    expect(patch?.counters).toMatchObject({ people: 2, doneCount: 1 });
    // One sequence lies between that did not concern this mentor.
    expect(sequenceOf(patch?.cursor ?? '') - sequenceOf(patch?.previousCursor ?? '')).toBe(2);
  });

  test('tells the old mentor that a person is no longer theirs', async () => {
    const { model } = await follow(mentor);
    await board.set(enrolments[1] ?? '', { mentorId: null });
    await until(() => model.rows.size === 1, 'the row goes');
    expect([...model.rows.keys()]).toEqual([enrolment(0)]);
  });

  test('starts over when a version with other columns comes', async () => {
    const { model } = await follow(hr);
    const next = await board.version(2, ['a', 'b', 'new', 'c', 'd']);
    await board.set(enrolments[0] ?? '', { versionId: next, cells: 'ooooo' });
    await until(() => model.states[enrolment(0)] === 'ooooo', 'the longer row comes');
    expect(model.changes.at(-1)?.kind).toBe('SNAPSHOT');
    expect(model.states[enrolment(1)]).toBe('oo-oo');
  });

  test('answers NOT_FOUND to somebody without people in the cohort, and for a foreign workspace', async () => {
    const stranger = await workspace.person({ name: 'Su' });
    const foreign = await (await server.workspace('Other')).person({ name: 'Fo', roles: ['HR'] });
    for (const person of [stranger, foreign]) {
      const watching = watch(await open(person), BOARD_CHANGED, { cohortId: board.cohortId });
      await until(() => watching.error !== undefined, 'the refusal comes');
      expect(watching.error).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    }
  });

  test('serves aliases, fragments and a board within the change', async () => {
    const query = `subscription Live($cohortId: ID!) { ...Root }
      fragment Root on Subscription { boardChanged: boardChanged(cohortId: $cohortId) { at: cursor ...Parts } }
      fragment Parts on BoardChange { kind board { cohort { name } columns { itemKey title } rows(first: 2) { states } counters { people } } mine: counters { n: people } }`;
    const watching = watch<{ boardChanged: Record<string, unknown> }>(await open(hr), query, {
      cohortId: board.cohortId,
    });
    await until(() => watching.results.length === 1, 'the snapshot comes');
    expect(watching.results[0]?.errors).toBeUndefined();
    expect(watching.results[0]?.data?.boardChanged).toMatchObject({
      kind: 'SNAPSHOT',
      board: {
        cohort: { name: 'Spring' },
        columns: [{ itemKey: 'a' }, {}, {}, {}],
        rows: [{}, {}],
        counters: { people: 4 },
      },
      mine: { n: 4 },
    });
  });

  test('speaks the language of each reader', async () => {
    const query = `subscription($cohortId: ID!) { boardChanged(cohortId: $cohortId) { board { columns { title } } } }`;
    const titles = [];
    for (const language of ['en', 'zh-CN']) {
      const client = liveClient(server.wsUrl, { token: await server.token(hr), language });
      clients.push(client);
      const watching = watch<{ boardChanged: { board: { columns: { title: string }[] } } }>(client, query, {
        cohortId: board.cohortId,
      });
      await until(() => watching.results.length === 1, 'the snapshot comes');
      titles.push(watching.results[0]?.data?.boardChanged.board.columns[0]?.title);
    }
    expect(titles).toEqual(['Course a', '课程 a']);
  });

  test('writes frames that any client reads: ids with quotes, names that are not ASCII', async () => {
    let next = 0;
    const generateID = () => `"id\\${next++}\u2028号"`;
    const first = await follow(hr, { generateID });
    const second = await follow(hr, { generateID });
    expect(first.model.rows.get(enrolment(0))?.personName).toBe('李');
    await progress(0, 1);
    await until(() => first.model.changes.length === 2 && second.model.changes.length === 2, 'both have the patch');
    expect(second.model.states).toEqual(first.model.states);
  });

  test('stops when a client completes, and goes on for the others', async () => {
    const first = await follow(hr);
    const second = await follow(hr);
    first.watching.stop();
    await until(() => server.running.boards.hub.readersOf(board.boardId) === 1, 'one reader is left');
    await progress(0, 1);
    await until(() => second.model.changes.length === 2, 'the other has the patch');
    expect(first.model.changes).toHaveLength(1);
    second.watching.stop();
    await until(() => server.running.boards.hub.readersOf(board.boardId) === 0, 'nobody is left');
  });

  test('resumes with what changed since, and with a snapshot where that is not known any more', async () => {
    const { model, watching } = await follow(hr);
    watching.stop();
    await progress(0, 1);
    await progress(0, 2);
    const client = await open(hr);
    const later = watch<{ boardChanged: Change }>(client, BOARD_CHANGED, {
      cohortId: board.cohortId,
      since: model.cursor,
    });
    await until(() => later.results.length === 1, 'the patch comes');
    expect(later.results[0]?.data?.boardChanged).toMatchObject({
      kind: 'PATCH',
      previousCursor: model.cursor,
      rows: [{ enrolmentId: enrolment(0), states: 'ddoo' }],
    });
    for (const since of ['nonsense', Buffer.from('past.0.x').toString('base64url')]) {
      const again = watch<{ boardChanged: Change }>(client, BOARD_CHANGED, { cohortId: board.cohortId, since });
      await until(() => again.results.length === 1, 'the snapshot comes');
      expect(again.results[0]?.data?.boardChanged.kind).toBe('SNAPSHOT');
    }
    await server.sql.rows('delete from board_patch where board_id = $1', [board.boardId]);
    const cut = watch<{ boardChanged: Change }>(client, BOARD_CHANGED, {
      cohortId: board.cohortId,
      since: model.cursor,
    });
    await until(() => cut.results.length === 1, 'the snapshot comes');
    expect(cut.results[0]?.data?.boardChanged.kind).toBe('SNAPSHOT');
  });

  test('follows what its reader may see: more, less, nothing', async () => {
    const { model, watching } = await follow(mentor);
    expect(model.rows.size).toBe(2);
    await server.sql.rows('insert into role_grant (workspace_id, person_id, role) values ($1, $2, $3)', [
      workspace.id,
      mentor.id,
      'HR',
    ]);
    await until(() => model.rows.size === 4, 'the mentor sees everybody');
    await server.sql.rows('delete from role_grant where person_id = $1', [mentor.id]);
    await until(() => model.rows.size === 2, 'the mentor sees only their own people again');
    for (const id of enrolments) await board.set(id, { mentorId: null });
    await until(() => watching.error !== undefined, 'the stream ends');
    expect(watching.error).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test('closes with 4403 when the session is revoked, and sends nothing after', async () => {
    const leaver = await workspace.person({ name: 'Le', roles: ['HR'] });
    let code: number | undefined;
    const { model } = await follow(leaver, {
      on: {
        closed: (event) => {
          code = (event as CloseEvent).code;
        },
      },
    });
    const session = await server.sql.row<{ id: string }>('select id from session where person_id = $1', [leaver.id]);
    await revokeSession(server.database, session?.id ?? '', server.clock.real());
    await until(() => code !== undefined, 'the socket closes');
    expect(code).toBe(4403);
    await progress(0, 1);
    expect(model.changes).toHaveLength(1);
  });
});
