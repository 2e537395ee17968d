// What a plugin finds on the global object: the language, and what of the web reaches nothing outside. Whatever else this or a later
// Node puts there is taken away: `console._stdout` was a socket, and with it a door to every other.
const LANGUAGE =
  'globalThis global Infinity NaN undefined isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval ' +
  'Object Function Boolean Symbol Number BigInt Math Date Temporal String RegExp Intl JSON Reflect Proxy Promise Atomics ' +
  'Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError DisposableStack AsyncDisposableStack ' +
  'Array Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator ArrayBuffer SharedArrayBuffer DataView ' +
  'Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array BigInt64Array BigUint64Array Float16Array Float32Array Float64Array';
const WEB =
  'URL URLSearchParams TextEncoder TextDecoder AbortController AbortSignal Event EventTarget DOMException structuredClone atob btoa ' +
  'queueMicrotask crypto Crypto CryptoKey SubtleCrypto Buffer';

const KEPT = new Set<PropertyKey>([...LANGUAGE.split(' '), ...WEB.split(' '), Symbol.toStringTag]);

const { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate, performance } = globalThis;

type Work = (...values: unknown[]) => void;
type Real = NodeJS.Timeout | NodeJS.Immediate;

/** A timer in a plugin's hands. Node's own would lead from one to the next, those of the host's side included. */
class Timer {
  readonly #real: Real;
  readonly #clear: () => void;
  constructor(real: Real, clear: () => void) {
    this.#real = real;
    this.#clear = clear;
  }
  ref(): this {
    this.#real.ref();
    return this;
  }
  unref(): this {
    this.#real.unref();
    return this;
  }
  hasRef(): boolean {
    return this.#real.hasRef();
  }
  refresh(): this {
    if ('refresh' in this.#real) this.#real.refresh();
    return this;
  }
  close(): void {
    this.#clear();
  }
  [Symbol.dispose](): void {
    this.#clear();
  }
  static clear(timer: unknown): void {
    if (typeof timer === 'object' && timer !== null && #clear in timer) timer.#clear();
  }
}

function timerOf(
  start: (work: () => void, ms?: number) => Real,
  clear: (real: never) => void,
): (work: Work, ms?: number, ...values: unknown[]) => Timer {
  return (work, ms, ...values) => {
    if (typeof work !== 'function') throw new TypeError('A timer needs a function.');
    const real = start(() => Reflect.apply(work, undefined, values), ms);
    return new Timer(real, () => clear(real as never));
  };
}

const clear = (timer: unknown): void => Timer.clear(timer);
const later = timerOf(setTimeout, clearTimeout);
const soon = timerOf((work) => setImmediate(work), clearImmediate);

/** `util.promisify` marks what it is given, and all that stays is frozen: each time a new function. */
Object.defineProperty(later, Symbol.for('nodejs.util.promisify.custom'), {
  get: () => (ms?: number, value?: unknown) => new Promise((done) => later(() => done(value), ms)),
});

const OURS: Record<string, unknown> = {
  setTimeout: later,
  setInterval: timerOf(setInterval, clearInterval),
  setImmediate: (work: Work, ...values: unknown[]) => soon(work, 0, ...values),
  clearTimeout: clear,
  clearInterval: clear,
  clearImmediate: clear,
  performance: { now: () => performance.now(), timeOrigin: performance.timeOrigin },
};

export function takeAwayGlobals(): void {
  for (const name of Reflect.ownKeys(globalThis)) {
    if (KEPT.has(name)) continue;
    if (!Reflect.deleteProperty(globalThis, name)) throw new Error(`The global ${String(name)} cannot be taken away.`);
  }
  for (const [name, value] of Object.entries(OURS))
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
}
