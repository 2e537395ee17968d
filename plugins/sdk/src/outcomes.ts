import type { Delivery, Outcome } from './channel.js';
import type { BrokerFault } from './context.js';

/** The fault of a call of the context, or undefined for any other error. Knows it by its fields: it may have crossed a process. */
export function brokerFaultOf(cause: unknown): BrokerFault | undefined {
  return cause instanceof Error && cause.name === 'BrokerFault' && 'code' in cause && 'left' in cause
    ? (cause as Error & BrokerFault)
    : undefined;
}

/**
 * What to say of a delivery whose call failed: `retry` while nothing left the machine, else `unknown`, which the host resolves by
 * the channel's dedupe kind. @throws the cause itself when it is no fault of the context
 */
export function outcomesOfFault(cause: unknown, { to }: Delivery): Outcome[] {
  const fault = brokerFaultOf(cause);
  if (!fault) throw cause;
  return to.map(({ person }) =>
    fault.left
      ? { person, status: 'unknown', code: fault.code }
      : {
          person,
          status: 'retry',
          code: fault.code,
          ...(fault.retryAfterMs === undefined ? {} : { retryAfterMs: fault.retryAfterMs }),
        },
  );
}

/** What a `Retry-After` in seconds asks for; undefined where there is none. Providers send dates rarely, and those are left to the host's own pace. */
export function retryAfterMsOf(headers: Record<string, string>): number | undefined {
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds * 1000) : undefined;
}
