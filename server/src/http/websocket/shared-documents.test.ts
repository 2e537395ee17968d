import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from 'graphql-ws';
import { liveClient, until, type Watching, watch } from '../../boards/testing/board-reader.js';
import { act, ask, enrol, makeWorld, type PlanWorld, startPlan } from '../../enrolments/testing/plan-world.js';
import type { TestPerson } from '../../testing/fixture.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

let server: TestServer;
let world: PlanWorld;
let cohortId: string;
let enrolments: string[];
const clients: Client[] = [];

beforeAll(async () => {
  server = await startTestServer({ live: { windowMilliseconds: 10 }, sockets: { socketsPerPerson: 50 } });
  world = await makeWorld(server);
  const running = await startPlan(world);
  cohortId = running.cohortId;
  const an = await world.workspace.person({ name: 'An', department: world.sales, manager: world.lead });
  enrolments = [
    running.enrolmentId,
    ...(await enrol(world, cohortId, [an], world.mentor)),
    ...(await enrol(world, cohortId, [world.peer])),
  ];
});
afterAll(() => server?.stop());
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});

// biome-ignore lint/suspicious/noExplicitAny: the shape of a change follows the document of each test
type Changes = Watching<{ boardChanged: any }>;

async function open(as: TestPerson, query: string, variables: Record<string, unknown> = {}): Promise<Changes> {
  const client = liveClient(server.wsUrl, { token: await server.token(as), language: 'en' });
  clients.push(client);
  const watching: Changes = watch(client, query, { cohortId, ...variables });
  await until(() => watching.results.length > 0 || watching.error !== undefined, `${as.name} gets the board`);
  expect(watching.error).toBeUndefined();
  expect(watching.results[0]?.errors).toBeUndefined();
  return watching;
}

const first = ({ results }: Changes) => results[0]?.data?.boardChanged;
const last = ({ results }: Changes) => results.at(-1)?.data?.boardChanged;

/** Somebody starts or reopens a course: every reader of everybody has one change more. */
let done = 0;
async function change(): Promise<void> {
  const [action, more] = done % 2 === 0 ? ['COMPLETE', {}] : ['REOPEN', { comment: 'Once more' }];
  done += 1;
  expect((await act(world, world.hr, enrolments[0] ?? '', 'course', action ?? '', more)).userErrors).toEqual([]);
}

