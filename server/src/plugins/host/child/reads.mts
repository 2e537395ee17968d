// A connector's messages, one for each credit the host has given: a plugin never runs ahead of its consumer.
import type { Context, Json, Plugin } from '@planwright/plugin-sdk';
import type { Lines } from './lines.mts';

export class Credits {
  #left: number;
  #wake: (() => void) | undefined;
  #closed = false;
  constructor(first: number) {
    this.#left = first;
  }
  add(n: number): void {
    this.#left += n;
    this.#wake?.();
  }
  close(): void {
    this.#closed = true;
    this.#wake?.();
  }
  /** Takes one; false when nobody reads any more. */
  async take(): Promise<boolean> {
    while (this.#left === 0 && !this.#closed)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    if (this.#closed) return false;
    this.#left -= 1;
    return true;
  }
}

export async function readStream(
  plugin: Plugin,
  key: string,
  { stream, state }: { stream: string; state: Json },
  ctx: Context,
  { call, credits, lines }: { call: number; credits: Credits; lines: Lines },
): Promise<null> {
  const connector = plugin.connectors?.[key];
  if (!connector) throw new Error(`The plugin has no connector “${key}”.`);
  const messages = connector.read(ctx, stream, state)[Symbol.asyncIterator]();
  try {
    while (await credits.take()) {
      const next = await messages.next();
      if (next.done) return null;
      lines.send({ t: 'item', call, message: next.value as unknown as Json });
    }
  } finally {
    await messages.return?.();
  }
  return null;
}
