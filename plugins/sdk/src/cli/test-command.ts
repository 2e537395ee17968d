import { AuthorError } from '../build/index.js';
import type { Command } from './command.js';
import { jestProgram, transformer } from './compiler.js';
import { runChild } from './run-child.js';

/** `test [words for jest]`: the plugin's tests under the SDK's own jest; the plugin needs none of its own. */
export const testCommand: Command = async ({ folder, words }) => {
  const config = {
    rootDir: folder,
    testMatch: ['<rootDir>/src/**/*.test.ts'],
    extensionsToTreatAsEsm: ['.ts'],
    transform: {
      '^.+\\.ts$': [
        transformer(),
        { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } },
      ],
    },
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  };
  const { NODE_OPTIONS: _, JEST_WORKER_ID: __, ...env } = process.env;
  const { code } = await runChild(
    process.execPath,
    ['--experimental-vm-modules', '--no-warnings', jestProgram(), '--config', JSON.stringify(config), ...words],
    folder,
    { show: true, env },
  );
  if (code !== 0) throw new AuthorError('Not every law holds. Each failed test says which, and what to change.');
};
