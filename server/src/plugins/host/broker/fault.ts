import type { BrokerFault } from '@planwright/plugin-sdk';
import type { LocalizedText } from '@planwright/schema/text';
import type { WireFault } from '../wire.js';

/** A broker call that did not succeed, as the plugin gets to know it. */
export class Fault extends Error {
  constructor(
    readonly code: BrokerFault['code'],
    message: string,
    /** Whether bytes of the request may have reached the provider. */
    readonly left = false,
    readonly retryAfterMs?: number,
    /** Why the host did not call a place, for people. */
    readonly says?: LocalizedText,
  ) {
    super(message);
    this.name = 'BrokerFault';
  }
}

/** The host does not call this place. `left`: an earlier hop was called. */
export const refusal = (says: LocalizedText, left = false): Fault =>
  new Fault('refused', says.en ?? '', left, undefined, says);

export const scrubbed = (text: LocalizedText, scrub: (text: string) => string): LocalizedText =>
  Object.fromEntries(Object.entries(text).map(([language, said]) => [language, scrub(said ?? '')]));

export function wireFault(thrown: unknown, scrub: (text: string) => string): WireFault {
  if (thrown instanceof Fault) {
    const { code, left, retryAfterMs, message, says } = thrown;
    return {
      code,
      left,
      message: scrub(message),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      ...(says ? { says: scrubbed(says, scrub) } : {}),
    };
  }
  return { code: 'failed', left: false, message: scrub(thrown instanceof Error ? thrown.message : String(thrown)) };
}
