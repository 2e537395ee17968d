import type { Json } from '@planwright/plugin-sdk';

export interface Scrubber {
  text(text: string): string;
  json<T extends Json>(value: T): T;
}

/** Shorter ones are found in ordinary words; they are no secrets. */
const SHORTEST = 4;
const HIDDEN = '***';

/** Takes secrets out of what a plugin wants kept or logged: as they are, in base64, base64url, hex and encoded for a URL. */
export function scrubber(secrets: ReadonlyMap<string, Uint8Array>): Scrubber {
  let needles: string[] = [];
  let size = -1;
  const current = (): string[] => {
    if (secrets.size === size) return needles;
    size = secrets.size;
    const forms = new Set([...secrets.values()].flatMap(formsOf));
    // Longer first, so that none is cut in two by a shorter one inside it.
    needles = [...forms].filter(({ length }) => length >= SHORTEST).sort((a, b) => b.length - a.length);
    return needles;
  };
  const text = (given: string): string =>
    current().reduce((scrubbed, needle) => scrubbed.replaceAll(needle, HIDDEN), given);
  const json = (value: Json): Json => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(json);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [text(name), json(inner)]));
  };
  return { text, json: (value) => json(value) as typeof value };
}

function formsOf(secret: Uint8Array): string[] {
  const bytes = Buffer.from(secret);
  const text = bytes.toString('utf8');
  const base64 = bytes.toString('base64');
  return [
    text,
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text.toWellFormed()),
    base64,
    base64.replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
  ];
}
