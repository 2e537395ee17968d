#!/usr/bin/env node
// `npm run soak`: twelve weeks of reminders for ten managers, lived through a thousand times with everything that may go wrong, by the
// shipped planner and sender over the embedded database and the plugins' own rules. A seed that breaks a promise is printed with what
// broke; PLANWRIGHT_SEED=<n> lives through that one again. `--seeds 50 --people 40` for less, `--from 1000` for others. Then the figures:
// 10,000 experiments and reports of each kind in which nothing differs, and how often a difference is claimed (`--figures 1000` for fewer,
// 0 for none, `--seeds 0` for these alone).
import { fork } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
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
const people = option('people', 10);
const figures = replayed === undefined ? option('figures', 10_000) : 0;
if (![from, count, people, figures].every(Number.isSafeInteger))
  throw new Error('--from, --seeds, --people, --figures and PLANWRIGHT_SEED are whole numbers');

// The sources as they are, so that a soak never runs what was built before.
const folder = path.join(root, 'node_modules', '.cache', `planwright-soak-${process.pid}`);
mkdirSync(folder, { recursive: true });
const bundle = path.join(folder, 'live-through.mjs');
const figuresBundle = path.join(folder, 'error-rates.mjs');
await build({
  entryPoints: [path.join(import.meta.dirname, 'live-through.ts'), path.join(import.meta.dirname, 'error-rates.ts')],
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
  // What is installed is used as it is; it is found from within the repository.
  packages: 'external',
  tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
  alias: {
    '@planwright/schema': path.join(root, 'schema/src'),
    '@planwright/plugin-sdk': path.join(root, 'plugins/sdk/src/index.ts'),
    '@planwright/plugin-core': path.join(root, 'plugins/core/src/index.ts'),
  },
});

const workers = Math.min(os.availableParallelism(), count);
const began = performance.now();
const totals = { seeds: 0, occurrences: 0, notices: 0, messages: 0, killed: 0, failed: [] };
let next = from;
await Promise.all(Array.from({ length: workers }, () => work()));
const seconds = Math.round((performance.now() - began) / 1000);
console.log(
  `${totals.seeds} seeds of ${people} people in ${seconds} s: ${totals.occurrences} occurrences, ${totals.notices} notices, ${totals.messages} messages, ${totals.killed} workers killed, ${totals.failed.length} seeds with violations`,
);
if (totals.failed.length > 0) {
  console.log(`Live through one again: PLANWRIGHT_SEED=${totals.failed[0]} npm run soak -- --people ${people}`);
  process.exitCode = 1;
}

if (figures > 0) await measureFigures();
rmSync(folder, { recursive: true, force: true });

/** Worlds in which nothing differs: false alarms at most 5.5 %, coverage 93–97 %. */
async function measureFigures() {
  const scenarios = { next: 0, count: 1, wrong: 0 };
  const since = performance.now();
  await Promise.all(Array.from({ length: Math.max(1, os.availableParallelism()) }, () => measure(scenarios)));
  const took = Math.round((performance.now() - since) / 1000);
  console.log(
    `${scenarios.count} kinds of figures, ${figures} runs each, in ${took} s: ${scenarios.wrong} out of bounds`,
  );
  if (scenarios.wrong > 0) process.exitCode = 1;
}

/** One process, given scenario after scenario. */
function measure(scenarios) {
  return new Promise((resolve) => {
    const child = fork(figuresBundle, { stdio: 'inherit' });
    let running = false;
    child.on('message', (message) => {
      if (message.scenarios) scenarios.count = message.scenarios;
      else {
        running = false;
        if (!message.holds) scenarios.wrong += 1;
        const what = message.kind === 'COVERAGE' ? 'covered' : 'false alarms';
        console.log(`${message.holds ? '✓' : '✗'} ${(100 * message.found).toFixed(2)} % ${what}: ${message.name}`);
      }
      if (scenarios.next >= scenarios.count) return child.disconnect();
      running = true;
      child.send({ scenario: scenarios.next++, runs: figures });
    });
    child.on('exit', (code) => {
      if (running) {
        scenarios.wrong += 1;
        console.log(`✗ a process ended with code ${code}`);
      }
      resolve();
    });
  });
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
      if (done.ready) return give();
      totals.seeds += 1;
      for (const what of ['occurrences', 'notices', 'messages', 'killed']) totals[what] += done[what];
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
  });
}
