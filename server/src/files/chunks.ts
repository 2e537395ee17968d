import { column, type Database, statement } from '../database/index.js';
import { FileChunkEntity } from './entities.js';

/** The size of every piece but the last, so that the place of a byte follows from it. */
export const CHUNK_BYTES = 256 * 1024;

const READ_CHUNK = statement(
  { content: column(FileChunkEntity, 'content') },
  'select content from file_chunk where file_id = $1::uuid and position = $2',
);

/** The bytes of a file from `start` up to and without `end`, a statement a piece: nobody holds a connection while a reader is slow. */
export async function* readBytes(
  database: Pick<Database, 'lookUp'>,
  fileId: string,
  { start, end }: { start: number; end: number },
): AsyncGenerator<Buffer> {
  for (let at = start; at < end; ) {
    const position = Math.floor(at / CHUNK_BYTES);
    const [chunk] = await database.lookUp(READ_CHUNK, [fileId, position]);
    if (!chunk) throw new Error(`piece ${position} of file ${fileId} is not there`);
    const from = at - position * CHUNK_BYTES;
    const piece = chunk.content.subarray(from, Math.min(chunk.content.length, end - position * CHUNK_BYTES));
    if (piece.length === 0) throw new Error(`piece ${position} of file ${fileId} is short`);
    yield piece;
    at += piece.length;
  }
}

/** Any pieces as pieces of the one size; the last is what is left. */
export async function* inChunks(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    for (let rest = piece; rest.length > 0; ) {
      const fits = rest.subarray(0, CHUNK_BYTES - length);
      waiting.push(fits);
      length += fits.length;
      rest = rest.subarray(fits.length);
      if (length === CHUNK_BYTES) {
        yield Buffer.concat(waiting);
        waiting = [];
        length = 0;
      }
    }
  }
  if (length > 0) yield Buffer.concat(waiting);
}
