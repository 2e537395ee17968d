import type { Request, RequestHandler, Response } from 'express';
import { askedLanguage, globalId, languageOf, sentenceOf, uuidOf } from '../../access/graphql/index.js';
import type { Clock } from '../../clock/index.js';
import { fileUrl } from '../file-url.js';
import { sayIn } from '../generated/messages.js';
import type { WhoAsks } from '../who-asks.js';
import { type ReceiveProblem, type ReceivingDeps, receiveUpload } from './receive-upload.js';

/** A client that sends nothing for this long is gone. */
const SILENT_MS = 60_000;

const STATUS: Record<ReceiveProblem, number> = {
  GONE: 404,
  TOO_LARGE: 413,
  INCOMPLETE: 400,
  TAKEN_OVER: 409,
  WRONG_KIND: 415,
  BROKEN_IMAGE: 415,
  INFECTED: 422,
  SCANNER_SILENT: 503,
};

/**
 * Answers `PUT /uploads/<id>` with raw bytes: what the file is, or why it is not kept. The header of ours makes a browser ask before
 * another site's page may send it.
 */
export const putUpload =
  (deps: ReceivingDeps & { clock: Clock } & WhoAsks): RequestHandler =>
  async (request, response) => {
    const refuse = (status: number, code: string, message: string) => {
      // What is still coming is not read.
      if (!request.complete) response.set('connection', 'close');
      response.status(status).json({ errors: [{ message, extensions: { code } }] });
    };
    const asked = askedLanguage(request.headers['accept-language']);
    const viewer = await deps.viewerOf(request);
    const language = asked ?? languageOf(viewer?.locale);
    if (!viewer) return refuse(401, 'UNAUTHENTICATED', sentenceOf('UNAUTHENTICATED', language));
    if (request.headers['x-app-csrf'] === undefined) return refuse(403, 'FORBIDDEN', sayIn(language, 'csrf'));
    const fileId = uuidOf('File', String(request.params.id));
    if (fileId === undefined) return refuse(404, 'NOT_FOUND', sentenceOf('NOT_FOUND', language));
    const sender = { workspaceId: viewer.workspace.id, personId: viewer.personId };
    const body = { announced: announcedBytes(request), pieces: piecesOf(request) };
    try {
      const received = await receiveUpload(deps, fileId, sender, body, deps.clock.real());
      if ('problem' in received) {
        const { problem } = received;
        return refuse(STATUS[problem], problem, sayIn(language, `problem.${problem}`));
      }
      const { id, name, bytes, mediaType } = received.file;
      response.json({ id: globalId('File', id), name, bytes, mediaType, url: fileUrl({ id, name }) });
    } catch (error) {
      if (isGone(request, response)) return;
      deps.log.error({ err: error }, 'an upload was not kept');
      refuse(500, 'INTERNAL', sentenceOf('INTERNAL', language));
    }
  };

function announcedBytes({ headers }: Request): number | undefined {
  const announced = Number(headers['content-length']);
  return Number.isSafeInteger(announced) ? announced : undefined;
}

/** The body piece by piece. Whoever stops reading leaves the connection open, so that the answer can still be sent. */
function piecesOf(request: Request): AsyncIterable<Uint8Array> {
  request.setTimeout(SILENT_MS, () => request.destroy());
  return request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
}

/** Nobody is there to be answered. */
const isGone = (request: Request, response: Response): boolean =>
  response.destroyed || (request.destroyed && !request.complete);
