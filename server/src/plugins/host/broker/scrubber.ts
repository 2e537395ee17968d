import type { Json } from '@planwright/plugin-sdk';

/** Shorter values would take innocent text with them, and are no secrets. */
const SHORTEST = 4;
const MASK = '***';

const unicodeEscaped = (text: string, all: boolean): string =>
  [...Array(text.length).keys()]
    .map((n) => {
      const unit = text.charCodeAt(n);
      return all || unit > 126 ? `\\u${unit.toString(16).padStart(4, '0')}` : text.charAt(n);
    })
    .join('');

const percent = (bytes: Buffer): string => [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

/** The part of a base64 text that the bytes decide, wherever in a longer value they stand: one form for each of three offsets. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const first = offset === 0 ? 0 : offset + 1;
    const last = Math.floor(((offset + bytes.length) * 8) / 6);
    const sure = encoded.slice(first, last);
    return sure.length < 6 ? [] : [sure, sure.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** How often a text is put into JSON or an address, and that into another. */
const NESTED = 3;

/** The text in JSON, in an address, and in every mixture of the two that a service makes of what it heard. */
function nestedForms(text: string, depth = NESTED): string[] {
  if (depth === 0) return [];
  return [JSON.stringify(text).slice(1, -1), encodeURIComponent(text.toWellFormed())].flatMap((form) =>
    form === text ? [] : [form, ...nestedForms(form, depth - 1)],
  );
}

/** Every way in which a provider or an error may repeat the bytes. */
function formsOf(bytes: Buffer): string[] {
  const text = bytes.toString('utf8');
  const encoded = encodeURIComponent(
    Buffer.from(text).equals(bytes) && text.isWellFormed() ? text : bytes.toString('latin1'),
  );
  const json = JSON.stringify(text).slice(1, -1);
  return [
    text,
    bytes.toString('latin1'),
    encoded,
    encoded.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    encoded.replaceAll('%20', '+'),
    percent(bytes),
    percent(bytes).toUpperCase(),
    json,
    json.replaceAll('/', '\\/'),
    unicodeEscaped(json, false),
    unicodeEscaped(text, true),
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...base64Forms(bytes),
    ...nestedForms(text),
  ];
}

const escaped = (needle: string): string => needle.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Takes the exact bytes of secrets, in the forms that texts carry them, out of everything that leaves the broker. */
export class Scrubber {
  readonly #needles = new Set<string>();
  #known: { ordered: string[]; any: RegExp } | undefined;

  add(secret: Uint8Array): void {
    if (secret.byteLength < SHORTEST) return;
    for (const form of formsOf(Buffer.from(secret))) if (form.length >= SHORTEST) this.#needles.add(form);
    this.#known = undefined;
  }

  text(value: string): string {
    if (this.#needles.size === 0 || value.length < SHORTEST) return value;
    this.#known ??= this.#know();
    // One look for all: most texts hold no secret.
    if (!this.#known.any.test(value)) return value;
    return this.#known.ordered.reduce(
      (text, needle) => (text.includes(needle) ? text.replaceAll(needle, MASK) : text),
      value,
    );
  }

  /** Without calling itself: the value may be as deep as its writer liked. */
  json(value: Json): Json {
    if (this.#needles.size === 0) return value;
    const root: Json[] = [];
    const waiting: [Json, (clean: Json) => void][] = [[value, (clean) => root.push(clean)]];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [dirty, put] = next;
      if (typeof dirty === 'string') put(this.text(dirty));
      else if (Array.isArray(dirty)) {
        const clean: Json[] = new Array(dirty.length).fill(null);
        put(clean);
        for (const [at, inner] of dirty.entries()) waiting.push([inner, (done) => (clean[at] = done)]);
      } else if (dirty !== null && typeof dirty === 'object') {
        const clean: Record<string, Json> = {};
        put(clean);
        for (const [key, inner] of Object.entries(dirty)) {
          const name = this.text(key);
          // Defined, not assigned: `__proto__` is a name like any other. First in its place, so that the order stays.
          const define = (done: Json) =>
            Object.defineProperty(clean, name, { value: done, writable: true, enumerable: true, configurable: true });
          define(null);
          waiting.push([inner, define]);
        }
      } else put(dirty);
    }
    return root[0] ?? null;
  }

  #know(): { ordered: string[]; any: RegExp } {
    // The longest first: one secret may hold another.
    const ordered = [...this.#needles].sort((a, b) => b.length - a.length);
    return { ordered, any: new RegExp(ordered.map(escaped).join('|')) };
  }
}
