import { AuthorError, buildPlugin, writeBuilt } from '../build/index.js';
import type { Command } from './command.js';
import { compile } from './compiler.js';

const DECLARATIONS = [
  '--noCheck',
  '--noEmit',
  'false',
  '--emitDeclarationOnly',
  '--declaration',
  '--sourceMap',
  'false',
];

/** `build [--types]`: dist/plugin.mjs and its manifest; with `--types` also declarations, for packages that tests import. */
export const buildCommand: Command = async ({ folder, flags, say }) => {
  const built = await buildPlugin(folder);
  await writeBuilt(folder, built);
  if (flags.has('--types')) {
    // Types are checked elsewhere: a plugin can be built while its tests do not compile yet.
    const { code, output } = await compile(folder, [...DECLARATIONS, '--outDir', 'dist/types']);
    if (code !== 0) throw new AuthorError(`The declarations could not be written:\n${output}`);
  }
  const { id, version, contributes } = built.manifest;
  const kib = Math.ceil(built.code.byteLength / 1024);
  say(
    `${id} ${version}: dist/plugin.mjs, ${kib} KiB, ${contributes.length} ${contributes.length === 1 ? 'contribution' : 'contributions'}.`,
  );
};
