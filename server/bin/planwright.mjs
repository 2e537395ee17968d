#!/usr/bin/env node
// The commands a person runs. Needs nothing but Node 20 and npm: it installs what is missing, goes on under the Node
// that the packages bring, builds what changed, and starts the parts.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { continueUnderOwnNode } from './own-node.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const commands = {
  start: () => import('./start.mjs').then(({ start }) => start(root, 'demo')),
  dev: () => import('./start.mjs').then(({ start }) => start(root, 'development')),
  serve: () => import('./start.mjs').then(({ start }) => start(root, 'production')),
  migrate: () => import('./run-once.mjs').then(({ runOnce }) => runOnce(root, ['server/dist/main.js', 'migrate'])),
  'create-admin': () =>
    import('./run-once.mjs').then(({ runOnce }) =>
      runOnce(root, ['server/dist/main.js', 'create-admin', ...process.argv.slice(3)]),
    ),
  'rebuild-projections': () =>
    import('./run-once.mjs').then(({ runOnce }) =>
      runOnce(root, ['server/dist/main.js', 'rebuild-projections', ...process.argv.slice(3)]),
    ),
  'rotate-secrets': () =>
    import('./run-once.mjs').then(({ runOnce }) => runOnce(root, ['server/dist/main.js', 'rotate-secrets'])),
  'allow-passwords': () =>
    import('./run-once.mjs').then(({ runOnce }) =>
      runOnce(root, ['server/dist/main.js', 'allow-passwords', ...process.argv.slice(3)]),
    ),
  'import-history': () =>
    import('./run-once.mjs').then(({ runOnce }) =>
      runOnce(root, ['server/dist/main.js', 'import-history', ...process.argv.slice(3)]),
    ),
  'example-oulad': () =>
    import('./run-once.mjs').then(({ runOnce }) =>
      runOnce(root, ['server/dist/main.js', 'example-oulad', ...process.argv.slice(3)]),
    ),
  bench: () =>
    import('./run-once.mjs').then(({ runOnce }) => runOnce(root, ['server/bench/run.mjs', ...process.argv.slice(3)])),
  chaos: () =>
    import('./run-once.mjs').then(({ runOnce }) => runOnce(root, ['server/bin/chaos.mjs', ...process.argv.slice(3)])),
  // Needs nothing built: it lives through the sources.
  soak: () => import('../soak/run.mjs'),
};

const command = commands[process.argv[2] ?? ''];
try {
  if (!command) throw new Error(`Say what to do: ${Object.keys(commands).join(', ')}.`);
  await ensureInstalled(root);
  await continueUnderOwnNode(root);
  await command();
} catch (cause) {
  if (!cause?.saidWhy) console.error(cause instanceof Error ? cause.message : String(cause));
  process.exit(1);
}
