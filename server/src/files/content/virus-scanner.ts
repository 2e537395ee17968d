import { once } from 'node:events';
import { connect } from 'node:net';

/** Looks for what would harm whoever opens a file. */
export interface VirusScanner {
  /** The name of what was found; undefined = clean. Throws when nobody answers: what was not looked at is not kept. */
  scan(content: AsyncIterable<Uint8Array>): Promise<string | undefined>;
}

/** The scanner is silent for this long: it counts as gone. */
const SILENT_MS = 60_000;

/**
 * clamd over TCP, by INSTREAM: pieces with their length before them, an empty one at the end, one line as the answer. (The client
 * packages on npm wrap this and a search for local programs, files and sockets that we do not want.)
 */
export const clamd = ({ host, port }: { host: string; port: number }): VirusScanner => ({
  scan: async (content) => {
    const socket = connect({ host, port });
    socket.setTimeout(SILENT_MS, () => socket.destroy(new Error('the virus scanner does not answer')));
    const answered = readAll(socket);
    answered.catch(() => undefined);
    try {
      await once(socket, 'connect');
      const send = async (bytes: Uint8Array) => {
        if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), answered]);
      };
      await send(Buffer.from('zINSTREAM\0'));
      for await (const piece of content) {
        await send(lengthOf(piece.length));
        await send(piece);
      }
      await send(lengthOf(0));
      return foundIn(await answered);
    } finally {
      socket.destroy();
    }
  },
});

function lengthOf(bytes: number): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt32BE(bytes);
  return header;
}

async function readAll(socket: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of socket) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8').replaceAll('\0', '').trim();
}

/** `stream: OK`, or `stream: Eicar-Test-Signature FOUND`; everything else is a fault of the scanner. */
function foundIn(answer: string): string | undefined {
  if (/^stream: OK$/.test(answer)) return undefined;
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found !== undefined) return found;
  throw new Error(`the virus scanner said: ${answer.slice(0, 200)}`);
}
