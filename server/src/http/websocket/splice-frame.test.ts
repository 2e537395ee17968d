import type { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import * as ws from 'ws';
import { FrameSplicer, frameHead } from './splice-frame.js';

/** The reader of ws itself; its types leave it out. */
const { Receiver } = ws as unknown as { Receiver: new (options: { isServer: boolean }) => Writable };

test.each([0, 60, 125, 126, 1126, 65_535, 65_536, 300_000])(
  'a payload of about %i bytes reads back as graphql-ws would have written it',
  async (size) => {
    const id = '"7\\"\u2028号';
    const payload = { data: { text: '长'.repeat(Math.floor(size / 3)) } };
    const receiver = new Receiver({ isServer: false });
    const message = new Promise<string>((resolve) => receiver.on('message', (data: Buffer) => resolve(String(data))));
    receiver.write(new FrameSplicer().splice(frameHead(id), Buffer.from(JSON.stringify(payload))));
    expect(await message).toBe(JSON.stringify({ id, type: 'next', payload }));
  },
);

/** What `write` puts on the wire, read back. */
async function readBack(write: (receiver: Writable) => void, messages: number): Promise<unknown[]> {
  const receiver = new Receiver({ isServer: false });
  const read: unknown[] = [];
  const all = new Promise<void>((resolve) => {
    receiver.on('message', (data: Buffer) => {
      read.push(JSON.parse(String(data)));
      if (read.length === messages) resolve();
    });
  });
  write(receiver);
  await all;
  return read;
}

test('readers of one payload, then of a shorter and a longer one, each get their own id and the whole of it', async () => {
  const splicer = new FrameSplicer();
  const ids = ['a1', 'b2', 'c', 'd', 'a1', 'longer than the others'];
  const payloads = [{ data: 'x'.repeat(900) }, { data: 'y' }, { data: 'z'.repeat(90_000) }, { data: '' }];
  const expected = payloads.flatMap((payload) => ids.map((id) => ({ id, type: 'next', payload })));
  const read = await readBack((receiver) => {
    for (const payload of payloads) {
      const bytes = Buffer.from(JSON.stringify(payload));
      // What a socket takes at once it takes as a copy.
      for (const id of ids) receiver.write(Buffer.from(splicer.splice(frameHead(id), bytes)));
    }
  }, expected.length);
  expect(read).toEqual(expected);
});

test('a frame that a socket keeps is not touched by those after it', () => {
  const splicer = new FrameSplicer();
  const payload = Buffer.from('{"data":1}');
  const kept = splicer.splice(frameHead('a'), payload);
  const before = Buffer.from(kept);
  splicer.keep();
  splicer.splice(frameHead('b'), payload);
  splicer.splice(frameHead('b'), Buffer.from('{"data":2}'));
  expect(kept).toEqual(before);
});
