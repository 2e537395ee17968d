import { createServer } from 'node:http';
import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { answer } from '../child.mjs';

/** The floor, bare `ws.send` of a finished frame, and graphql-ws as it ships, where every subscriber executes. */
const http = createServer();
const raw = { many: new WebSocketServer({ noServer: true }), few: new WebSocketServer({ noServer: true }) };
const plain = new WebSocketServer({ noServer: true });
http.on('upgrade', (request, socket, head) => {
  const server = { '/raw/many': raw.many, '/raw/few': raw.few }[request.url] ?? plain;
  server.handleUpgrade(request, socket, head, (opened) => server.emit('connection', opened, request));
});

const schema = buildSchema(`
  type Query { nothing: Int }
  type Row { enrolmentId: ID! personId: ID! personName: String! mentorName: String versionNumber: Int! states: String! completion: Float! overdue: Int! lastEventAt: String }
  type Counters { people: Int! completion: Float! doneCount: Int! doneOf: Int! overdue: Int! finished: Int! }
  type Change { kind: String! cursor: String! previousCursor: String removed: [ID!]! rows: [Row!]! counters: Counters! }
  type Subscription { boardChanged(cohortId: ID!): Change! }
`);

/** The usual small event bus with an async iterator for each subscriber. */
const listeners = new Set();
const publish = (change) => {
  for (const listener of listeners) listener({ boardChanged: change });
};
async function* subscribed() {
  const queue = [];
  let wake = () => undefined;
  const listener = (change) => {
    queue.push(change);
    wake();
  };
  listeners.add(listener);
  try {
    for (;;) {
      while (queue.length > 0) yield queue.shift();
      await new Promise((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    listeners.delete(listener);
  }
}
useServer({ schema, roots: { subscription: { boardChanged: () => subscribed() } } }, plain);

let finished = { buffer: Buffer.alloc(0), string: '' };

const listening = new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
answer({
  ready: async () => {
    await listening;
    return `ws://127.0.0.1:${http.address().port}`;
  },
  /** The finished bytes, before anything is measured: the floor is charged for nothing but sending them. */
  finished: (frame) => {
    finished = { buffer: Buffer.from(frame), string: frame };
  },
  raw: ({ to, as }) => {
    const message = finished[as];
    for (const socket of raw[to].clients) socket.send(message, { binary: false });
  },
  plain: (frame) => publish(JSON.parse(frame).payload.data.boardChanged),
  subscribers: () => listeners.size,
});
