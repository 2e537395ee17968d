import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { askedLanguage, languageOf, type RequestContext, type Transport } from '../access/graphql/index.js';
import { loadViewer } from '../access/index.js';
import { type Clock, workspaceNow } from '../clock/index.js';
import type { Database } from '../database/index.js';
import type { Viewer } from '../people/index.js';

/** What every context is made from. */
export interface ContextParts {
  database: Database;
  clock: Clock;
  log: Logger;
}

/** Whose session the presented credential opens. Shared by requests and WebSocket connections. */
export async function identify(
  parts: ContextParts,
  presented: { present: boolean; token?: string },
): Promise<{ viewer: Viewer | null; sessionEnded: boolean }> {
  if (!presented.present) return { viewer: null, sessionEnded: false };
  const viewer =
    presented.token === undefined ? undefined : await loadViewer(parts.database, presented.token, parts.clock.real());
  return { viewer: viewer ?? null, sessionEnded: viewer === undefined };
}

/** A context for one execution. `asked` is an Accept-Language header or a locale; it comes before the person's own language. */
export function makeContext(
  parts: ContextParts,
  who: { viewer: Viewer | null; sessionEnded: boolean },
  request: { transport: Transport; asked: string | undefined },
): RequestContext {
  const requestId = randomUUID();
  return {
    ...who,
    ...parts,
    now: workspaceNow(parts.clock, who.viewer?.workspace.clockOffsetMs ?? 0),
    language: askedLanguage(request.asked) ?? languageOf(who.viewer?.locale),
    requestId,
    log: parts.log.child({ requestId }),
    transport: request.transport,
    loaders: new Map(),
  };
}

/** Headers by which a proxy says that somebody else stands behind it. */
const FORWARDING = /^(forwarded|via|x-forwarded-.+|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip)$/;
/** Names under which a machine asks itself; a tunnel or a proxy that says nothing still keeps the name it was asked by. */
const OWN_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/** Whether the peer is this machine itself, and not a proxy on it. */
export function isLoopback({ socket, headers }: IncomingMessage): boolean {
  const address = socket.remoteAddress ?? '';
  const isForwarded = Object.keys(headers).some((name) => FORWARDING.test(name));
  return !isForwarded && OWN_HOST.test(headers.host ?? '') && (address === '::1' || /^(::ffff:)?127\./.test(address));
}

/** What an address counts as where tries are counted: of IPv6 the network, because whoever has one address has all of it. */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  const [before = '', after] = plain.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after ? after.split(':') : [];
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(':')}::/64`;
}
