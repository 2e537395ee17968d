// `npm run chaos [-- messages [seed]]`: reminders go out while their senders are killed and the database is cut off.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const main = path.join(root, 'node_modules', '.cache', 'planwright-chaos.mjs');
await build({
  entryPoints: [path.join(root, 'server/src/reminders/testing/chaos/main.ts')],
  outfile: main,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  packages: 'external',
  logLevel: 'error',
});
process.chdir(root);
await import(pathToFileURL(main).href);
