import { globalId } from '../dist/access/graphql/global-id.js';
import { startChild } from './child.mjs';
import { derived, interleaved, report } from './measure.mjs';
import { readersOf } from './readers.mjs';

const SUBSCRIBERS = Number(process.env.SUBSCRIBERS ?? 2000);
/** A second, smaller board in the same run: the difference is what each further viewer costs. */
const FEW = SUBSCRIBERS / 4;
const ROUNDS = 7;
/** Frames that each contender delivers in a round, to boards of either size; graphql-ws as it ships gets a fifth. */
const FRAMES = 50_000;
const PEOPLE_CHANGED = 3;

/**
 * One board, 2,000 readers, a patch of about 1 KB. Ours is the whole way: a transaction by somebody else changes the board,
 * the doorbell rings, the hub reads, executes, serialises and delivers; reading and executing are in its figure.
 */
export async function benchFanOut({ appUrl, owner, data }) {
  // Without the window, so that all send a frame as soon as the last one has come to everybody.
  const ours = await startChild('./planwright-server.mjs', { appUrl, windowMilliseconds: 0 });
  const peers = await startChild('./peers/fan-out-server.mjs', {});
  const open = [];
  const crowd = async (...parameters) => {
    const readers = await readersOf(...parameters);
    open.push(readers);
    return readers;
  };
  try {
    const board = async (index, size) => {
      const boardId = data.boards[index];
      const subscribe = { params: { token: data.token }, cohortId: globalId('Cohort', boardId) };
      const readers = await crowd(ours.ready.replace(/^http/, 'ws'), size, subscribe);
      const change = await boardWriter(owner, data.workspace, boardId);
      return { readers, change, frame: await readers.received(change) };
    };
    const many = await board(0, SUBSCRIBERS);
    const few = await board(1, FEW);
    const raw = await crowd(`${peers.ready}/raw/many`, SUBSCRIBERS);
    const rawFew = await crowd(`${peers.ready}/raw/few`, FEW);
    const plain = await crowd(`${peers.ready}/plain`, SUBSCRIBERS, { params: {}, cohortId: 'any' });
    while ((await peers.ask('subscribers')) < SUBSCRIBERS) await new Promise((resolve) => setTimeout(resolve, 20));

    const contender = (name, server, readers, send, frames = FRAMES) => ({
      name,
      measure: async () => {
        const events = Math.ceil(frames / readers.size);
        const cpu = await server.cpuOf(async () => {
          for (let event = 0; event < events; event += 1) await readers.round(send);
        });
        return cpu / (events * readers.size);
      },
    });
    const { frame } = many;
    await peers.ask('finished', frame);
    const results = await interleaved(
      [
        contender(RAW_BUFFER, peers, raw, () => peers.ask('raw', { to: 'many', as: 'buffer' })),
        contender(OURS, ours, many.readers, many.change),
        contender(RAW_STRING, peers, raw, () => peers.ask('raw', { to: 'many', as: 'string' })),
        contender(ofFew(RAW_BUFFER), peers, rawFew, () => peers.ask('raw', { to: 'few', as: 'buffer' })),
        contender(ofFew(OURS), ours, few.readers, few.change),
        contender(ofFew(RAW_STRING), peers, rawFew, () => peers.ask('raw', { to: 'few', as: 'string' })),
        contender(PLAIN, peers, plain, () => peers.ask('plain', frame), FRAMES / 5),
      ],
      ROUNDS,
    );
    // What each further viewer costs: the larger board less the smaller one, round by round.
    for (const name of [RAW_BUFFER, RAW_STRING, OURS]) {
      results.set(
        further(name),
        derived(
          results.get(name),
          results.get(ofFew(name)),
          (large, small) => (large * SUBSCRIBERS - small * FEW) / (SUBSCRIBERS - FEW),
        ),
      );
    }
    // Raw is whichever of the two is cheaper.
    const cheapest = (name) =>
      [RAW_BUFFER, RAW_STRING].map(name).sort((a, b) => results.get(a).median - results.get(b).median)[0];
    report(
      `A board frame of ${Buffer.byteLength(frame)} bytes to ${SUBSCRIBERS.toLocaleString('en')} subscribers, and to ${FEW.toLocaleString('en')}`,
      'µs CPU a message',
      results,
      [
        { ours: OURS, against: cheapest((name) => name), most: 1.35 },
        { ours: further(OURS), against: cheapest(further), most: 1.15 },
        { ours: ofFew(OURS), against: cheapest(ofFew) },
        { ours: OURS, against: PLAIN },
      ],
    );
  } finally {
    for (const readers of open) readers.close();
    await ours.stop();
    await peers.stop();
  }
}

const OURS = 'Planwright, from the doorbell to the socket';
const RAW_BUFFER = 'raw ws.send of a finished Buffer';
const RAW_STRING = 'raw ws.send of a finished string';
const PLAIN = 'graphql-ws 6.4.2 as it ships';
const ofFew = (name) => `${name}, ${FEW}`;
const further = (name) => `${name}, each further`;
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
