// jest with Node's own modules instead of a sandbox a suite: a worker loads the product once and not 250 times. Suites share what
// they import, so a module must not keep what belongs to one test; those that replace modules (`*.mocked.test.ts`) have a sandbox.
import { createRequire, enableCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import { enterSuite } from './globals.mjs';
import { mapNames } from './hooks.mjs';

const require = createRequire(import.meta.url);
const { ModuleMocker } = createRequire(require.resolve('jest'))('jest-mock');

enableCompileCache();
process.setSourceMapsEnabled(true);
/** Where jest-circus looks for what `jest.setTimeout` was told. */
const LONGEST_MS = Symbol.for('TEST_TIMEOUT_SYMBOL');
let modules = 0;

/** As much of jest-runtime as the runner and jest-circus ask for. */
export default class SharedModules {
  #mocker = new ModuleMocker(globalThis);
  #environment = { ...process.env };

  constructor({ moduleNameMapper }) {
    mapNames(moduleNameMapper);
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  /** The suite and its set-up are loaded afresh; what they import is not. */
  unstable_importModule(file) {
    modules += 1;
    return import(`${pathToFileURL(file)}?load=${modules}`);
  }

  /** jest-circus keeps the tests of a suite in its module and its listeners on the global object. */
  requireInternalModule(file) {
    delete require.cache[file];
    delete globalThis[Symbol.for('EVENT_HANDLERS')];
    return require(file);
  }

  requireModule(file) {
    return require(file);
  }

  setGlobalsForRuntime(globals) {
    const of = (name) => this.#mocker[name].bind(this.#mocker);
    const setTimeout = (ms) => {
      globalThis[LONGEST_MS] = ms;
    };
    enterSuite({
      ...globals,
      jest: { setTimeout, fn: of('fn'), spyOn: of('spyOn'), restoreAllMocks: of('restoreAllMocks') },
    });
  }

  /** Puts back what a suite may have changed for the ones after it. */
  teardown() {
    this.#mocker.restoreAllMocks();
    delete globalThis[LONGEST_MS];
    for (const name of Object.keys(process.env)) if (!(name in this.#environment)) delete process.env[name];
    Object.assign(process.env, this.#environment);
  }

  getSourceMaps() {
    return new Map();
  }

  getAllCoverageInfoCopy() {
    return undefined;
  }

  enterTestCode() {}

  leaveTestCode() {}
}
