import { globalId } from '../dist/access/graphql/global-id.js';
import { startChild } from './child.mjs';
import { inParallel, interleaved, report } from './measure.mjs';

const ROUNDS = 5;
const REQUESTS = 150;
/** A server in use runs compiled code: each has answered this many pages before anything is measured. */
const WARM_UP = 1000;
const WIDTH = 8;
const PEOPLE = 50;

const LETTERS = { DONE: 'd', AVAILABLE: 'o', LOCKED: '.' };

/** A page of 50 people with 30 cells each, out of 10,000 enrolments; the cells of all three are compared before they run. */
export async function benchBoardPage({ appUrl, ownerUrl, data }) {
  const boardId = data.boards[7];
  const contenders = [
    {
      name: 'Planwright: board, packed rows, signed in, row-level security',
      file: './planwright-server.mjs',
      query: `query($id: ID!) { board(cohortId: $id) { cursor columns { itemKey title } rows(first: ${PEOPLE}) { enrolmentId personName states completion overdue score lastEventAt } } }`,
      variables: { id: globalId('Cohort', boardId) },
      cells: (answer) => answer.data.board.rows.map(({ personName, states }) => `${personName} ${states}`),
    },
    {
      name: 'PostGraphile 5.1.5: connections over the same tables',
      file: './peers/postgraphile-server.mjs',
      query: `query($id: UUID!) { cohortById(id: $id) { enrolmentsByWorkspaceIdAndCohortId(first: ${PEOPLE}, orderBy: [CREATED_AT_ASC, ID_ASC]) { nodes { id
        personByWorkspaceIdAndPersonId { name }
        enrolmentStateByWorkspaceIdAndEnrolmentId { done needed overdue lastEventAt }
        itemStatesByWorkspaceIdAndEnrolmentId(orderBy: [POSITION_ASC]) { nodes { itemKey state score } } } } } }`,
      variables: { id: boardId },
      cells: (answer) =>
        answer.data.cohortById.enrolmentsByWorkspaceIdAndCohortId.nodes.map(
          (row) =>
            `${row.personByWorkspaceIdAndPersonId.name} ${packed(row.itemStatesByWorkspaceIdAndEnrolmentId.nodes)}`,
        ),
    },
    {
      name: 'Apollo Server 5.5.1: a resolver with one SQL by hand',
      file: './peers/apollo-server.mjs',
      query: `query($id: ID!) { board(cohortId: $id, first: ${PEOPLE}) { id personName done needed overdue lastEventAt cells { itemKey state score } } }`,
      variables: { id: boardId },
      cells: (answer) => answer.data.board.map(({ personName, cells }) => `${personName} ${packed(cells)}`),
    },
  ];
  const running = [];
  try {
    for (const contender of contenders)
      running.push({ ...contender, server: await startChild(contender.file, { appUrl, ownerUrl }) });
    const [first, ...others] = await Promise.all(running.map(async (one) => one.cells(await ask(one, data.token))));
    if (others.some((cells) => cells.join() !== first.join())) throw new Error('the contenders answer different cells');
    for (const one of running) await inParallel(WARM_UP, WIDTH, () => ask(one, data.token));
    const results = await interleaved(
      running.map((one) => ({
        name: one.name,
        measure: async () =>
          (await one.server.cpuOf(() => inParallel(REQUESTS, WIDTH, () => ask(one, data.token)))) / REQUESTS / 1000,
      })),
      ROUNDS,
    );
    const [ours, postgraphile, apollo] = contenders.map(({ name }) => name);
    report(`A board page of ${PEOPLE} people and 30 items, ${WIDTH} at a time`, 'ms CPU a page', results, [
      { ours, against: postgraphile, most: 1 },
      { ours, against: apollo, most: 1 / 3 },
    ]);
  } finally {
    for (const { server } of running) await server.stop();
  }
}

const packed = (cells) => cells.map(({ state }) => LETTERS[state]).join('');

async function ask({ server, query, variables }, token) {
  const response = await fetch(server.ready, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-app-csrf': '1', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const answer = await response.json();
  if (answer.errors) throw new Error(`${server.ready}: ${JSON.stringify(answer.errors[0])}`);
  return answer;
}
