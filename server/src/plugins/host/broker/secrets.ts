import type { Json, MaySecret } from '@planwright/plugin-sdk';
import type { BrokerSession } from '../broker-session.js';
import type { Scrubber } from './scrubber.js';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The secrets that one call meets. Whatever it reads is scrubbed from everything afterwards. */
export class CallSecrets {
  readonly #session: BrokerSession;
  readonly #scrubber: Scrubber;
  constructor(session: BrokerSession, scrubber: Scrubber) {
    this.#session = session;
    this.#scrubber = scrubber;
  }

  /** Knows every secret of the configuration before the plugin says a word. */
  async learnConfig(): Promise<void> {
    const refs = new Set<string>();
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) for (const element of value) walk(element);
      else if (isObject(value))
        if (typeof value.$secret === 'string') refs.add(value.$secret);
        else for (const element of Object.values(value)) walk(element);
    };
    walk(this.#session.config);
    for (const ref of refs) await this.bytes(ref);
  }

  async bytes(ref: string): Promise<Uint8Array> {
    const bytes = await this.#session.secret(ref);
    this.#scrubber.add(bytes);
    return bytes;
  }

  async text(ref: string): Promise<string> {
    return Buffer.from(await this.bytes(ref)).toString('utf8');
  }

  async keep(value: string): Promise<{ $secret: string }> {
    this.#scrubber.add(Buffer.from(value));
    return this.#session.keepSecret(Buffer.from(value));
  }

  /** The text with its secrets put in, and whether it has any. */
  async filled(value: MaySecret): Promise<{ text: string; secret: boolean }> {
    if (typeof value === 'string') return { text: value, secret: false };
    if ('$secret' in value) return { text: await this.text(value.$secret), secret: true };
    const parts = await Promise.all(value.$join.map((part) => this.filled(part)));
    const joined = parts.map(({ text }) => text).join('');
    const secret = parts.some((part) => part.secret);
    if (value.encode === undefined) return { text: joined, secret };
    const encoded = value.encode === 'base64' ? Buffer.from(joined).toString('base64') : encodeURIComponent(joined);
    if (secret) this.#scrubber.add(Buffer.from(encoded));
    return { text: encoded, secret };
  }

  async filledMap(
    values: Record<string, MaySecret> | undefined,
  ): Promise<{ name: string; text: string; secret: boolean }[]> {
    return Promise.all(
      Object.entries(values ?? {}).map(async ([name, value]) => ({ name, ...(await this.filled(value)) })),
    );
  }

  /** A JSON value with references anywhere in it. */
  async filledJson(value: Json): Promise<Json> {
    if (Array.isArray(value)) return Promise.all(value.map((element) => this.filledJson(element)));
    if (!isObject(value)) return value;
    const keys = Object.keys(value);
    if (keys.length === 1 && typeof value.$secret === 'string') return this.text(value.$secret);
    if (Array.isArray(value.$join)) return (await this.filled(value as unknown as MaySecret)).text;
    const entries = await Promise.all(
      keys.map(
        async (key): Promise<[string, Json]> => [
          key,
          await this.filledJson((value as Record<string, Json>)[key] ?? null),
        ],
      ),
    );
    return Object.fromEntries(entries);
  }
}
