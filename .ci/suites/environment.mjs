/** Suites that run in Node itself need no world of their own. */
export default class NoEnvironment {
  global = {};

  setup() {}

  teardown() {}

  getVmContext() {
    return null;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }
}
