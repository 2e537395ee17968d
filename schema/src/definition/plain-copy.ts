/** What no definition may be: nested too deep, too big, or carrying keys that reach into prototypes. */
export type Refusal =
  | { reason: 'forbidden-key'; path: (string | number)[]; key: string }
  | { reason: 'too-deep'; path: (string | number)[] }
  | { reason: 'too-big' }
  | { reason: 'unreadable' };

export const MAX_DEPTH = 32;
/** Lists, records and values of the biggest document that is read at all: 100 stages of 500 items stay below it. */
export const MAX_VALUES = 400_000;

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A copy of plain data: own enumerable properties only, `undefined` left out, getters read once. Refuses instead of
 * throwing, in one pass over the input, so that everything after it works on data that cannot surprise.
 */
export function plainCopy(input: unknown): { value: unknown } | { refusal: Refusal } {
  const walk = new Walk();
  try {
    const value = walk.copy(input, []);
    return walk.refusal ? { refusal: walk.refusal } : { value };
  } catch {
    // A proxy or a getter of the caller threw; whose fault and where is not knowable.
    return { refusal: { reason: 'unreadable' } };
  }
}

class Walk {
  refusal: Refusal | undefined;
  private values = 0;

  copy(value: unknown, path: (string | number)[]): unknown {
    this.values += 1;
    if (this.values > MAX_VALUES) this.refusal ??= { reason: 'too-big' };
    if (this.refusal || typeof value !== 'object' || value === null) return value;
    if (path.length > MAX_DEPTH) {
      this.refusal = { reason: 'too-deep', path };
      return undefined;
    }
    return Array.isArray(value) ? this.copyList(value, path) : this.copyRecord(value, path);
  }

  private copyList(list: unknown[], path: (string | number)[]): unknown[] {
    // A sparse or huge length must not be walked entry by entry.
    if (list.length > MAX_VALUES) this.refusal ??= { reason: 'too-big' };
    const copied: unknown[] = [];
    for (let index = 0; index < list.length && !this.refusal; index += 1) {
      copied.push(this.copy(list[index], [...path, index]));
    }
    return copied;
  }

  private copyRecord(record: object, path: (string | number)[]): unknown {
    const copied: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(record)) {
      if (this.refusal) break;
      if (FORBIDDEN.has(key)) {
        this.refusal = { reason: 'forbidden-key', path, key };
        break;
      }
      if (value !== undefined) copied[key] = this.copy(value, [...path, key]);
    }
    return copied;
  }
}
