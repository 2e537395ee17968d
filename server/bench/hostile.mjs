import { setTimeout as wait } from 'node:timers/promises';
import WebSocket from 'ws';
import { globalId } from '../dist/access/graphql/global-id.js';
import { startChild } from './child.mjs';
import { hostileSources } from './hostile-sources.mjs';
import { median } from './measure.mjs';

const READERS = 3;
const ROUNDS = 3;
const QUIET_MS = 10_000;
const ATTACK_MS = 15_000;
/** Every board moves once in so long, the boards one after the other. */
const EVERY_MS = 1000;
/** How long an attack may hold its process: more than a tenth of a phase, so that the machine is never free of them. */
const CALL_MS = 3000;
/** What is promised. */
const LATEST_MS = 1000;

const DOCUMENT = `subscription($cohortId: ID!) { boardChanged(cohortId: $cohortId) { kind cursor previousCursor removed
  rows { enrolmentId personId personName mentorName versionNumber states completion overdue lastEventAt }
  counters { people completion doneCount doneOf overdue finished } } }`;

/**
 * A hundred boards live, three readers each, every board moving once a second, with and without the seven hostile plugins.
 * A frame's latency is from just before the change is written to the moment when a reader has it: the change's transaction,
 * the doorbell, the window of 100 ms and the way over the socket are all in it.
 */
export async function benchHostile({ appUrl, owner, data }) {
  const sources = await hostileSources();
  const { ATTACKS, CANARIES, CREATE, ENABLE, PLUGINS } = sources;
  const service = await sources.echoService();
  const folders = sources.pluginFolders();
  sources.writeHostilePlugins(folders, CALL_MS);
  const server = await startChild('./hostile-server.mjs', {
    appUrl,
    workspace: data.workspace,
    attacks: ATTACKS,
    environment: {
      ...folders.environment,
      PLANWRIGHT_PRIVATE_HOSTS: '127.0.0.1',
      PLANWRIGHT_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    },
  });
  const watched = await watch(server.ready, data);
  try {
    const integrations = {};
    for (const { id, key, permissions } of (await ask(server.ready, data.token, PLUGINS)).plugins) {
      await ask(server.ready, data.token, ENABLE, { pluginId: id, consent: permissions });
      if (!ATTACKS.some(({ plugin, rule }) => plugin === key && rule === undefined)) continue;
      const config = key === 'tells-secrets' ? sources.tellingConfig(service.url, CANARIES, 'error') : {};
      const made = await ask(server.ready, data.token, CREATE, { pluginId: id, name: key, config });
      integrations[key] = made.createIntegration.integration.id;
    }
    const change = await boardWriter(owner, data, watched);
    const phase = async (work) => {
      watched.taken();
      let over = false;
      const working = work().finally(() => {
        over = true;
      });
      await change(() => over);
      return { said: await working, latencies: await watched.all() };
    };
    await phase(() => wait(3000));
    const quiet = [];
    const attacked = [];
    const ended = {};
    for (let round = 0; round < ROUNDS; round += 1) {
      quiet.push((await phase(() => wait(QUIET_MS))).latencies);
      const { said, latencies } = await phase(() => server.ask('attack', { milliseconds: ATTACK_MS, integrations }));
      attacked.push(latencies);
      for (const [how, times] of Object.entries(said)) ended[how] = (ended[how] ?? 0) + times;
    }
    console.log(
      `\nHostile plugins beside ${data.boards.length} live boards, ${READERS} readers each, every board moving once a second`,
    );
    for (let round = 0; round < ROUNDS; round += 1) {
      show(`round ${round + 1}, quiet`, quiet[round]);
      show(`round ${round + 1}, attacked`, attacked[round]);
    }
    const without = show('all, quiet', quiet.flat());
    const during = show('all, attacked', attacked.flat());
    console.log(
      `  attacks: ${Object.entries(ended)
        .map(([how, times]) => `${times} ${how}`)
        .join(', ')}`,
    );
    console.log(
      `  ratio attacked / quiet: median ${(during.median / without.median).toFixed(2)}, 95 % ${(during.p95 / without.p95).toFixed(2)}, latest ${(during.latest / without.latest).toFixed(2)}`,
    );
    const late = attacked.flat().filter((latency) => latency > LATEST_MS).length;
    console.log(
      `  frames later than ${LATEST_MS} ms under attack: ${late}  ${late === 0 ? 'holds' : 'DOES NOT HOLD'} (at most 0)`,
    );
  } finally {
    watched.close();
    await server.stop();
    service.stop();
    folders.erase();
  }
}

