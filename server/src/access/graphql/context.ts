import type { Language } from '@planwright/schema/text';
import type { Instant } from '@planwright/schema/time';
import type DataLoader from 'dataloader';
import type { Logger } from 'pino';
import type { Clock } from '../../clock/index.js';
import type { Database } from '../../database/index.js';
import type { Viewer } from '../../people/index.js';
import { unauthenticated } from './request-error.js';

/** How the request came in, for those few who must know: signing in and out. */
export interface Transport {
  /** The peer's address; of IPv6 its network. */
  address: string;
  userAgent: string | undefined;
  /** The peer is this machine, without a proxy between. */
  loopback: boolean;
  /** The browser's own mark, which it keeps over sign-outs; absent where none was given yet. */
  device: string | undefined;
  /** Gives the browser its mark. */
  setDevice(device: string): void;
  /** Sets or (null) clears the session cookie of the answer. */
  setSessionToken(token: string | null, expiresAt: Instant): void;
}

/** What a resolver knows. One per request, and per execution of a subscription. */
export interface RequestContext {
  viewer: Viewer | null;
  /** A session was presented but has ended: everything but signing in answers UNAUTHENTICATED. */
  sessionEnded: boolean;
  database: Database;
  clock: Clock;
  /** Now in the viewer's workspace (real time when nobody is signed in). */
  now: Instant;
  language: Language;
  requestId: string;
  log: Logger;
  transport: Transport;
  loaders: Map<LoaderOf<never, unknown>, DataLoader<never, unknown>>;
}

export type SignedInContext = RequestContext & { viewer: Viewer };

/** The context with its viewer, or UNAUTHENTICATED. */
export function signedIn(context: RequestContext): SignedInContext {
  if (context.viewer === null) throw unauthenticated(context);
  return Object.assign(context, { viewer: context.viewer });
}

/** Makes a loader for one request. The function itself is its name: keep it at module level. */
export type LoaderOf<Key, Value> = (context: RequestContext) => DataLoader<Key, Value>;

/** The request's own loader of this kind: reads of the same kind are batched within one request and never shared beyond. */
export function loaderOf<Key, Value>(context: RequestContext, make: LoaderOf<Key, Value>): DataLoader<Key, Value> {
  const known = context.loaders.get(make);
  if (known) return known as DataLoader<never, unknown> as DataLoader<Key, Value>;
  const made = make(context);
  context.loaders.set(make, made as DataLoader<never, unknown>);
  return made;
}
