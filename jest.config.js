/** One run, a project each room. `npm test` runs them all; `--selectProjects schema` runs one. */
const source = {
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
    '^@planwright/schema$': '<rootDir>/schema/src/index.ts',
    '^@planwright/schema/figures$': '<rootDir>/schema/src/figures/share-text.ts',
    '^@planwright/seeds$': '<rootDir>/seeds/src/index.ts',
    '^@planwright/plugin-sdk$': '<rootDir>/plugins/sdk/src/index.ts',
    '^@planwright/plugin-sdk/testing$': '<rootDir>/plugins/sdk/src/testing/index.ts',
    '^@planwright/plugin-(core|smtp|webhook|sms)$': '<rootDir>/plugins/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  setupFiles: ['<rootDir>/.ci/property-seed.mjs'],
  rootDir: import.meta.dirname,
};

const room = (name, settings = {}) => ({
  ...source,
  displayName: name,
  roots: [`<rootDir>/${name}`],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.next/', '/e2e/', '/bench/'],
  ...settings,
});

export default {
  projects: [
    room('schema'),
    room('seeds'),
    room('plugins'),
    room('server', {
      globalSetup: '<rootDir>/server/src/testing/global-setup.ts',
      globalTeardown: '<rootDir>/server/src/testing/global-teardown.ts',
    }),
    room('studio', { moduleNameMapper: { ...source.moduleNameMapper, '^@/(.*)$': '<rootDir>/studio/$1' } }),
    room('e2e', { roots: ['<rootDir>/studio/e2e'], testPathIgnorePatterns: ['/node_modules/'] }),
  ],
};
