/** One run, a project each room. `npm test` runs them all; `--selectProjects schema` runs one. */
const source = {
  // Suites run in Node itself and share its modules: loading the product for each of them took a third of the time.
  runtime: '<rootDir>/.ci/suites/runtime.mjs',
  testEnvironment: '<rootDir>/.ci/suites/environment.mjs',
  // For what jest loads itself: set-up, tear-down and the suites in a sandbox.
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
          target: 'es2023',
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^@planwright/schema/([a-z]+)$': '<rootDir>/schema/src/$1/index.ts',
    '^@planwright/seeds$': '<rootDir>/seeds/src/index.ts',
    '^@planwright/plugin-sdk$': '<rootDir>/plugins/sdk/src/index.ts',
    '^@planwright/plugin-sdk/testing$': '<rootDir>/plugins/sdk/src/testing/index.ts',
    '^@planwright/plugin-(core|smtp|webhook|sms)$': '<rootDir>/plugins/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  setupFiles: ['<rootDir>/.ci/decorators.mjs', '<rootDir>/.ci/property-seed.mjs'],
  rootDir: import.meta.dirname,
};

const ELSEWHERE = ['/node_modules/', '/dist/', '/.next/', '/bench/'];

/** Suites that load the machine, or end processes of the product: `*.alone.test.ts` runs with nothing beside it. */
const ALONE = '\\.alone\\.test\\.ts$';

const STUDIO = { ...source.moduleNameMapper, '^@/(.*)$': '<rootDir>/studio/$1' };
/** Suites that replace modules, `*.mocked.test.ts`: jest's own sandbox loads everything for each of them. */
const MOCKED = '\\.mocked\\.test\\.ts$';
const sandbox = {
  runtime: 'jest-runtime',
  testEnvironment: 'node',
};

const room = (name, settings = {}) => ({
  ...source,
  displayName: name,
  roots: [`<rootDir>/${name}`],
  testPathIgnorePatterns: [...ELSEWHERE, '/e2e/', ALONE, MOCKED],
  ...settings,
});

const cluster = {
  globalSetup: '<rootDir>/server/src/testing/global-setup.ts',
  globalTeardown: '<rootDir>/server/src/testing/global-teardown.ts',
};

export default {
  // Of the tests that say they may run at once (the looks at pages): as many as there are cores.
  maxConcurrency: 2,
  // A limit only bounds a failure; it is no guess at how fast a machine is.
  testTimeout: 300_000,
  testSequencer: '<rootDir>/.ci/longest-first.mjs',
  projects: [
    room('schema'),
    room('seeds'),
    room('plugins'),
    room('server', cluster),
    // Whoever holds a connection while it waits for another is found out where there are only two.
    room('pool', {
      ...cluster,
      roots: ['<rootDir>/server'],
      testMatch: ['**/http/every-operation.test.ts', '**/http/list-statements.test.ts', '**/plugins/pins/*.test.ts'],
      setupFiles: [...source.setupFiles, '<rootDir>/.ci/two-connections.mjs'],
    }),
    room('studio', { moduleNameMapper: STUDIO, testPathIgnorePatterns: [...ELSEWHERE, '/e2e/', '/workbench/', ALONE] }),
    room('mocked', {
      ...cluster,
      ...sandbox,
      roots: ['<rootDir>/server'],
      testPathIgnorePatterns: ELSEWHERE,
      testMatch: ['**/*.mocked.test.ts'],
    }),
    room('e2e', {
      roots: ['<rootDir>/studio/e2e'],
      testPathIgnorePatterns: ['/node_modules/', ALONE],
      globalSetup: '<rootDir>/studio/e2e/run-setup.ts',
      globalTeardown: '<rootDir>/studio/e2e/run-teardown.ts',
    }),
    // The parts of the studio by themselves, each in every state.
    room('workbench', {
      roots: ['<rootDir>/studio/workbench'],
      moduleNameMapper: STUDIO,
      testPathIgnorePatterns: ['/node_modules/'],
    }),
    room('alone', {
      roots: ['<rootDir>/server', '<rootDir>/studio/e2e'],
      testPathIgnorePatterns: ELSEWHERE,
      testMatch: ['**/*.alone.test.ts'],
      ...cluster,
    }),
  ],
};
