import type { BrokerFault } from '@planwright/plugin-sdk';
import type { WireFault } from '../wire.js';

/** A broker call that did not succeed, as the plugin gets to know it. */
export class Fault extends Error {
  constructor(
    readonly code: BrokerFault['code'],
    message: string,
    /** Whether bytes of the request may have reached the provider. */
    readonly left = false,
    readonly retryAfterMs?: number,
  ) {
    super(message);
    this.name = 'BrokerFault';
  }
}

export function wireFault(thrown: unknown, scrub: (text: string) => string): WireFault {
  if (thrown instanceof Fault) {
    const { code, left, retryAfterMs, message } = thrown;
    return { code, left, message: scrub(message), ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }
  return { code: 'failed', left: false, message: scrub(thrown instanceof Error ? thrown.message : String(thrown)) };
}
