// Runs in a plugin's process before the guard, in tests only: marks every function of Node that opens a socket, a pipe, a file or a
// process, so that a walk from the plugin's side can tell when it meets one. A function that stays carries the marks over.
import module from 'node:module';

const require = module.createRequire(import.meta.url);
const OPENERS =
  'net tls dgram dns dns/promises fs fs/promises http http2 https child_process worker_threads cluster inspector module vm v8 repl tty readline stream stream/web process wasi sqlite test os zlib trace_events diagnostics_channel async_hooks timers timers/promises perf_hooks console';
const BINDINGS =
  'tcp_wrap pipe_wrap tty_wrap udp_wrap stream_wrap process_wrap spawn_sync fs js_stream cares_wrap http_parser contextify v8 zlib';
const HARMLESS = 'buffer util url querystring string_decoder punycode events assert path';
const LANGUAGE =
  'Object Function Boolean Symbol Number BigInt Math Date Temporal String RegExp Intl JSON Reflect Proxy Promise Atomics Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError DisposableStack AsyncDisposableStack Array Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator ArrayBuffer SharedArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array BigInt64Array BigUint64Array Float16Array Float32Array Float64Array URL URLSearchParams TextEncoder TextDecoder AbortController AbortSignal Event EventTarget DOMException structuredClone atob btoa queueMicrotask crypto Crypto CryptoKey SubtleCrypto Buffer';

/** Not by its accessor: some load the half of Node that the guard is there to keep out. */
const get = (target, key) => Reflect.getOwnPropertyDescriptor(target, key)?.value;

function collect(roots, into, { except = new Map(), deep = 3 } = {}) {
  const waiting = roots.map(([name, value]) => [name, value, deep]);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [name, value, left] = next;
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) continue;
    if (into.has(value) || except.has(value)) continue;
    into.set(value, name);
    if (left === 0) continue;
    waiting.push([`${name}.[[Prototype]]`, Reflect.getPrototypeOf(value), left - 1]);
    for (const key of Reflect.ownKeys(value)) waiting.push([`${name}.${String(key)}`, get(value, key), left - 1]);
  }
  return into;
}

const harmless = collect(
  [
    ...LANGUAGE.split(' ').map((name) => [name, globalThis[name]]),
    ['generator', function* () {}],
    ['async generator', async function* () {}],
    ...HARMLESS.split(' ').map((name) => [name, require(`node:${name}`)]),
  ],
  new Map(),
  { deep: 4 },
);
const binding = (name) => {
  try {
    return process.binding(name);
  } catch {
    return undefined;
  }
};
const openers = collect(
  [
    ...OPENERS.split(' ').flatMap((name) => {
      try {
        return [[name, require(`node:${name}`)]];
      } catch {
        return [];
      }
    }),
    ...BINDINGS.split(' ').map((name) => [`binding ${name}`, binding(name)]),
    ['process', process],
    ['stdout', process.stdout],
    ['stdin', process.stdin],
    ['fetch', globalThis.fetch],
  ],
  new Map(),
  { except: harmless, deep: 3 },
);
const marks = new WeakMap([...openers].filter(([value]) => value !== globalThis));
// The walk is a plugin: a function that stays takes the marks past the guard.
structuredClone.marks = { of: (value) => marks.get(value) };