function show(name, latencies) {
  const sorted = latencies.toSorted((a, b) => a - b);
  const figures = {
    median: median(sorted),
    p95: sorted[Math.floor(sorted.length * 0.95)],
    latest: sorted.at(-1),
  };
  const { median: middle, p95, latest } = figures;
  console.log(
    `  ${name.padEnd(20)} ${String(sorted.length).padStart(6)} frames, median ${middle.toFixed(0)} ms, 95 % within ${p95.toFixed(0)} ms, latest ${latest.toFixed(0)} ms`,
  );
  return figures;
}

async function ask(url, token, query, input) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-app-csrf': '1', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables: input ? { input } : {} }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors[0]));
  for (const { userErrors } of Object.values(data))
    if (userErrors?.length > 0) throw new Error(JSON.stringify(userErrors[0]));
  return data;
}

/** Readers of every board; `wrote` says when a place of a board was written, and each reader's way there is timed. */
async function watch(url, { token, boards }) {
  let latencies = [];
  let expected = 0;
  let arrived = 0;
  const writes = new Map(boards.map((board) => [board, []]));
  const sockets = [];
  let greeted = 0;
  const open = (board) =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(url.replace(/^http/, 'ws'), 'graphql-transport-ws', { perMessageDeflate: false });
      sockets.push(socket);
      let next;
      socket.once('error', reject);
      socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { token } })));
      socket.on('message', (bytes) => {
        const at = performance.now();
        const { type, payload } = JSON.parse(String(bytes));
        if (type === 'connection_ack') {
          const subscribe = { query: DOCUMENT, variables: { cohortId: globalId('Cohort', board) } };
          return socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: subscribe }));
        }
        if (type === 'ping') return socket.send(JSON.stringify({ type: 'pong' }));
        const cursor = payload?.data?.boardChanged?.cursor;
        if (cursor === undefined) return reject(new Error(String(bytes)));
        if (next === undefined) {
          next = 0;
          greeted += 1;
          return resolve();
        }
        const seq = Number(Buffer.from(cursor, 'base64url').toString('utf8').split('.')[1]);
        const all = writes.get(board);
        for (; next < all.length && all[next].seq <= seq; next += 1) {
          latencies.push(at - all[next].at);
          arrived += 1;
        }
      });
    });
  await Promise.all(boards.flatMap((board) => Array.from({ length: READERS }, () => open(board))));
  if (greeted !== boards.length * READERS) throw new Error('not everybody has a board');
  const taken = () => {
    const list = latencies;
    latencies = [];
    return list;
  };
  return {
    wrote: (board, write) => {
      writes.get(board).push(write);
      expected += READERS;
    },
    taken,
    /** Whatever has been measured, once every reader has every change. */
    all: async () => {
      const until = performance.now() + 20_000;
      while (arrived < expected) {
        if (performance.now() > until) throw new Error(`${expected - arrived} frames never came`);
        await wait(5);
      }
      return taken();
    },
    close: () => {
      for (const socket of sockets) socket.terminate();
    },
  };
}

/** Moves one person of a board and rings, as a replica elsewhere would; board after board until `over`. */
async function boardWriter(owner, { workspace, boards }, watched) {
  const { rows } = await owner.query(
    'select distinct on (cohort_id) cohort_id, id from enrolment where cohort_id = any($1) order by cohort_id, id',
    [boards],
  );
  const seqs = await owner.query('select id, seq from board_counter where id = any($1)', [boards]);
  const seqOf = new Map(seqs.rows.map(({ id, seq }) => [id, Number(seq)]));
  const move = async (board, enrolment, cell) => {
    const seq = seqOf.get(board) + 1;
    seqOf.set(board, seq);
    // Known before anybody can have it.
    watched.wrote(board, { seq, at: performance.now() });
    await owner.query(
      `with moved as (update enrolment_state set cells = overlay(cells placing $3 from 13), last_event_at = now() where enrolment_id = $2),
         bump as (update board_counter set seq = seq + 1 where id = $1 returning seq)
       insert into board_patch (workspace_id, board_id, seq, enrolment_id, removed, at) select $4, $1, bump.seq, $2, false, now() from bump`,
      [board, enrolment, cell, workspace],
    );
    await owner.query(`select pg_notify('board_moved', $1)`, [board]);
  };
  let turn = 0;
  return async (over) => {
    const begin = performance.now();
    for (let written = 0; !over(); written += 1) {
      const { cohort_id: board, id } = rows[turn % rows.length];
      await move(board, id, Math.floor(turn / rows.length) % 2 ? 's' : 'o');
      turn += 1;
      await wait(Math.max(0, begin + ((written + 1) * EVERY_MS) / rows.length - performance.now()));
    }
  };
}
