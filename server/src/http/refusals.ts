import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { languageOf, type RequestErrorCode, sentenceOf } from '../access/graphql/index.js';
import { sayIn } from './generated/messages.js';

/** An answer of the HTTP server itself, in the shape that GraphQL clients read. */
export function answerError(
  response: Response,
  status: number,
  code: RequestErrorCode,
  message: string,
  more: { requestId?: string } = {},
): void {
  response.status(status).json({ errors: [{ message, extensions: { code, ...more } }] });
}

/** Answers for bodies that were not read, and for faults before GraphQL began. */
export function refuseBadBody(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    // The deadline has already answered: what comes after it has nobody to go to.
    if (response.headersSent) return;
    const language = languageOf(request.headers['accept-language']);
    const { type, status } =
      typeof error === 'object' && error !== null ? (error as { type?: unknown; status?: unknown }) : {};
    if (type === 'entity.too.large') answerError(response, 413, 'BAD_USER_INPUT', sayIn(language, 'refusals.tooLarge'));
    else if (type === 'entity.verify.failed')
      answerError(response, 400, 'BAD_USER_INPUT', sayIn(language, 'refusals.nullCharacter'));
    else if (typeof status === 'number' && status >= 400 && status < 500)
      answerError(response, status, 'BAD_USER_INPUT', sayIn(language, 'refusals.unreadable'));
    else {
      const requestId = randomUUID();
      log.error({ requestId, err: error }, 'a request failed');
      answerError(response, 500, 'INTERNAL', sentenceOf('INTERNAL', language), { requestId });
    }
  };
}

/** Answers after `deadlineMs` when nothing else has. */
export function refuseSlow(deadlineMs: number): RequestHandler {
  return (request, response, next) => {
    const timer = setTimeout(() => {
      if (!response.headersSent)
        answerError(response, 503, 'INTERNAL', sayIn(languageOf(request.headers['accept-language']), 'refusals.slow'));
    }, deadlineMs);
    response.once('close', () => clearTimeout(timer));
    next();
  };
}
