// Looks for a way out, one door after the other, and tells what it found behind each.
const doors = {
  environment: () => Object.keys(process.env).length > 0 && 'environment',
  'import fs': () => import('node:fs'),
  // biome-ignore lint/style/useNodejsImportProtocol: the other spelling is a door of its own
  'import fs without prefix': () => import('fs'),
  'import net': () => import('node:net'),
  'import http': () => import('node:http'),
  'import dns': () => import('node:dns'),
  'import child_process': () => import('node:child_process'),
  'import worker_threads': () => import('node:worker_threads'),
  'import module': () => import('node:module'),
  'import v8': () => import('node:v8'),
  'import vm': () => import('node:vm'),
  'import inspector': () => import('node:inspector'),
  'import process': () => import('node:process'),
  'import sqlite': () => import('node:sqlite'),
  'import a data URL': () => import('data:text/javascript,import fs from "node:fs"; export default fs'),
  'import a file': () => import('file:///etc/passwd'),
  'import the guard': async () => {
    const stack = new Error('where').stack ?? '';
    const file = /file:\/\/[^\s:)]+\/child\//.exec(stack)?.[0];
    return import(`${file ?? 'file:///child/'}guard.mts`).catch(() => import(`${file ?? 'file:///child/'}guard.mjs`));
  },
  'process.getBuiltinModule': () => process.getBuiltinModule('fs'),
  'process.binding': () => process.binding('fs'),
  'process._linkedBinding': () => process._linkedBinding('fs'),
  'process.dlopen': () => process.dlopen({}, '/lib/libc.so'),
  'process.mainModule': () => process.mainModule.require('fs'),
  'process by its constructor': () => process.constructor('return process')(),
  // biome-ignore lint/style/useNodejsImportProtocol: as above
  require: () => require('fs'),
  // biome-ignore lint/security/noGlobalEval: a door
  eval: () => globalThis.eval('1'),
  Function: () => new Function('return 1')(),
  'a function from a function': () => (async () => undefined).constructor('return 1')(),
  fetch: () => fetch('http://127.0.0.1/'),
  WebSocket: () => new WebSocket('ws://127.0.0.1/'),
  EventSource: () => new EventSource('http://127.0.0.1/'),
  WebAssembly: () => new WebAssembly.Memory({ initial: 1 }),
  'the stream of the console': () => new console._stdout.constructor(),
  'raw lines': () => console._stdout.write('{"t":"log","level":"info","message":"raw","fields":{}}\n'),
  'a patched prototype': () => {
    let caught;
    Object.defineProperty(Object.prototype, 'handle', { set: (value) => (caught = value), configurable: true });
    console.log('a line makes a request');
    return caught ?? 'patched';
  },
  'a patched emitter': async () => {
    const { EventEmitter } = await import('node:events');
    EventEmitter.prototype.emit = function () {
      return this;
    };
    return 'patched';
  },
  'a patched promise': () => Reflect.set(Promise.prototype, 'then', () => 'patched') && 'patched',
  'the next timer': () => setTimeout(() => undefined, 1000)._idleNext,
  'the timer as this': () =>
    new Promise((done) =>
      setTimeout(function () {
        done(this);
      }, 0),
    ),
  'frames of the stack': () => {
    const prepare = Error.prepareStackTrace;
    Error.prepareStackTrace = (_, sites) =>
      sites.map((site) => site.getThis() ?? site.getFunction()).find((found) => found !== undefined);
    const found = new Error('frames').stack;
    Error.prepareStackTrace = prepare;
    return found;
  },
};
export default {
  id: 'hostile',
  version: '1.0.0',
  api: 1,
  config: { shape: {} },
  check: async () => {
    const messages = [];
    for (const [door, open] of Object.entries(doors))
      try {
        const behind = await open();
        messages.push({ en: behind ? `OPEN ${door}: ${typeof behind}` : `closed ${door}` });
      } catch (error) {
        messages.push({ en: `closed ${door}: ${error.name}` });
      }
    return { verdict: 'ok', messages };
  },
};
