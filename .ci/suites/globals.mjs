// `@jest/globals` for suites that run in Node itself. What is shared between suites is loaded once and must still speak to the
// suite that runs now, so each name asks for it when it is used.
let current;

/** What `describe`, `test`, `expect` … mean from now on. */
export function enterSuite(globals) {
  current = globals;
}

const ofSuite = (name) => {
  if (!current) throw new Error(`${name} was used while no suite runs`);
  return current[name];
};
const asked = (name) =>
  new Proxy(() => undefined, {
    apply: (_, self, given) => Reflect.apply(ofSuite(name), self, given),
    get: (_, key) => ofSuite(name)[key],
  });

export const afterAll = asked('afterAll');
export const afterEach = asked('afterEach');
export const beforeAll = asked('beforeAll');
export const beforeEach = asked('beforeEach');
export const describe = asked('describe');
export const expect = asked('expect');
export const it = asked('it');
export const jest = asked('jest');
export const test = asked('test');

// For whoever looks for a runner in the open, as the laws for plugins do.
Object.assign(globalThis, { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test });
