#!/usr/bin/env node
// The commands of a plugin's author; their code is built with the SDK.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/cli/main.js', import.meta.url);
if (!existsSync(fileURLToPath(built))) {
  console.error('The SDK is not built yet. Run `npm run build` in the checkout of Planwright first.');
  process.exit(1);
}
const { main } = await import(built.href);
process.exitCode = await main(process.argv.slice(2), process.cwd());
