import { type Dispatcher, request as send } from 'undici';
import { type Address, judgedAddress, type Resolve } from './addresses.js';
import { pinnedAgent } from './pinned-agent.js';
import { allowsPrivate } from './private-hosts.js';

/** Why a place was not asked, or did not answer. `code` may be shown and logged; nothing of what was sent is in it. */
export class NotReached extends Error {
  constructor(
    readonly code: 'NOT_ALLOWED' | 'PRIVATE' | 'NO_ADDRESS' | 'UNREACHABLE' | 'TOO_LARGE',
    readonly host: string,
  ) {
    super(`${host}: ${code}`);
    this.name = 'NotReached';
  }
}

export interface GuardedFetchOptions {
  /** Hosts in the company's own network that may be reached, and over plain http. */
  privateHosts: readonly string[];
  resolve: Resolve;
}

/** The part of `fetch` that libraries of protocols use. */
export type GuardedFetch = (
  url: string | URL,
  how: { method?: string; headers?: Record<string, string>; body?: unknown; signal?: AbortSignal | null | undefined },
) => Promise<Response>;

/** Documents of a protocol are small. */
const MAX_BYTES = 1024 * 1024;
const TIMEOUT_MS = 10_000;
/** The Response of these has no body. */
const WITHOUT_BODY = new Set([204, 205, 304]);

const portOf = (url: URL): number => Number(url.port || (url.protocol === 'https:' ? 443 : 80));

/**
 * `fetch` for addresses that an administrator typed: https, or a host of the company that the operator has named; every address of the
 * name is judged and one of them pinned; redirects are not followed; what is too large is not read to its end.
 */
export const guardedFetch =
  ({ privateHosts, resolve }: GuardedFetchOptions): GuardedFetch =>
  async (address, { method = 'GET', headers = {}, body, signal }) => {
    const url = new URL(address);
    const { agent } = pinnedAgent(await permitted(url, privateHosts, resolve), TIMEOUT_MS);
    try {
      const answer = await send(url, {
        dispatcher: agent,
        method: method === 'POST' ? 'POST' : 'GET',
        headers: { 'user-agent': 'Planwright', ...headers },
        body: body === undefined || body === null ? null : String(body),
        signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(signal ? [signal] : [])]),
      });
      return await whole(answer, url.hostname);
    } catch (error) {
      throw error instanceof NotReached ? error : new NotReached('UNREACHABLE', url.hostname);
    } finally {
      await agent.destroy();
    }
  };

async function permitted(url: URL, privateHosts: readonly string[], resolve: Resolve): Promise<Address> {
  const { hostname: host, protocol } = url;
  const mayInside = allowsPrivate(host, portOf(url), privateHosts);
  const isPlain = protocol === 'http:' && mayInside;
  if (url.username || url.password || !(protocol === 'https:' || isPlain)) throw new NotReached('NOT_ALLOWED', host);
  const judged = await judgedAddress(host, mayInside, resolve);
  if (judged.ok) return judged.address;
  throw new NotReached(judged.why === 'NEVER' ? 'NOT_ALLOWED' : judged.why, host);
}

async function whole({ statusCode, headers, body }: Dispatcher.ResponseData, host: string): Promise<Response> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BYTES) throw new NotReached('TOO_LARGE', host);
    chunks.push(chunk);
  }
  const told = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  );
  const bytes = WITHOUT_BODY.has(statusCode) ? null : Buffer.concat(chunks);
  return new Response(bytes, { status: statusCode, headers: told });
}
