// What a plugin asks of the host goes out as `ask` and comes back as `answer`.
import type { BrokerFault, Json } from '@planwright/plugin-sdk';
import type { Answered, AskOperation, ToChild, WireFault } from '../wire.ts';
import type { Lines } from './lines.mts';

class HostFault extends Error implements BrokerFault {
  override readonly name = 'BrokerFault';
  readonly code: BrokerFault['code'];
  readonly left: boolean;
  readonly retryAfterMs?: number;
  readonly says?: NonNullable<BrokerFault['says']>;
  constructor(fault: WireFault) {
    super(fault.message);
    this.code = fault.code ?? 'failed';
    this.left = fault.left ?? false;
    if (fault.retryAfterMs !== undefined) this.retryAfterMs = fault.retryAfterMs;
    if (fault.says !== undefined) this.says = fault.says;
  }
}

export const faultOf = (thrown: unknown): WireFault => {
  const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return { message: message.slice(0, 4000) };
};

interface Waiting {
  resolve(value: Json): void;
  reject(fault: Error): void;
  fetch?: () => Promise<Json>;
}

export class Asks {
  readonly #lines: Lines;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** `fetch` runs when the host has no such token yet. Resolves to the answer and the number of the ask. */
  ask(
    call: number,
    operation: AskOperation,
    args: Json,
    fetch?: () => Promise<Json>,
  ): Promise<{ value: Json; ask: number }> {
    this.#last += 1;
    const ask = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(ask, { resolve: (value) => resolve({ value, ask }), reject, ...(fetch ? { fetch } : {}) });
      try {
        this.#lines.send({ t: 'ask', call, ask, operation, args });
      } catch (thrown) {
        this.#waiting.delete(ask);
        reject(new HostFault({ ...faultOf(thrown), code: 'refused' }));
      }
    });
  }

  answered(message: Extract<ToChild, { t: 'answer' }>): void {
    const waiting = this.#waiting.get(message.ask);
    this.#waiting.delete(message.ask);
    if (message.ok) waiting?.resolve(message.value);
    else waiting?.reject(new HostFault(message.fault));
  }

  async fetch(ask: number): Promise<void> {
    const fetch = this.#waiting.get(ask)?.fetch;
    let answer: Answered;
    try {
      if (!fetch) throw new Error('Nothing to fetch.');
      answer = { ok: true, value: await fetch() };
    } catch (thrown) {
      answer = { ok: false, fault: faultOf(thrown) };
    }
    this.#lines.send({ t: 'fetched', ask, ...answer });
  }
}
