#!/usr/bin/env node
// `npm run soak`: twelve weeks of reminders for 200 managers, lived through a thousand times with everything that may go wrong, on the
// pure engine and the plugins' own rules. The first seed that breaks a property is printed with what broke; PLANWRIGHT_SEED=<n> lives
// through that one again. `--seeds 50 --people 40` for less, `--from 1000` for others.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');
const option = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const replayed = process.env.PLANWRIGHT_SEED;
const from = replayed === undefined ? option('from', 1) : Number(replayed);
const count = replayed === undefined ? option('seeds', 1000) : 1;
const people = option('people', 200);
if (![from, count, people].every(Number.isSafeInteger))
  throw new Error('--from, --seeds, --people and PLANWRIGHT_SEED are whole numbers');

// The sources as they are, so that a soak never runs what was built before.
const folder = mkdtempSync(path.join(os.tmpdir(), 'planwright-soak-'));
const bundle = path.join(folder, 'seeds.mjs');
await build({
  entryPoints: [path.join(import.meta.dirname, 'live-through.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
  alias: {
    '@planwright/schema': path.join(root, 'schema/src/index.ts'),
    '@planwright/plugin-sdk': path.join(root, 'plugins/sdk/src/index.ts'),
    '@planwright/plugin-core': path.join(root, 'plugins/core/src/index.ts'),
  },
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});

const workers = Math.max(1, Math.min(os.availableParallelism(), count));
const began = performance.now();
const totals = { seeds: 0, occurrences: 0, messages: 0, failed: [] };
let next = from;
await Promise.all(Array.from({ length: workers }, () => work()));
rmSync(folder, { recursive: true, force: true });
const seconds = Math.round((performance.now() - began) / 1000);
console.log(
  `${totals.seeds} seeds of ${people} people in ${seconds} s: ${totals.occurrences} occurrences, ${totals.messages} messages, ${totals.failed.length} seeds with violations`,
);
if (totals.failed.length > 0) {
  console.log(`Live through one again: PLANWRIGHT_SEED=${totals.failed[0]} npm run soak -- --people ${people}`);
  process.exitCode = 1;
}

/** One process, given seed after seed. */
function work() {
  return new Promise((resolve) => {
    const child = fork(bundle, [path.join(root, 'seeds/plans/retail-new-manager.yaml')], { stdio: 'inherit' });
    let seed;
    const give = () => {
      if (next >= from + count) return child.disconnect();
      seed = next++;
      child.send({ seed, people });
    };
    child.on('message', (done) => {
      totals.seeds += 1;
      totals.occurrences += done.occurrences;
      totals.messages += done.messages;
      if (done.violations.length > 0) {
        totals.failed.push(done.seed);
        console.log(`✗ seed ${done.seed}\n  ${done.violations.join('\n  ')}`);
      }
      if (totals.seeds % 50 === 0) console.log(`  ${totals.seeds} of ${count} seeds`);
      seed = undefined;
      give();
    });
    child.on('exit', (code) => {
      if (seed !== undefined) {
        totals.failed.push(seed);
        console.log(`✗ seed ${seed}: the simulation ended with code ${code}`);
      }
      resolve();
    });
    give();
  });
}
