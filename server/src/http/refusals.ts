import { randomUUID } from 'node:crypto';
import type { Language, LocalizedText } from '@planwright/schema/text';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { askedLanguage } from '../access/graphql/language.js';
import { type RequestErrorCode, sentenceOf } from '../access/graphql/request-error.js';

const sentences = {
  tooLarge: {
    en: 'The request is too large: a plan may have 2 MB, anything else 100 kB.',
    'zh-CN': '请求过大：培养计划最多 2 MB，其他请求最多 100 kB。',
  },
  unreadable: { en: 'The request is not valid JSON.', 'zh-CN': '请求不是有效的 JSON。' },
  nullCharacter: {
    en: 'The text holds a null character (U+0000), which cannot be stored. Remove it, or upload the file itself.',
    'zh-CN': '文字里有空字符（U+0000），无法保存。删去后重试，或直接上传文件。',
  },
  slow: {
    en: 'This took too long. Load the page again and look what has been done.',
    'zh-CN': '处理超时，刷新页面查看结果。',
  },
} as const satisfies Record<string, LocalizedText>;

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

const languageFor = (header: string | undefined): Language => askedLanguage(header) ?? 'zh-CN';

/** Answers for bodies that were not read, and for faults before GraphQL began. */
export function refuseBadBody(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    // The deadline has already answered: what comes after it has nobody to go to.
    if (response.headersSent) return;
    const language = languageFor(request.headers['accept-language']);
    const { type, status } =
      typeof error === 'object' && error !== null ? (error as { type?: unknown; status?: unknown }) : {};
    if (type === 'entity.too.large') answerError(response, 413, 'BAD_USER_INPUT', sentences.tooLarge[language]);
    else if (type === 'entity.verify.failed')
      answerError(response, 400, 'BAD_USER_INPUT', sentences.nullCharacter[language]);
    else if (typeof status === 'number' && status >= 400 && status < 500)
      answerError(response, status, 'BAD_USER_INPUT', sentences.unreadable[language]);
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
        answerError(response, 503, 'INTERNAL', sentences.slow[languageFor(request.headers['accept-language'])]);
    }, deadlineMs);
    response.once('close', () => clearTimeout(timer));
    next();
  };
}
