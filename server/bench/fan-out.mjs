import WebSocket from 'ws';
import { globalId } from '../dist/access/graphql/global-id.js';
import { startChild } from './child.mjs';
import { inParallel, interleaved, report } from './measure.mjs';

const SUBSCRIBERS = Number(process.env.SUBSCRIBERS ?? 2000);
const ROUNDS = 5;
const EVENTS = 25;
const PEOPLE_CHANGED = 3;

export const DOCUMENT = `subscription($cohortId: ID!) { boardChanged(cohortId: $cohortId) { kind cursor previousCursor removed
  rows { enrolmentId personId personName mentorName versionNumber states completion overdue lastEventAt }
  counters { people completion doneCount doneOf overdue finished } } }`;

/**
 * One board, 2,000 readers, a patch of about 1 KB. Ours is the whole way: a transaction by somebody else changes the board,
 * the doorbell rings, the hub reads, executes, serialises and delivers; reading and executing are in its figure.
 */
export async function benchFanOut({ appUrl, owner, data }) {
  // Without the window, so that all three send a frame as soon as the last one has come to everybody.
  const ours = await startChild('./planwright-server.mjs', { appUrl, windowMilliseconds: 0 });
  const peers = await startChild('./peers/fan-out-server.mjs', {});
  try {
    const boardId = data.boards[0];
    const cohortId = globalId('Cohort', boardId);
    const change = await boardWriter(owner, data.workspace, boardId);
    const board = await crowd(ours.ready.replace(/^http/, 'ws'), { token: data.token }, cohortId);
    const first = await board.received(change);
    await board.settled(SUBSCRIBERS);
    const raw = await crowd(`${peers.ready}/raw`);
    const plain = await crowd(`${peers.ready}/plain`, {}, cohortId);
    while ((await peers.ask('subscribers')) < SUBSCRIBERS) await new Promise((resolve) => setTimeout(resolve, 20));

    const perMessage = (server, readers, send) => async () => {
      const cpu = await server.cpuOf(async () => {
        for (let event = 0; event < EVENTS; event += 1) await readers.round(send);
      });
      return cpu / (EVENTS * SUBSCRIBERS);
    };
    const results = await interleaved(
      [
        { name: 'raw ws.send of a finished frame', measure: perMessage(peers, raw, () => peers.ask('raw', first)) },
        { name: 'Planwright, from the doorbell to the socket', measure: perMessage(ours, board, change) },
        { name: 'graphql-ws 6.4.2 as it ships', measure: perMessage(peers, plain, () => peers.ask('plain', first)) },
      ],
      ROUNDS,
    );
    report(
      `A board frame of ${Buffer.byteLength(first)} bytes to ${SUBSCRIBERS.toLocaleString('en')} subscribers`,
      'µs CPU a message',
      results,
      [
        { ours: 'Planwright, from the doorbell to the socket', against: 'raw ws.send of a finished frame', most: 1.35 },
        { ours: 'Planwright, from the doorbell to the socket', against: 'graphql-ws 6.4.2 as it ships' },
      ],
    );
    for (const readers of [board, raw, plain]) readers.close();
  } finally {
    await ours.stop();
    await peers.stop();
  }
}

/** Changes three people of a board in one transaction and rings, as a replica elsewhere would. */
export async function boardWriter(owner, workspace, boardId) {
  const { rows } = await owner.query('select id from enrolment where cohort_id = $1 order by created_at, id limit $2', [
    boardId,
    PEOPLE_CHANGED,
  ]);
  const people = rows.map(({ id }) => id);
  let turn = 0;
  return async () => {
    turn += 1;
    await owner.query('begin');
    await owner.query(
      `update enrolment_state set cells = overlay(cells placing $2 from 13), last_event_at = now() where enrolment_id = any($1)`,
      [people, turn % 2 ? 's' : 'o'],
    );
    await owner.query(
      `with bump as (update board_counter set seq = seq + 1 where id = $1 returning seq)
       insert into board_patch (workspace_id, board_id, seq, enrolment_id, removed, at)
       select $2, $1, bump.seq, p, false, now() from bump, unnest($3::uuid[]) p`,
      [boardId, workspace, people],
    );
    await owner.query('commit');
    await owner.query(`select pg_notify('board_moved', $1)`, [boardId]);
  };
}

/** So many readers that count what comes; with a cohort they subscribe by graphql-ws first. */
async function crowd(url, params, cohortId) {
  let count = 0;
  let last = '';
  let wake = () => undefined;
  const sockets = [];
  await inParallel(SUBSCRIBERS, 50, async () => {
    const socket = new WebSocket(url, cohortId ? 'graphql-transport-ws' : undefined, { perMessageDeflate: false });
    sockets.push(socket);
    await new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', (code, reason) => reject(new Error(`${url} closed a socket: ${code} ${reason}`)));
      socket.once('open', () => {
        if (!cohortId) return resolve();
        socket.send(JSON.stringify({ type: 'connection_init', payload: params }));
      });
      socket.on('message', (message) => {
        if (message.length < 60 && String(message).includes('connection_ack')) {
          socket.send(
            JSON.stringify({
              id: crypto.randomUUID(),
              type: 'subscribe',
              payload: { query: DOCUMENT, variables: { cohortId } },
            }),
          );
          return resolve();
        }
        count += 1;
        last = message;
        wake();
      });
    });
  });
  const reached = (goal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${count} of ${goal} frames came to ${url}`)), 20_000);
      wake = () => {
        if (count < goal) return;
        clearTimeout(timer);
        resolve();
      };
      wake();
    });
  return {
    /** Sends once and waits until everybody has it. */
    round: async (send) => {
      const goal = count + SUBSCRIBERS;
      const all = reached(goal);
      await send();
      await all;
    },
    /** Waits for everybody's snapshot, and then for one patch, whose frame it answers. */
    received: async (send) => {
      await reached(SUBSCRIBERS);
      const all = reached(2 * SUBSCRIBERS);
      await send();
      await all;
      return String(last);
    },
    settled: (frames) => reached(frames),
    close: () => {
      for (const socket of sockets) socket.terminate();
    },
  };
}
