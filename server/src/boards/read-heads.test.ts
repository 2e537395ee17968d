import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Sql } from '../database/sql.js';
import type { TestPerson, TestWorkspace } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { readHeads } from './statements/read-heads.js';
import { BoardFixture } from './testing/board-fixture.js';

let server: TestServer;
let workspace: TestWorkspace;
let people: TestPerson[];
beforeAll(async () => {
  server = await startTestServer();
  workspace = await server.workspace();
  people = await Promise.all(['Wang', 'Zhao'].map((name) => workspace.person({ name })));
});
afterAll(() => server?.stop());

async function board(): Promise<{ fixture: BoardFixture; enrolments: string[] }> {
  const fixture = await BoardFixture.make(server, workspace.id);
  return { fixture, enrolments: await fixture.enrol(people, await fixture.version(1, ['a', 'b', 'c', 'd'])) };
}

const DEADLINE = '2026-02-02T08:00:00.000Z';

test('whatever happened on any number of boards is read in one statement, each from where its readers stand', async () => {
  const [moved, quiet, waiting, unwatched] = [await board(), await board(), await board(), await board()];
  const [first = '', second = ''] = moved.enrolments;
  await moved.fixture.progress(second, 1);
  await moved.fixture.progress(first, 2);
  const [late = ''] = waiting.enrolments;
  await server.sql.rows('update enrolment_state set waiting = 1, next_feedback_due_at = $2 where enrolment_id = $1', [
    late,
    DEADLINE,
  ]);
  await server.sql.rows('update board_counter set waiting = 1 where id = $1', [waiting.fixture.boardId]);
  await unwatched.fixture.progress(unwatched.enrolments[0] ?? '', 3);

  const sent: string[] = [];
  const counting: Sql = {
    rows: (asked, parameters) => {
      sent.push(String(asked));
      return server.sql.rows(asked, parameters);
    },
    row: server.sql.row,
  };
  const heads = await readHeads(
    counting,
    new Map([
      [moved.fixture.boardId, 1],
      [quiet.fixture.boardId, 1],
      [waiting.fixture.boardId, 1],
      // Nobody stands anywhere on it yet: no patches are wanted.
      [unwatched.fixture.boardId, undefined],
      [crypto.randomUUID(), 1],
    ]),
  );
  expect(sent).toHaveLength(1);
  expect(heads.size).toBe(4);
  expect(heads.get(moved.fixture.boardId)).toMatchObject({
    seq: 3,
    oldestPatch: 1,
    patches: [
      { seq: 2, enrolmentId: second },
      { seq: 3, enrolmentId: first },
    ],
    figures: { people: 2, done: 3, nextFeedbackDueAt: null },
  });
  expect(heads.get(quiet.fixture.boardId)).toMatchObject({ seq: 1, patches: [] });
  expect(heads.get(quiet.fixture.boardId)).not.toHaveProperty('oldestPatch');
  expect(heads.get(waiting.fixture.boardId)).toMatchObject({ patches: [], figures: { nextFeedbackDueAt: DEADLINE } });
  expect(heads.get(unwatched.fixture.boardId)).toMatchObject({ seq: 2, patches: [], figures: { done: 3 } });
});