describe('a document that reads who asks', () => {
  /** A team is shown to its own lead, to nobody else without reach. */
  const TEAMS = `kind rows { enrolmentId states } board { rows { enrolmentId states }
    cohort { enrolments(first: 10) { edges { node { id person { name manager { name team { name } } } } } } } }`;
  const LIVE = `subscription ($cohortId: ID!) { boardChanged(cohortId: $cohortId) { ${TEAMS} counters { people doneCount } } }`;
  const ASK = `query ($cohortId: ID!) { board(cohortId: $cohortId) { rows { enrolmentId states }
    cohort { enrolments(first: 10) { edges { node { id person { name manager { name team { name } } } } } } } } }`;

  test('is executed for each reader under their own name, and answers what they get when they ask', async () => {
    const { figures } = server.running.boards.hub;
    const before = figures.unshared;
    const readers = [await open(world.lead, LIVE), await open(world.lead, LIVE), await open(world.mentor, LIVE)];
    expect(figures.unshared - before).toBe(3);
    const [lead, again, mentor] = readers.map(first);
    expect(lead.board).toEqual(await ask(server, ASK, { cohortId }, { as: world.lead }));
    expect(again).toEqual(lead);
    expect(mentor.board).toEqual(await ask(server, ASK, { cohortId }, { as: world.mentor }));
    const teams = (change: typeof lead) =>
      change.board.cohort.enrolments.edges.map(
        ({ node }: { node: { person: { manager: { team: unknown } | null } } }) => node.person.manager?.team,
      );
    expect(teams(lead)[0]).toEqual(expect.arrayContaining([{ name: 'Li' }, { name: 'An' }]));
    expect(teams(mentor)[0] ?? null).toBeNull();
  });

  test('goes on with patches for each of them', async () => {
    const readers = [await open(world.lead, LIVE), await open(world.lead, LIVE), await open(world.mentor, LIVE)];
    await change();
    await until(() => readers.every(({ results }) => results.length === 2), 'everybody has the patch');
    for (const reader of readers) {
      expect(last(reader)).toMatchObject({
        kind: 'PATCH',
        board: null,
        rows: [{ enrolmentId: enrolments[0] }],
        counters: { people: 2, doneCount: done % 2 },
      });
      expect(reader.results[1]?.errors).toBeUndefined();
    }
  });

  test('is shared by those whose reach alone decides: they are all shown the same', async () => {
    const { figures } = server.running.boards.hub;
    const before = figures.unshared;
    const other = await world.workspace.person({ name: 'Hugo', roles: ['HR'] });
    const readers = [await open(world.hr, LIVE), await open(other, LIVE)];
    expect(figures.unshared).toBe(before);
    for (const [index, as] of [world.hr, other].entries()) {
      expect(first(readers[index] as Changes).board).toEqual(await ask(server, ASK, { cohortId }, { as }));
    }
  });

  test('leaves documents alone that do not', async () => {
    const { figures } = server.running.boards.hub;
    const plain = `subscription ($cohortId: ID!) { boardChanged(cohortId: $cohortId) { kind counters { people } } }`;
    await open(world.lead, LIVE);
    const before = { ...figures };
    await open(world.lead, plain);
    await open(world.lead, plain);
    expect(figures.unshared).toBe(before.unshared);
  });
});

