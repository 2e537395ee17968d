import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { RequestContext, Transport } from '../access/graphql/context.js';
import { askedLanguage } from '../access/graphql/language.js';
import { loadViewer } from '../access/session.js';
import { type Clock, workspaceNow } from '../clock/clock.js';
import type { Database } from '../database/database.js';
import type { Viewer } from '../people/viewer.js';

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
  request: { transport: Transport; asked: string | undefined; signal: AbortSignal },
): RequestContext {
  const requestId = randomUUID();
  return {
    ...who,
    ...parts,
    now: workspaceNow(parts.clock, who.viewer?.workspace.clockOffsetMs ?? 0),
    language: askedLanguage(request.asked) ?? who.viewer?.locale ?? 'zh-CN',
    requestId,
    log: parts.log.child({ requestId }),
    transport: request.transport,
    signal: request.signal,
    loaders: new Map(),
  };
}

/** Whether the peer is this machine itself: a forwarding header means that somebody else stands behind it. */
export function isLoopback(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress ?? '';
  const forwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  return !forwarded && (address === '::1' || /^(::ffff:)?127\./.test(address));
}
