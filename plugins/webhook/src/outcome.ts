import { type HttpResponse, type Outcome, retryAfterMsOf, type Verdict } from '@planwright/plugin-sdk';

/** The receiver may do better later. */
const LATER = [408, 425, 429];

/** How a receiver says that it has a message. */
export type Receipt =
  /** by any answer of 200–299 that is no web page */
  | 'STATUS'
  /** by 200–299 and the id of the message in its JSON: `{ "id": "…" }` */
  | 'KEY';

export function verdictOf({ status, headers }: HttpResponse): Verdict {
  if (status === 401 || status === 403) return 'auth';
  if (status === 429) return 'throttled';
  if (status >= 500 || LATER.includes(status)) return 'transient';
  if (status === 404 || status === 405 || status === 410 || (status >= 300 && status < 400)) return 'config';
  if (status >= 400) return 'permanent';
  // An API answers no page: this is a proxy or a sign-in between us and it.
  return isPage(headers) ? 'transient' : 'ok';
}

type Said = Omit<Outcome, 'person'>;

/** What became of a message. `retry` is safe: the receiver knows the message by its key. */
export function outcomeOf(response: HttpResponse, key: string, receipt: Receipt): Said {
  const { status, headers, text } = response;
  const said = { code: String(status), ...(text === '' ? {} : { detail: text.slice(0, 300) }) };
  const retryAfterMs = retryAfterMsOf(headers);
  const retry: Said = { status: 'retry', ...said, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  if (status >= 200 && status < 300) {
    const isReceived = receipt === 'KEY' ? idIn(text) === key : !isPage(headers);
    return isReceived ? { status: 'accepted', ref: key, code: said.code } : retry;
  }
  return status >= 500 || LATER.includes(status) ? retry : { status: 'rejected', ...said };
}

const isPage = (headers: Record<string, string>): boolean => /^text\/html\b/i.test(headers['content-type'] ?? '');

function idIn(text: string): unknown {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : undefined;
  } catch {
    return undefined;
  }
}
