// Walks everything that a plugin can reach: the global object, what it may import, its context, and what these make when they are
// called with `new`. Tells what it found that opens something, and what it could change.
import assert from 'node:assert';
import buffer from 'node:buffer';
import events from 'node:events';
import path from 'node:path';
import punycode from 'node:punycode';
import querystring from 'node:querystring';
import string_decoder from 'node:string_decoder';
import url from 'node:url';
import util from 'node:util';

const marks = structuredClone.marks;
const OPENS =
  /^(?:Socket|Server|Pipe|TCP|TTY|UDP|Process|ChildProcess|FileHandle|FSReqCallback|ReadStream|WriteStream|SyncWriteStream|Worker|MessagePort|Agent|ClientRequest|DatabaseSync|Resolver|ShutdownWrap|WriteWrap|connect|createConnection|spawn|execFile|fork|open|openSync|writeSync|writev|dlopen|binding|internalBinding|getBuiltinModule|createRequire|requireBuiltin)$/;

/** Said in the guard: how deep stacks are, and a flag of Node that cannot be closed. */
const STAYS = /^(?:stackTraceLimit|Symbol\(kCapture\))$/;

const isHolder = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

function read(object, key) {
  try {
    return Reflect.get(object, key);
  } catch (error) {
    // What Node throws may lead somewhere, too.
    return error;
  }
}

/** What the plugin itself made may be changed by it, of course, and is looked at last; so is what an error of Node's is an instance of. */
function walk(roots) {
  const opens = [];
  const changeable = [];
  const seen = new Set();
  const shared = [];
  const made = [];
  const look = (value, name, own) => {
    if (isHolder(value) && !seen.has(value)) (own ? made : shared).push([value, name, own]);
  };
  for (const [name, value, own] of roots) look(value, name, own);
  for (let next = shared.pop() ?? made.pop(); next; next = shared.pop() ?? made.pop()) {
    const [object, name, own] = next;
    if (seen.has(object)) continue;
    seen.add(object);
    const mark = marks?.of(object);
    if (mark !== undefined) opens.push(`${name} is ${mark}`);
    else if (typeof object === 'function' && OPENS.test(object.name)) opens.push(`${name} is called ${object.name}`);
    if (!own && object !== globalThis && Object.isExtensible(object)) changeable.push(name);
    // The global object takes new names, and keeps what it has.
    if (!own)
      for (const key of Reflect.ownKeys(object)) {
        const { writable, configurable } = Reflect.getOwnPropertyDescriptor(object, key);
        if ((writable || configurable) && !ArrayBuffer.isView(object) && !STAYS.test(String(key)))
          changeable.push(`${name}.${String(key)}`);
      }
    look(Reflect.getPrototypeOf(object), `${name}.[[Prototype]]`, own && object instanceof Error);
    for (const key of Reflect.ownKeys(object)) {
      const part = typeof key === 'symbol' ? `${name}[${String(key)}]` : `${name}.${key}`;
      const descriptor = Reflect.getOwnPropertyDescriptor(object, key);
      look(descriptor.get, `get ${part}`, own);
      look(descriptor.set, `set ${part}`, own);
      const value = read(object, key);
      // Each reading may make a new one; an error is of this walk.
      look(value, part, own || value instanceof Error || (descriptor.get !== undefined && read(object, key) !== value));
    }
    if (
      mark === undefined &&
      typeof object === 'function' &&
      /^[A-Z]/.test(object.name) &&
      object !== FinalizationRegistry
    )
      try {
        look(new object(), `new ${name}`, true);
      } catch (error) {
        look(error, `error of new ${name}`, true);
      }
  }
  return { opens, changeable, seen: seen.size };
}

const modules = { assert, buffer, events, path, punycode, querystring, string_decoder, url, util };

export default {
  id: 'hostile',
  version: '1.0.0',
  api: 1,
  config: { shape: {} },
  check: async (ctx) => {
    const namespaces = await Promise.all(
      Object.keys(modules).map(async (name) => [`import ${name}`, await import(`node:${name}`), true]),
    );
    const timer = setTimeout(() => undefined, 1000);
    const frames = (() => {
      try {
        return Object.getOwnPropertyDescriptor(new Error('here'), 'stack');
      } catch {
        return undefined;
      }
    })();
    const { opens, changeable, seen } = walk([
      ['globalThis', globalThis, false],
      ...Object.entries(modules).map(([name, value]) => [name, value, false]),
      ...namespaces,
      ['ctx', ctx, true],
      ['import.meta', import.meta, true],
      ['setTimeout()', timer, true],
      ['setInterval()', setInterval(() => undefined, 1000), true],
      ['setImmediate()', setImmediate(() => undefined), true],
      ['frames', frames, true],
      ['new URL()', new URL('https://a.example/?b'), true],
      ['new AbortController()', new AbortController(), true],
      ['AbortSignal.abort()', AbortSignal.abort(), true],
      ['AbortSignal.timeout()', AbortSignal.timeout(10), true],
      ['new Event()', new Event('x'), true],
      ['new EventEmitter()', new events.EventEmitter(), true],
      ['Buffer.from()', Buffer.from('x'), true],
      ['promise of ctx', ctx.kv.get('x'), true],
      ['error of ctx', await ctx.http({ url: 'https://nowhere.example/' }).catch((error) => error), true],
      ['iterator', [][Symbol.iterator](), true],
      ['generator', Object.getPrototypeOf(function* () {}), false],
      ['async function', Object.getPrototypeOf(async () => undefined), false],
      ['async generator', Object.getPrototypeOf(async function* () {}), false],
      ['segments', new Intl.Segmenter().segment('a')[Symbol.iterator](), true],
    ]);
    clearTimeout(timer);
    const cut = (list) => JSON.stringify({ count: list.length, first: list.slice(0, 40) });
    return {
      verdict: 'ok',
      messages: [{ en: cut(opens) }, { en: cut(changeable) }, { en: String(seen) }, { en: typeof marks }],
    };
  },
};
