// Runs before everything else in a plugin's process. It takes away what a plugin has no use for: modules of Node, the network, the
// process itself. What is left is frozen before the bundle loads (./frozen). The runtime's own permissions and the kernel's part are
// in ../isolation: each has to hold alone.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';
import { takeAwayGlobals } from './globals.mts';

const realProcess = globalThis.process;

/** Modules without any reach beyond their arguments. */
const HARMLESS: ReadonlySet<string> = new Set([
  'buffer',
  'util',
  'url',
  'querystring',
  'string_decoder',
  'punycode',
  'events',
  'assert',
  'path',
]);

let bundleUrl: string | undefined;
let bundleHash = '';

class Refused extends Error {
  constructor(what: string) {
    super(`${what} is not there for plugins. Use ctx for the network, secrets and state.`);
    this.name = 'Refused';
  }
}

module.registerHooks({
  resolve(specifier, context, next) {
    if (bundleUrl === undefined || specifier === bundleUrl) return next(specifier, context);
    const name = specifier.replace(/^node:/, '');
    if (HARMLESS.has(name)) return next(`node:${name}`, context);
    throw new Refused(specifier.slice(0, 200));
  },
  load(url, context, next) {
    if (url !== bundleUrl) return next(url, context);
    // The bytes that were checked are the bytes that run: no second look at the file between the two.
    const source = readFileSync(fileURLToPath(url));
    if (createHash('sha256').update(source).digest('hex') !== bundleHash) throw new Error('bytes');
    return { format: 'module', source, shortCircuit: true };
  },
});

/** Members of harmless modules that hold handles of the engine, or load what does. */
const HANDLES: Record<string, readonly string[]> = {
  'node:buffer': ['Blob', 'File', 'resolveObjectURL'],
  'node:util': ['setTraceSigInt'],
  'node:events': ['EventEmitterAsyncResource'],
};

/** What a bundle may import: each module's own object, which is live under every import of it. */
export function harmlessModules(): object[] {
  const require = module.createRequire(import.meta.url);
  for (const [name, members] of Object.entries(HANDLES))
    for (const member of members) Reflect.deleteProperty(require(name), member);
  module.syncBuiltinESMExports();
  return [...HARMLESS].map((name) => require(`node:${name}`) as object);
}

/** From here on nothing but this bundle and harmless modules can be loaded. */
export async function loadBundle(url: string, sha256: string): Promise<unknown> {
  bundleUrl = url;
  bundleHash = sha256;
  return import(url);
}

/** What the entry needs of the process; a plugin cannot import this file. */
export const real = {
  input: realProcess.stdin,
  output: realProcess.stdout,
  exit: (code: number): never => realProcess.exit(code),
};

const refuse = (what: string) => () => {
  throw new Refused(what);
};

function hide(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: false, configurable: false, enumerable: false });
}

for (const name of [
  'kill',
  '_kill',
  '_debugProcess',
  'dlopen',
  'binding',
  '_linkedBinding',
  'getBuiltinModule',
  'chdir',
  'setuid',
  'setgid',
  'loadEnvFile',
  'execve',
])
  hide(realProcess, name, refuse(`process.${name}`));
for (const name of ['setFlagsFromString', 'setHeapSnapshotNearHeapLimit', 'writeHeapSnapshot', 'startupSnapshot'])
  Reflect.set(v8, name, refuse(`v8.${name}`));

takeAwayGlobals();

const exit = (code = 0): never => realProcess.exit(code);
const abort = (): never => realProcess.abort();

/** The process as a plugin sees it: enough for libraries that look at it, nothing that reaches outside. Ending itself is allowed. */
hide(globalThis, 'process', {
  env: {},
  argv: [],
  platform: realProcess.platform,
  version: realProcess.version,
  versions: { node: realProcess.versions.node },
  cwd: () => '/',
  nextTick: (work: (...values: unknown[]) => void, ...values: unknown[]) => queueMicrotask(() => work(...values)),
  emitWarning: () => undefined,
  exit,
  abort,
});
