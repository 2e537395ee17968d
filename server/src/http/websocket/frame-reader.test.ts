import { expect, test } from '@jest/globals';
import { FrameReader } from './frame-reader.js';
import { OutgoingFlow } from './outgoing-flow.js';

const READERS = 50;
const LIMITS = { lagBytes: 100_000, hopelessBytes: 400_000, hopelessMilliseconds: 30_000 };

/** Sockets that pass everything on at once, but for those whose other side does not read. */
function readers(slow: ReadonlySet<number> = new Set()) {
  const asked = { levels: 0 };
  const written: { reader: number; frame: Buffer; text: string }[] = [];
  const drains: number[] = [];
  const all = Array.from({ length: READERS }, (_, reader) => {
    let waiting = 0;
    const port = {
      get bufferedAmount() {
        asked.levels += 1;
        return waiting;
      },
      write(frame: Buffer) {
        written.push({ reader, frame, text: textOf(frame) });
        if (slow.has(reader)) waiting += frame.length;
      },
      send: () => undefined,
      close: () => undefined,
    };
    const flow = new OutgoingFlow(port, { now: () => 0, after: () => () => undefined }, LIMITS);
    const drained = () => void drains.push(reader);
    return new FrameReader(String(reader).padStart(4, '0'), flow, drained, () => undefined);
  });
  return { all, asked, written, drains };
}

/** The text of a frame of 126 to 65,535 bytes. */
const textOf = (frame: Buffer) => frame.subarray(4).toString('utf8');
const payloadOf = (letter: string) => Buffer.from(JSON.stringify({ data: letter.repeat(900) }));

test('a payload is one write to each reader, all from the same memory, and each asks twice how full its socket is', () => {
  const { all, asked, written } = readers();
  for (const letter of ['x', 'y']) {
    const payload = payloadOf(letter);
    for (const reader of all) expect(reader.deliver(payload)).toBe(true);
  }
  expect(written).toHaveLength(2 * READERS);
  expect(new Set(written.map(({ frame }) => frame.buffer)).size).toBe(1);
  expect(asked.levels).toBe(2 * 2 * READERS);
  expect(JSON.parse(written[READERS + 7]?.text ?? '')).toEqual({
    id: '0007',
    type: 'next',
    payload: { data: 'y'.repeat(900) },
  });
});

test('a frame that waits at one socket stays as it is while the others get theirs', () => {
  const { all, written } = readers(new Set([3, 30]));
  const payload = payloadOf('x');
  for (const reader of all) reader.deliver(payload);
  for (const { reader, frame, text } of written) if (reader === 3 || reader === 30) expect(textOf(frame)).toBe(text);
  expect(written.map(({ text }) => JSON.parse(text).id)).toEqual(
    all.map((_, reader) => String(reader).padStart(4, '0')),
  );
  // The memory of the two that wait, and that of the frames after them.
  expect(new Set(written.map(({ frame }) => frame.buffer)).size).toBe(3);
});

test('a reader that lags is written nothing more, while the others go on', () => {
  const { all, written } = readers(new Set([3]));
  const payload = Buffer.from(JSON.stringify({ data: 'x'.repeat(60_000) }));
  const taken = () => all.map((reader) => reader.deliver(payload)).filter((took) => !took).length;
  expect([taken(), taken(), taken(), taken()]).toEqual([0, 0, 1, 1]);
  expect(written.filter(({ reader }) => reader === 3)).toHaveLength(2);
  expect(written.filter(({ reader }) => reader === 4)).toHaveLength(4);
});
