import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globalId } from '../access/graphql/global-id.js';
import type { TestPerson } from '../testing/fixture.js';
import { operation, present } from '../testing/operation.js';
import { statementsOf } from '../testing/sent-statements.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { decodeCursor } from './board-cursor.js';
import { BoardFixture, figures } from './testing/board-fixture.js';

const BOARD = operation(`query($cohortId: ID!, $first: Int = 500, $after: ID) { board(cohortId: $cohortId) {
  cursor cohort { name }
  columns { itemKey title kind requirement stageKey stageTitle stageIndex weeks }
  counters { people completion doneCount doneOf onTime overdue overduePeople waiting finished nextFeedbackDueAt }
  rows(first: $first, after: $after) { enrolmentId personId personName departmentId mentorId mentorName versionNumber states completion overdue lastEventAt }
} }`);

let server: TestServer;
let hr: TestPerson;
let mentor: TestPerson;
let lead: TestPerson;
let learners: TestPerson[];
let stranger: TestPerson;
let board: BoardFixture;
let enrolments: string[];
let sales: string;

beforeAll(async () => {
  server = await startTestServer();
  const workspace = await server.workspace();
  sales = await workspace.department('Sales');
  hr = await workspace.person({ name: 'Hana', roles: ['HR'] });
  mentor = await workspace.person({ name: 'Mao' });
  lead = await workspace.person({ name: 'Lei', roles: ['TEAM_LEAD'] });
  stranger = await workspace.person({ name: 'Su' });
  learners = [];
  for (const name of ['王芳', 'Li', 'Zhao'])
    learners.push(await workspace.person({ name, department: sales, manager: lead }));
  board = await BoardFixture.make(server, workspace.id);
  const v1 = await board.version(1, ['a', 'b', 'c', 'old']);
  const v2 = await board.version(2, ['a', 'new', 'b', 'c']);
  const [first, second, third] = learners as [TestPerson, TestPerson, TestPerson];
  enrolments = [...(await board.enrol([first, second], v1, mentor)), ...(await board.enrol([third], v2))];
  await board.set(enrolments[0] ?? '', { cells: 'dsoO', figures: { ...figures(1), overdue: 1 } });
});
afterAll(() => server?.stop());

const read = async (as: TestPerson, variables: { first?: number; after?: string } = {}) =>
  present((await server.ask(BOARD, { cohortId: board.cohortId, ...variables }, { as })).board);

const PAGE = operation(`query($cohortId: ID!) { board(cohortId: $cohortId) {
  cursor columns { itemKey } counters { people doneCount } rows(first: 50) { enrolmentId personName states lastEventAt } } }`);

/** How often the database was written to and waited for, and how many statements that were. */
async function trips(as: TestPerson): Promise<{ trips: number; statements: number; answer: { rows: unknown[] } }> {
  await server.token(as);
  let answer = { rows: [] as unknown[] };
  const sent = await statementsOf(async () => {
    answer = present((await server.ask(PAGE, { cohortId: board.cohortId }, { as })).board);
  });
  return { trips: sent.filter(({ unanswered }) => unanswered === 0).length, statements: sent.length, answer };
}

describe('a page of a board', () => {
  test('waits for the database twice: for who asks, and for the board with its counters and rows', async () => {
    for (const [as, rows, statements] of [
      [hr, 3, 7],
      // Counters over a mentor's own people are one statement more, sent with the others.
      [mentor, 2, 8],
    ] as const) {
      // What is kept in memory is read once.
      await trips(as);
      const { answer, ...counted } = await trips(as);
      expect(answer.rows).toHaveLength(rows);
      expect(counted).toEqual({ trips: 2, statements });
    }
  });

  test('carries no digest of itself: nobody keeps it', async () => {
    const { headers } = await server.send(PAGE, { cohortId: board.cohortId }, { as: hr });
    expect(headers.get('etag')).toBeNull();
  });
});

