import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { AuthorError, buildPlugin, writeBuilt } from '../build/index.js';

/** `build [--types]`: dist/plugin.mjs and its manifest; with `--types` also declarations, for packages that tests import. */
export async function buildCommand(folder: string, flags: ReadonlySet<string>): Promise<void> {
  const built = await buildPlugin(folder);
  await writeBuilt(folder, built);
  if (flags.has('--types')) await declarations(folder);
  const { id, version, contributes } = built.manifest;
  const kib = Math.ceil(built.code.byteLength / 1024);
  console.log(`${id} ${version}: dist/plugin.mjs, ${kib} KiB, ${contributes.length} contributions.`);
}

/** Types are checked by `tsc` itself, elsewhere: a plugin can be built while its tests do not compile yet. */
async function declarations(folder: string): Promise<void> {
  const tsc = path.join(path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  const parameters = [
    '-p',
    'tsconfig.json',
    '--noCheck',
    '--emitDeclarationOnly',
    '--declaration',
    '--sourceMap',
    'false',
    '--outDir',
    'dist/types',
  ];
  const code = await new Promise((resolve) => {
    spawn(process.execPath, [tsc, ...parameters], { cwd: folder, stdio: 'inherit' })
      .on('error', () => resolve(1))
      .on('exit', resolve);
  });
  if (code !== 0) throw new AuthorError('The declarations could not be written; the lines above say why.');
}
