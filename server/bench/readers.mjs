import WebSocket from 'ws';
import { inParallel } from './measure.mjs';

export const DOCUMENT = `subscription($cohortId: ID!) { boardChanged(cohortId: $cohortId) { kind cursor previousCursor removed
  rows { enrolmentId personId personName mentorName versionNumber states completion overdue lastEventAt }
  counters { people completion doneCount doneOf overdue finished } } }`;

/** `size` readers that count what comes; with `subscribe` they ask for a board by graphql-ws first. */
export async function readersOf(url, size, subscribe) {
  let count = 0;
  let last = '';
  let wake = () => undefined;
  const sockets = [];
  await inParallel(size, 50, async () => {
    const socket = new WebSocket(url, subscribe ? 'graphql-transport-ws' : undefined, { perMessageDeflate: false });
    sockets.push(socket);
    await new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', (code, reason) => reject(new Error(`${url} closed a socket: ${code} ${reason}`)));
      socket.once('open', () => {
        if (!subscribe) return resolve();
        socket.send(JSON.stringify({ type: 'connection_init', payload: subscribe.params }));
      });
      socket.on('message', (message) => {
        if (message.length < 60 && String(message).includes('connection_ack')) {
          const payload = { query: DOCUMENT, variables: { cohortId: subscribe.cohortId } };
          socket.send(JSON.stringify({ id: crypto.randomUUID(), type: 'subscribe', payload }));
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
  const round = async (send) => {
    const goal = count + size;
    const all = reached(goal);
    await send();
    await all;
  };
  return {
    size,
    /** Sends once and waits until everybody has it. */
    round,
    /** Waits for everybody's snapshot, and then for one patch, whose frame it answers. */
    received: async (send) => {
      await reached(size);
      await round(send);
      return String(last);
    },
    close: () => {
      for (const socket of sockets) socket.terminate();
    },
  };
}