describe('the board query', () => {
  test('lays rows of every version out in the columns of the newest, then those only older ones have', async () => {
    const answer = await read(hr);
    expect(answer.columns.map(({ itemKey }) => itemKey)).toEqual(['a', 'new', 'b', 'c', 'old']);
    expect(answer.columns[0]).toEqual({
      itemKey: 'a',
      title: 'Course a',
      kind: 'COURSE',
      requirement: 'REQUIRED',
      stageKey: 'stage-one',
      stageTitle: 'Stage one',
      stageIndex: 0,
      weeks: '1–2',
    });
    expect(answer.cohort).toEqual({ name: 'Spring' });
    expect(answer.rows.map(({ states }) => states).sort()).toEqual(['d-soO', 'o-ooo', 'oooo-']);
    const wang = answer.rows.find(({ personName }) => personName === '王芳');
    expect(wang).toMatchObject({
      enrolmentId: globalId('Enrolment', enrolments[0] ?? ''),
      personId: globalId('Person', learners[0]?.id ?? ''),
      departmentId: globalId('Department', sales),
      mentorId: globalId('Person', mentor.id),
      mentorName: 'Mao',
      versionNumber: 1,
      completion: 0.25,
      overdue: 1,
    });
  });

  test('counts everybody for HR from the counter row', async () => {
    expect((await read(hr)).counters).toEqual({
      people: 3,
      completion: 1 / 12,
      doneCount: 1,
      doneOf: 12,
      onTime: 1,
      overdue: 1,
      overduePeople: 1,
      waiting: 0,
      finished: 0,
      nextFeedbackDueAt: null,
    });
  });

  test('shows a mentor their own people only, and counters over them', async () => {
    const answer = await read(mentor);
    expect(answer.rows).toHaveLength(2);
    expect(answer.counters).toMatchObject({ people: 2, doneOf: 8 });
    expect(answer.columns.map(({ itemKey }) => itemKey)).toEqual(['a', 'b', 'c', 'old']);
  });

  test('shows a lead their team, and learners themselves', async () => {
    expect((await read(lead)).counters.people).toBe(3);
    const own = await read(learners[2] as TestPerson);
    expect(own.rows.map(({ personName }) => personName)).toEqual(['Zhao']);
    expect(own.counters.people).toBe(1);
  });

  test('is not there for somebody without people in it', async () => {
    expect(await server.ask(BOARD, { cohortId: board.cohortId }, { as: stranger })).toEqual({ board: null });
  });

  test('is not there for an id of something else', async () => {
    const answer = await server.ask(BOARD, { cohortId: globalId('Person', hr.id) }, { as: hr });
    expect(answer.board).toBeNull();
  });

  test('gives rows page by page in the order people came', async () => {
    const whole = (await read(hr)).rows.map(({ enrolmentId }) => enrolmentId);
    const first = (await read(hr, { first: 2 })).rows.map(({ enrolmentId }) => enrolmentId);
    const rest = (await read(hr, { first: 2, after: first[1] })).rows.map(({ enrolmentId }) => enrolmentId);
    expect([...first, ...rest]).toEqual(whole);
  });

  test('refuses more rows than a page may have', async () => {
    const answer = await server.send(BOARD, { cohortId: board.cohortId, first: 1001 }, { as: hr });
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('answers a cursor that stands at the sequence of the board', async () => {
    const row = await server.sql.row<{ epoch: string; seq: string }>(
      'select epoch, seq from board_counter where id = $1',
      [board.boardId],
    );
    expect(decodeCursor((await read(mentor)).cursor)).toMatchObject({ epoch: row?.epoch, seq: Number(row?.seq) });
  });

  test('shows the newest version while nobody is enrolled', async () => {
    const empty = await BoardFixture.make(server, board.workspaceId);
    await empty.version(1, ['x', 'y']);
    const answer = await server.ask(BOARD, { cohortId: empty.cohortId }, { as: hr });
    expect(answer.board).toMatchObject({
      rows: [],
      counters: { people: 0, completion: 0 },
      columns: [{ itemKey: 'x' }, { itemKey: 'y' }],
    });
  });
});
