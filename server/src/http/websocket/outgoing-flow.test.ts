import { describe, expect, test } from '@jest/globals';
import { type FlowLimits, OutgoingFlow, TRY_AGAIN_LATER } from './outgoing-flow.js';

const LIMITS: FlowLimits = { lagBytes: 100, hopelessBytes: 400, hopelessMilliseconds: 30_000 };

/** A socket whose other side reads when the test says so. */
function slowSocket(limits = LIMITS) {
  let now = 0;
  const waiting: { size: number; flushed?: (() => void) | undefined }[] = [];
  const written: number[] = [];
  const sent: string[] = [];
  const closed: { code: number; reason: string }[] = [];
  const flow = new OutgoingFlow(
    {
      get bufferedAmount() {
        return waiting.reduce((sum, { size }) => sum + size, 0);
      },
      write(frame, flushed) {
        written.push(frame.length);
        waiting.push({ size: frame.length, flushed });
      },
      send(text, flushed) {
        sent.push(text);
        waiting.push({ size: text.length, flushed });
      },
      close: (code, reason) => void closed.push({ code, reason }),
    },
    { now: () => now, after: () => () => undefined },
    limits,
  );
  const drains: string[] = [];
  return {
    flow,
    written,
    sent,
    closed,
    drains,
    deliver: (size: number, name = 'one') =>
      flow.deliver(Buffer.alloc(size), () => void drains.push(name)) !== 'refused',
    /** The other side takes this many messages. */
    read: (messages = Number.POSITIVE_INFINITY) => {
      for (let taken = 0; taken < messages && waiting.length > 0; taken += 1) waiting.shift()?.flushed?.();
    },
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('what is sent to a reader', () => {
  test('is written at once as long as they keep up', () => {
    const { deliver, read, written, flow } = slowSocket();
    for (let n = 0; n < 50; n += 1) {
      expect(deliver(90)).toBe(true);
      read();
    }
    expect(written).toHaveLength(50);
    expect(flow.isLagging).toBe(false);
  });

  test('is nothing more from the frame on that fills their buffer', () => {
    const { deliver, written, flow } = slowSocket();
    expect(deliver(60)).toBe(true);
    expect(deliver(60)).toBe(true);
    expect(flow.isLagging).toBe(true);
    for (let n = 0; n < 1000; n += 1) expect(deliver(60)).toBe(false);
    expect(written).toEqual([60, 60]);
  });

  test('goes on with a snapshot once for each stream, when they have drained', () => {
    const { deliver, read, drains, flow } = slowSocket();
    deliver(60);
    deliver(60);
    const drained = () => void drains.push('board');
    for (let n = 0; n < 3; n += 1) flow.deliver(Buffer.alloc(10), drained);
    flow.deliver(Buffer.alloc(10), () => void drains.push('other'));
    read();
    expect(drains).toEqual(['board', 'other']);
    expect(flow.isLagging).toBe(false);
    expect(deliver(60)).toBe(true);
  });

  test('may be one message that is larger than the buffer: that alone gives nobody up', () => {
    const { deliver, read, closed, flow } = slowSocket();
    expect(deliver(5000)).toBe(true);
    deliver(10);
    flow.check();
    expect(closed).toEqual([]);
    read();
    expect(flow.isLagging).toBe(false);
  });

  test('lags again from the next frame that they do not take', () => {
    const { deliver, read, flow, wait, closed } = slowSocket();
    deliver(200);
    wait(29_000);
    read();
    deliver(200);
    wait(29_000);
    flow.check();
    expect(closed).toEqual([]);
    expect(flow.isLagging).toBe(true);
  });
});

describe('a reader who never drains', () => {
  test('is told to come back later when their time is up', () => {
    const { deliver, flow, wait, closed } = slowSocket();
    deliver(200);
    wait(30_000);
    flow.check();
    expect(closed).toEqual([]);
    wait(1);
    flow.check();
    expect(closed).toEqual([{ code: TRY_AGAIN_LATER, reason: 'Reading too slowly' }]);
  });

  test('is given up when the protocol alone fills what they may have waiting', async () => {
    const { flow, deliver, closed } = slowSocket();
    deliver(200);
    for (let n = 0; n < 5; n += 1) void flow.sendProtocol('p'.repeat(100));
    expect(closed).toEqual([{ code: TRY_AGAIN_LATER, reason: 'Reading too slowly' }]);
    await flow.sendProtocol('late');
  });

  test('is closed once, and is sent nothing afterwards', () => {
    const { flow, deliver, read, written, closed, drains } = slowSocket();
    deliver(200);
    deliver(10);
    flow.close(4403, 'Session ended');
    flow.close(1001, 'Going away');
    read();
    expect(deliver(10)).toBe(false);
    expect(written).toEqual([200]);
    expect(closed).toEqual([{ code: 4403, reason: 'Session ended' }]);
    expect(drains).toEqual([]);
  });
});

test('a message of the protocol is sent even to a reader who lags, and is done when it has left', async () => {
  const { flow, deliver, read, sent } = slowSocket();
  deliver(200);
  let done = false;
  const sending = flow.sendProtocol('pong').then(() => {
    done = true;
  });
  expect(sent).toEqual(['pong']);
  await Promise.resolve();
  expect(done).toBe(false);
  read();
  await sending;
  expect(done).toBe(true);
});
