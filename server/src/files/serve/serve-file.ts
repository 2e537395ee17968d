import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { uuidOf } from '../../access/graphql/index.js';
import type { Database } from '../../database/index.js';
import { readBytes } from '../chunks.js';
import { findFiles } from '../read-files.js';
import type { WhoAsks } from '../who-asks.js';

/**
 * Answers `GET /files/<id>/<name>`, in ranges too, to whoever the policies show the file; for all others it is not there. Always to be
 * saved, never a page: what is shown is shown by the studio, from bytes that it has fetched.
 */
export const serveFile =
  ({ database, log, viewerOf }: { database: Database; log: Logger } & WhoAsks): RequestHandler =>
  async (request, response) => {
    response.set({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    const viewer = await viewerOf(request);
    const id = uuidOf('File', String(request.params.id));
    const [file] = viewer && id ? await database.read(viewer.scope, (tx) => findFiles(tx, [id])) : [];
    if (!file) {
      response.status(404).end();
      return;
    }
    const part = partOf(request, file.bytes);
    if (part === 'NONE') {
      response.status(416).set('content-range', `bytes */${file.bytes}`).end();
      return;
    }
    response
      .attachment(file.name)
      .type(file.mediaType)
      .set({
        'accept-ranges': 'bytes',
        'content-length': String(part.end - part.start),
      });
    if (part.end - part.start < file.bytes) {
      response.status(206).set('content-range', `bytes ${part.start}-${part.end - 1}/${file.bytes}`);
    }
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    await send(response, Readable.from(readBytes(database, file.id, part)), log);
  };

/** The part that is asked for, without its end; the whole where several are. */
function partOf(request: Request, bytes: number): { start: number; end: number } | 'NONE' {
  // A file never changes, so there is nothing that a condition could be about.
  const ranges = request.range(bytes, { combine: true });
  if (ranges === -1) return 'NONE';
  const [range, ...more] = Array.isArray(ranges) && ranges.type === 'bytes' ? ranges : [];
  return range && more.length === 0 ? { start: range.start, end: range.end + 1 } : { start: 0, end: bytes };
}

async function send(response: Response, content: Readable, log: Logger): Promise<void> {
  try {
    await pipeline(content, response);
  } catch (error) {
    // Readers may go at any time; what is left of the answer is cut off, so nobody takes it for whole.
    if (
      !response.writableAborted &&
      !(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')
    )
      log.error({ err: error }, 'a file could not be sent');
  }
}
