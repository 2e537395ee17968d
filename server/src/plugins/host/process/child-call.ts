import type { Json } from '@planwright/plugin-sdk';
import type { CallScope } from '../broker/call-scope.js';
import type { LogLevel } from '../broker-session.js';
import type { PluginFailure } from '../plugin-host.js';
import type { Answered, Operation, ToHost } from '../wire.js';

/** As the host's callers get it, and whether the answer was over the size of a message, which a smaller batch avoids. */
export type ChildCalled = { ok: true; value: Json } | { ok: false; failure: PluginFailure; tooLarge?: boolean };

export interface CallRequest {
  operation: Operation;
  key: string;
  args: Json;
  deadlineMs: number;
  scope?: CallScope | undefined;
}

/** A read in progress: `item` hands a message over; the credit comes back by `grant`. */
export interface ReadRequest extends CallRequest {
  credit: number;
  item(message: Json): void;
}

export interface InFlight {
  request: CallRequest;
  settle(called: ChildCalled): void;
  timer: NodeJS.Timeout | undefined;
  /** Of a read: messages it may still send. */
  credit: number;
  item?: ((message: Json) => void) | undefined;
  asks: number;
}

export type Loading =
  | { ok: true; ready: Extract<ToHost, { t: 'ready' }> }
  | { ok: false; broken: Extract<ToHost, { t: 'broken' }> | 'slow' | 'died' };

export interface ChildEvents {
  /** A line of the plugin outside any call. */
  log(level: LogLevel, message: string, fields: Record<string, Json>): void;
  /** The process is gone. `why` when the host ended it for a fault. */
  ended(why: PluginFailure): void;
}

/** What a call that has ended is told. */
export const OVER = 'The call is over.';

/** An answer of a process as the host's callers get it. */
export const resultOf = (answered: Answered): ChildCalled => {
  if (answered.ok) return { ok: true, value: answered.value };
  const { message, code } = answered.fault;
  const tooLarge = code === 'too-large';
  return { ok: false, failure: { kind: tooLarge ? 'protocol' : 'error', message }, tooLarge };
};

export const UNREADABLE: ChildCalled & { ok: false } = {
  ok: false,
  failure: { kind: 'protocol', message: 'Its answer could not be read.' },
};

/** As its caller gets it, without the secrets of the call; undefined when that cannot be made of it. */
export function cleaned(called: ChildCalled, scope: CallScope | undefined): ChildCalled | undefined {
  if (!scope) return called;
  try {
    if (called.ok) return { ok: true, value: scope.scrubJson(called.value) };
    return { ...called, failure: { ...called.failure, message: scope.scrub(called.failure.message) } };
  } catch {
    return undefined;
  }
}
