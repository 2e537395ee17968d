import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CheckReport } from '@planwright/plugin-sdk';
import { Broker } from './broker/broker.js';
import { PluginChild } from './process/plugin-child.js';
import { PROCESS_LIMITS } from './process/process-limits.js';
import { childCommandLine } from './start-plugin-host.js';
import { buildPlugin, pluginCode } from './testing/build-plugin.js';
import { hostilePlugin } from './testing/hostile-plugin.js';
import { memorySession } from './testing/memory-session.js';
import { startTestHost, type TestHost } from './testing/test-host.js';
import { PROTOCOL } from './wire.js';

// Processes start slowly on a busy machine.
const preload = fileURLToPath(new URL('./testing/dangerous-preload.mjs', import.meta.url));

interface Found {
  count: number;
  first: string[];
}

let opens: Found;
let changeable: Found;
let seen: number;
let marked: string | undefined;
let child: PluginChild;
let host: TestHost['host'];

/** The shipped child with its shipped guard, and before both the marks on whatever opens something. */
beforeAll(async () => {
  ({ host } = await startTestHost());
  const release = await hostilePlugin('walks');
  const [command, ...line] = childCommandLine({ node: process.execPath }, release.bundle, 128);
  const entry = line.indexOf('--import');
  line.splice(entry, 0, `--allow-fs-read=${preload}`, '--import', preload);
  child = new PluginChild([command, ...line], PROCESS_LIMITS, { log: () => undefined, ended: () => undefined });
  const loading = await child.load({
    t: 'load',
    protocol: PROTOCOL,
    id: release.id,
    version: release.version,
    api: 1,
    bundle: pathToFileURL(path.resolve(release.bundle)).href,
    sha256: release.sha256,
    maxLine: PROCESS_LIMITS.output.maxLine,
    logLinesPerSecond: 20,
  });
  expect(loading).toMatchObject({ ok: true });
  const scope = await new Broker().open(release, memorySession(), 60_000, false);
  if (!scope.ok) throw new Error(scope.failure.message);
  const called = await child.call({ operation: 'check', key: '', args: {}, deadlineMs: 60_000, scope: scope.value });
  if (!called.ok) throw new Error(called.failure.message);
  const { messages } = called.value as unknown as CheckReport;
  const said = messages.map(({ en }) => en ?? '');
  opens = JSON.parse(said[0] ?? '') as Found;
  changeable = JSON.parse(said[1] ?? '') as Found;
  seen = Number(said[2]);
  marked = said[3];
});
afterAll(async () => {
  child?.kill({ kind: 'unavailable', message: 'The test is over.' });
  await host?.stop();
});

describe('everything that a plugin can reach, prototypes, symbols and accessors included', () => {
  it('is really walked, with the marks in place', () => {
    expect(marked).toBe('object');
    expect(seen).toBeGreaterThan(1000);
  });

  it('holds nothing that opens a socket, a pipe, a file or a process', () => {
    expect(opens).toEqual({ count: 0, first: [] });
  });

  it('is frozen: nothing of Node or the language can be patched', () => {
    expect(changeable).toEqual({ count: 0, first: [] });
  });
});

describe('what libraries do works all the same', () => {
  it.each([
    [
      'an error of one’s own',
      'class E extends Error { constructor() { super("m"); this.name = "E"; this.message = "n"; } } return String(new E());',
      'E: n',
    ],
    [
      'classes as compilers wrote them',
      'function A() {} function B() { this.constructor = A; } B.prototype = Object.prototype; A.prototype = new B(); A.prototype.toString = () => "a"; return String(new A());',
      'a',
    ],
    ['the depth of stacks', 'Error.stackTraceLimit = 3; return Error.stackTraceLimit;', 3],
    [
      'an emitter',
      'const e = new events.EventEmitter({ captureRejections: false }); let n = 0; e.once("x", (by) => { n += by; }); e.emit("x", 2); e.emit("x", 2); return n;',
      2,
    ],
    [
      'an emitter with its own method',
      'class E extends events.EventEmitter { constructor() { super(); this.emit = () => "mine"; } } return new E().emit();',
      'mine',
    ],
    ['a promised timer', 'return await util.promisify(setTimeout)(1, "later");', 'later'],
    [
      'timers that are cleared',
      'let n = 0; clearTimeout(setTimeout(() => { n += 1; }, 0)); clearImmediate(setImmediate(() => { n += 1; })); const t = setInterval(() => { n += 10; clearInterval(t); }, 1); await new Promise((done) => setTimeout(done, 20)); while (n === 0) await new Promise((done) => setTimeout(done, 1)); return n;',
      10,
    ],
    [
      'events and aborts',
      'const a = new AbortController(); let n = 0; a.signal.addEventListener("abort", () => { n += 1; }); a.abort(); return [n, a.signal.aborted];',
      [1, true],
    ],
    ['a global of a library', 'globalThis.__registry ??= new Map(); return globalThis.__registry.size;', 0],
    [
      'addresses and bytes',
      'return new URL("/b?c=" + Buffer.from("d").toString("hex"), "https://a.example").href + new TextDecoder().decode(new TextEncoder().encode("é"));',
      'https://a.example/b?c=64é',
    ],
    [
      'signatures',
      'return Buffer.from(await crypto.subtle.digest("SHA-256", new Uint8Array())).toString("hex").slice(0, 8);',
      'e3b0c442',
    ],
  ])('%s', async (_, body, expected) => {
    const code = `import events from 'node:events'; import util from 'node:util'; ${pluginCode(
      `check: async () => ({ verdict: 'ok', messages: [{ en: JSON.stringify(await (async () => { ${body} })().catch((error) => String(error))) }] })`,
    )}`;
    const called = await host.check(await buildPlugin({ code }), memorySession());
    const said = called.ok ? (called.value.messages[0]?.en ?? '') : called.failure.message;
    expect(said).toBe(JSON.stringify(expected));
  });
});
