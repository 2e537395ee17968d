import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/** Programs of the run as single files that plain node starts; packages stay outside. `root` is the repository. @returns the folder */
export async function bundlePrograms(root: string, names: readonly string[]): Promise<string> {
  const folder = path.join(root, 'node_modules', '.cache', `planwright-chaos-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: names.map((name) => path.join(root, 'server/src/reminders/testing/chaos', `${name}.ts`)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    alias: {
      '@planwright/schema': path.join(root, 'schema/src'),
      '@planwright/plugin-sdk': path.join(root, 'plugins/sdk/src/index.ts'),
    },
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
    logLevel: 'error',
  });
  return folder;
}