describe('documents as clients write them', () => {
  test('may name fields as they like, in fragments of fragments, and leave parts out by variables', async () => {
    const query = `
      subscription Live($cohortId: ID!, $wanted: Boolean!, $from: String) { ... on Subscription { live: boardChanged(cohortId: $cohortId, since: $from) { ...Change } } }
      fragment Change on BoardChange { __typename what: kind place: cursor before: previousCursor gone: removed
        ...Rows @include(if: $wanted) ... on BoardChange { sums: counters { ...Sums } again: counters { n: people } }
        board @skip(if: $wanted) { columns { key: itemKey } } }
      fragment Rows on BoardChange { list: rows { who: personName cells: states enrolmentId } }
      fragment Sums on BoardCounters { people all: doneOf doneCount }`;
    const client = liveClient(server.wsUrl, { token: await server.token(world.hr) });
    clients.push(client);
    // biome-ignore lint/suspicious/noExplicitAny: every field has a name of its own here
    const open = (wanted: boolean): Watching<{ live: any }> => watch(client, query, { cohortId, wanted });
    const [whole, sums] = [open(true), open(false)];
    await until(() => whole.results.length === 1 && sums.results.length === 1, 'both have the board');
    const { list, ...snapshot } = whole.results[0]?.data?.live ?? {};
    expect(snapshot).toEqual({
      __typename: 'BoardChange',
      what: 'SNAPSHOT',
      place: expect.any(String),
      before: null,
      gone: [],
      sums: { people: 3, all: 9, doneCount: done % 2 },
      again: { n: 3 },
    });
    expect(list.map(({ who }: { who: string }) => who).sort()).toEqual(['An', 'Li', 'Pia']);
    expect(sums.results[0]?.data?.live).toMatchObject({ board: { columns: [{ key: 'course' }, {}, {}, {}] } });
    expect(sums.results[0]?.data?.live).not.toHaveProperty('list');
    await change();
    await until(() => whole.results.length === 2 && sums.results.length === 2, 'both have the patch');
    expect(whole.results[1]?.data?.live).toMatchObject({
      what: 'PATCH',
      before: snapshot.place,
      list: [{ who: 'Li', enrolmentId: enrolments[0] }],
      sums: { people: 3, doneCount: done % 2 },
    });
    expect(sums.results[1]?.data?.live.board).toBeNull();
  });

  test('may ask for a page of rows, once or twice, and get the rows of the query', async () => {
    const rows = 'few: rows(first: $first) { enrolmentId states } rest: rows(after: $after) { enrolmentId states }';
    const ORDER = 'query ($cohortId: ID!) { board(cohortId: $cohortId) { rows { enrolmentId } } }';
    const order = (await ask(server, ORDER, { cohortId }, { as: world.hr })).rows;
    const variables = { first: 1, after: order[0].enrolmentId };
    const live = await open(
      world.hr,
      `subscription ($cohortId: ID!, $first: Int, $after: ID) { boardChanged(cohortId: $cohortId) { board { ${rows} } } }`,
      variables,
    );
    const query = `query ($cohortId: ID!, $first: Int, $after: ID) { board(cohortId: $cohortId) { ${rows} } }`;
    const asked = await ask(server, query, { cohortId, ...variables }, { as: world.hr });
    expect(first(live).board).toEqual(asked);
    expect([...asked.few, ...asked.rest]).toMatchObject(order);
  });

  test('may go on from the cursor of a board that was asked for, without anything in between', async () => {
    const live = `subscription ($cohortId: ID!, $since: String) { boardChanged(cohortId: $cohortId, since: $since) {
      kind previousCursor rows { enrolmentId } } }`;
    const readers = [];
    for (const as of [world.hr, world.mentor]) {
      const { cursor } = await ask(
        server,
        'query ($cohortId: ID!) { board(cohortId: $cohortId) { cursor } }',
        { cohortId },
        { as },
      );
      const client = liveClient(server.wsUrl, { token: await server.token(as) });
      clients.push(client);
      const watching: Changes = watch(client, live, { cohortId, since: cursor });
      readers.push({ cursor, watching });
    }
    await change();
    for (const { cursor, watching } of readers) {
      await until(() => watching.results.length > 0, 'the change comes');
      expect(first(watching)).toEqual({
        kind: 'PATCH',
        previousCursor: cursor,
        rows: [{ enrolmentId: enrolments[0] }],
      });
    }
  });

  test('that differ in variables alone are not taken for one another', async () => {
    const query =
      'subscription ($cohortId: ID!, $n: Int!) { boardChanged(cohortId: $cohortId) { board { rows(first: $n) { states } } } }';
    const sizes = [];
    for (const n of [1, 2, 3]) sizes.push(first(await open(world.hr, query, { n })).board.rows.length);
    expect(sizes).toEqual([1, 2, 3]);
  });

  test('of several operations run the one that is named', async () => {
    const client = liveClient(server.wsUrl, { token: await server.token(world.hr) });
    clients.push(client);
    const query = `subscription One($cohortId: ID!) { boardChanged(cohortId: $cohortId) { kind } }
      subscription Two($cohortId: ID!) { boardChanged(cohortId: $cohortId) { counters { people } } }`;
    const said: unknown[] = [];
    for (const operationName of ['One', 'Two']) {
      client.subscribe(
        { query, operationName, variables: { cohortId } },
        {
          next: ({ data }) => void said.push(data),
          error: (error) => void said.push(error),
          complete: () => undefined,
        },
      );
    }
    await until(() => said.length === 2, 'both have the board');
    expect(said).toEqual(
      expect.arrayContaining([{ boardChanged: { kind: 'SNAPSHOT' } }, { boardChanged: { counters: { people: 3 } } }]),
    );
  });

  test('that ask for more rows than a page may have are told so', async () => {
    const client = liveClient(server.wsUrl, { token: await server.token(world.hr), language: 'en' });
    clients.push(client);
    const query =
      'subscription ($cohortId: ID!) { boardChanged(cohortId: $cohortId) { kind board { rows(first: 1001) { states } } } }';
    const watching: Changes = watch(client, query, { cohortId });
    await until(() => watching.results.length > 0 || watching.error !== undefined, 'an answer comes');
    expect(watching.results[0]?.errors ?? watching.error).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
