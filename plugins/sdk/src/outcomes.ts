import type { LocalizedText } from '@planwright/schema/text';
import type { Delivery, Outcome } from './channel.js';
import type { BrokerFault, Verdict } from './context.js';
import type { CheckReport } from './plugin.js';

/** The fault of a call of the context, or undefined for any other error. Knows it by its fields: it may have crossed a process. */
export function brokerFaultOf(cause: unknown): (Error & BrokerFault) | undefined {
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
  const detail = fault.message.slice(0, 500);
  return to.map(({ person }) =>
    fault.left
      ? { person, status: 'unknown', code: fault.code, detail }
      : {
          person,
          status: 'retry',
          code: fault.code,
          detail,
          ...(fault.retryAfterMs === undefined ? {} : { retryAfterMs: fault.retryAfterMs }),
        },
  );
}

/** What a check tells of a call that failed: the host's own reason where it refused the address, else the plugin's sentence. */
export function checkOfFault(cause: unknown, messages: Record<Verdict, LocalizedText>): CheckReport {
  const fault = brokerFaultOf(cause);
  if (!fault) throw cause;
  const verdict = fault.code === 'refused' ? 'config' : fault.code === 'throttled' ? 'throttled' : 'transient';
  return { verdict, messages: [fault.says ?? messages[verdict]] };
}

/** What a `Retry-After` in seconds asks for; undefined where there is none. Providers send dates rarely, and those are left to the host's own pace. */
export function retryAfterMsOf(headers: Record<string, string>): number | undefined {
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds * 1000) : undefined;
}
