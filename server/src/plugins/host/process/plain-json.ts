import type { Json } from '@planwright/plugin-sdk';

/** What PostgreSQL's texts cannot hold. */
const NUL = '\u0000';

const plainText = (text: string): string => {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes(NUL) ? whole.replaceAll(NUL, '\ufffd') : whole;
};

/**
 * What JSON.parse made, as everything behind it can take: texts that are whole Unicode without U+0000, numbers that are finite,
 * no `__proto__`. Changes the value in place, without calling itself: it may be as deep as a parser allows.
 */
export function plainJson(value: unknown): Json {
  const root: { value: unknown } = { value };
  const waiting: object[] = [root];
  for (let holder = waiting.pop(); holder !== undefined; holder = waiting.pop()) {
    for (const key of Object.keys(holder)) {
      const inner: unknown = Reflect.get(holder, key);
      const name = Array.isArray(holder) ? key : plainText(key);
      if (name === '__proto__') {
        Reflect.deleteProperty(holder, key);
        continue;
      }
      if (name !== key) Reflect.deleteProperty(holder, key);
      if (typeof inner === 'object' && inner !== null) waiting.push(inner);
      const plain =
        typeof inner === 'string'
          ? plainText(inner)
          : typeof inner === 'number' && !Number.isFinite(inner)
            ? null
            : inner;
      if (plain !== inner || name !== key) Reflect.set(holder, name, plain);
    }
  }
  return root.value as Json;
}
