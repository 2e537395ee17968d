import type { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import * as ws from 'ws';
import { frameHead, spliceFrame } from './splice-frame.js';

/** The reader of ws itself; its types leave it out. */
const { Receiver } = ws as unknown as { Receiver: new (options: { isServer: boolean }) => Writable };

test.each([0, 60, 125, 126, 1126, 65_535, 65_536, 300_000])(
  'a payload of about %i bytes reads back as graphql-ws would have written it',
  async (size) => {
    const id = '"7\\"\u2028号';
    const payload = { data: { text: '长'.repeat(Math.floor(size / 3)) } };
    const receiver = new Receiver({ isServer: false });
    const message = new Promise<string>((resolve) => receiver.on('message', (data: Buffer) => resolve(String(data))));
    receiver.write(spliceFrame(frameHead(id), Buffer.from(JSON.stringify(payload))));
    expect(await message).toBe(JSON.stringify({ id, type: 'next', payload }));
  },
);
