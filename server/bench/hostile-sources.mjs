import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The hostile plugins, their service and the queries that enable them: the very ones of the tests. */
export async function hostileSources() {
  const testing = fileURLToPath(new URL('../src/plugins/testing/', import.meta.url));
  const folder = mkdtempSync(path.join(tmpdir(), 'planwright-hostile-'));
  const outfile = path.join(folder, 'sources.mjs');
  try {
    await build({
      stdin: {
        contents: ['canaries', 'hostile-plugins', 'plugin-folder', 'plugin-queries']
          .map((name) => `export * from './${name}.ts';`)
          .join('\n'),
        resolveDir: testing,
        loader: 'ts',
      },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node24',
      packages: 'external',
      logLevel: 'error',
      // The code of the plugins lies beside the sources.
      define: { 'import.meta.url': JSON.stringify(pathToFileURL(path.join(testing, 'here.ts')).href) },
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
