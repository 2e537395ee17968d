import type { SecretRef, SecretText } from '../secret.js';

/** Keeps secrets as the host does: gives references, puts the bytes in, takes them out of what comes back. */
export class Vault {
  readonly #values = new Map<string, string>();

  keep(name: string, value: string): SecretRef {
    this.#values.set(name, value);
    return { $secret: name };
  }

  reveal({ $secret }: SecretRef): string {
    const value = this.#values.get($secret);
    if (value === undefined)
      throw new Error(`There is no secret named ${$secret}. Mark the setting with secret: true.`);
    return value;
  }

  values(): string[] {
    return [...this.#values.values()];
  }

  scrub(text: string): string {
    return this.values().reduce(
      (scrubbed, value) => (value === '' ? scrubbed : scrubbed.replaceAll(value, '***')),
      text,
    );
  }

  /** The value with every reference below it replaced. */
  fill(value: unknown): unknown {
    if (isRef(value)) return this.reveal(value);
    if (isJoined(value)) {
      const joined = value.$join.map((part) => (typeof part === 'string' ? part : this.reveal(part))).join('');
      if (value.encode === 'base64') return Buffer.from(joined).toString('base64');
      return value.encode === 'uri' ? encodeURIComponent(joined) : joined;
    }
    if (Array.isArray(value)) return value.map((each) => this.fill(each));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]: [string, unknown]) => [name, this.fill(each)]));
  }

  fillText(value: unknown): string {
    return String(this.fill(value));
  }
}

const isRef = (value: unknown): value is SecretRef =>
  typeof value === 'object' && value !== null && '$secret' in value && typeof value.$secret === 'string';
const isJoined = (value: unknown): value is SecretText =>
  typeof value === 'object' && value !== null && '$join' in value && Array.isArray(value.$join);
