import { createRequire } from 'node:module';
import path from 'node:path';
import { type ChildRun, runChild } from './run-child.js';

const require = createRequire(import.meta.url);
const folderOf = (name: string): string => path.dirname(require.resolve(`${name}/package.json`));

/** The TypeScript compiler that came with the SDK. */
export const compile = (folder: string, parameters: readonly string[]): Promise<ChildRun> =>
  runChild(
    process.execPath,
    [path.join(folderOf('typescript'), 'bin/tsc'), '-p', 'tsconfig.json', ...parameters],
    folder,
  );

export const jestProgram = (): string => path.join(folderOf('jest'), 'bin/jest.js');
export const moduleFolder = folderOf;
export const transformer = (): string => require.resolve('@swc/jest');
