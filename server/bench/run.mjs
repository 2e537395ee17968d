// The figures that Planwright promises, beside peers and floors in the same run. Everything stays on the loopback.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect } from '../dist/database/connect.js';
import { startEmbedded } from '../dist/database/embedded/start-embedded.js';
import { migrate } from '../dist/start.js';
import { loadData } from './load-data.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
if (!existsSync(path.join(here, 'node_modules', 'postgraphile'))) {
  console.log('Installing what is measured against (PostGraphile and others), once …');
  execFileSync('npm', ['ci', '--workspaces=false', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

const benches = {
  evaluate: async () => (await import('./evaluate.mjs')).benchEvaluate(),
  refresh: async (world) => (await import('./refresh.mjs')).benchRefresh(world),
  page: async (world) => (await import('./board-page.mjs')).benchBoardPage(world),
  record: async (world) => (await import('./record-progress.mjs')).benchRecordProgress(world),
  reminders: async (world) => (await import('./reminders.mjs')).benchReminders(world),
  hostile: async (world) => (await import('./hostile.mjs')).benchHostile(world),
  results: async (world) => (await import('./open-results.mjs')).benchOpenResults(world),
  newcomer: async () => (await import('./newcomer.mjs')).benchNewcomer(),
  history: async (world) => (await import('./history.mjs')).benchHistory(world),
  migration: async (world) => (await import('./migration-preview.mjs')).benchMigrationPreview(world),
  'sign-in': async (world) => (await import('./sign-in-storm.mjs')).benchSignInStorm(world),
  people: async (world) => (await import('./people.mjs')).benchPeople(world),
  sockets: async (world) => (await import('./idle-sockets.mjs')).benchIdleSockets(world),
  'fan-out': async (world) => (await import('./fan-out.mjs')).benchFanOut(world),
};
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benches[name]);
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown[0]}"; choose from ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'cpu'}; medians of interleaved rounds, range in brackets.`,
);
const load = () => loadavg()[0].toFixed(1);
const before = load();
const minutes = (ms) => (ms / 60_000).toFixed(1);
const began = performance.now();
const took = [];
const folder = mkdtempSync(path.join(tmpdir(), 'planwright-bench-'));
chmodSync(folder, 0o755);
const postgres = await startEmbedded({ folder: path.join(folder, 'postgres') });
try {
  await migrate(postgres.ownerUrl, 'planwright_app');
  const admin = new URL(postgres.adminUrl);
  admin.pathname = new URL(postgres.ownerUrl).pathname;
  const owner = await connect(admin.toString());
  // Loading only: foreign keys of 300,000 rows that are right by construction need not be checked one by one.
  await owner.query(`set session_replication_role = 'replica'`);
  const { rows } = await owner.query('show server_version');
  console.log(`PostgreSQL ${rows[0].server_version}; loading 10,000 enrolments with 30 items each …`);
  const data = await loadData(owner);
  await owner.query(`set session_replication_role = 'origin'`);
  for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
    const start = performance.now();
    await benches[name]({ ...postgres, owner, data });
    took.push(`${name} ${minutes(performance.now() - start)}`);
  }
  console.log(`\nTook ${minutes(performance.now() - began)} min: ${took.join(', ')}, the rest to load the data.`);
  console.log(`Load of the machine before ${before} and after ${load()} (runnable processes, last minute).`);
  await owner.end();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
