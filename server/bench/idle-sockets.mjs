import WebSocket from 'ws';
import { globalId } from '../dist/access/graphql/global-id.js';
import { startChild } from './child.mjs';
import { boardWriter } from './fan-out.mjs';
import { held, inParallel, median } from './measure.mjs';
import { DOCUMENT } from './readers.mjs';

const SOCKETS = Number(process.env.SOCKETS ?? 10_000);
const FRAMES = 5;
const MOST_KIB = 25;
/** As with every frame of a board: nobody sees a change later than a second after it. */
const MOST_MS = 1_000;

/** Browsers left open on boards on which nothing happens: what each costs in memory, and how long a frame takes to the last. */
export async function benchIdleSockets({ appUrl, owner, data }) {
  const server = await startChild('./planwright-server.mjs', { appUrl });
  const sockets = [];
  try {
    const boardId = data.boards[0];
    const cohortId = globalId('Cohort', boardId);
    const url = server.ready.replace(/^http/, 'ws');
    const before = await server.ask('memory');
    let frames = 0;
    let wake = () => undefined;
    await inParallel(SOCKETS, 50, async () => {
      const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false });
      sockets.push(socket);
      await new Promise((resolve, reject) => {
        socket.once('error', reject);
        socket.once('close', (code, reason) => reject(new Error(`a socket was closed: ${code} ${reason}`)));
        socket.once('open', () =>
          socket.send(JSON.stringify({ type: 'connection_init', payload: { token: data.token } })),
        );
        socket.on('message', (message) => {
          if (message.length < 60) {
            const kind = JSON.parse(String(message)).type;
            if (kind === 'connection_ack') {
              const payload = { query: DOCUMENT, variables: { cohortId } };
              socket.send(JSON.stringify({ id: crypto.randomUUID(), type: 'subscribe', payload }));
            } else if (kind === 'ping') socket.send('{"type":"pong"}');
            return;
          }
          frames += 1;
          resolve();
          wake();
        });
      });
    });
    const each = ((await server.ask('memory')) - before) / SOCKETS;
    const change = await boardWriter(owner, data.workspace, boardId);
    const times = [];
    for (let n = 0; n < FRAMES; n += 1) {
      const goal = frames + SOCKETS;
      const start = performance.now();
      const all = new Promise((resolve) => {
        wake = () => frames >= goal && resolve();
      });
      await change();
      await all;
      times.push(performance.now() - start);
    }
    const kib = each / 1024;
    const last = median(times);
    console.log(`\n${SOCKETS.toLocaleString('en')} sockets that watch a board and hear nothing`);
    console.log(
      `  memory of the server's process a socket: ${kib.toFixed(1)} KiB  ${held(kib, MOST_KIB)} (at most ${MOST_KIB})`,
    );
    console.log(
      `  a change until the last of them has its frame: ${last.toFixed(0)} ms   [${Math.min(...times).toFixed(0)} … ${Math.max(...times).toFixed(0)}]  ${held(last, MOST_MS)} (at most ${MOST_MS})`,
    );
  } finally {
    for (const socket of sockets) socket.terminate();
    await server.stop();
  }
}
