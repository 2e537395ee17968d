import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from '../../../database/connect.js';
import { WORKER_ROLE } from '../../../database/policy-sql.js';
import { runMigrations } from '../../../database/run-migrations.js';
import { installJobs } from '../../../jobs/install-jobs.js';
import { seededRandom } from '../../engine/random.js';
import { CHANNELS, type ChaosSetting } from './kinds.js';
import { enrolCrowd } from './people.js';
import { ended, type Program, startProgram } from './programs.js';
import { type FragileDatabase, startFragile } from './restart-immediate.js';

export interface ChaosOptions {
  /** Folder of the bundled programs. */
  programs: string;
  /** Messages in all; a quarter on each kind of channel. */
  messages: number;
  workers: number;
  seed: number;
  /** The database is restarted after this many kills. */
  killsPerRestart: number;
  /** At least this many kills before the last blow. */
  kills: number;
  /** The last blow comes after this many at the latest: a busy machine may not get to work between them. */
  mostKills?: number;
  /** Between two kills, milliseconds. */
  between: [least: number, most: number];
  tell(line: string): void;
}

export interface ChaosResult {
  kills: number;
  restarts: number;
  /** From the last fault until every message had ended. */
  recoveryMs: number;
  /** What the checker said. */
  verdict: string;
  ok: boolean;
}

/** Longest that anybody should wait after the last fault; the run itself waits longer, to say by how much it was missed. */
export const RECOVERY_MS = 45_000;

/** Left for the time after the last blow. */
const LAST_SHARE = 0.15;

const OPEN = `
select (select count(*) from reminder_watermark where plan_at = '-infinity')
  + (select count(*) from reminder_occurrence where state in ('PLANNED', 'QUEUED', 'SENDING')) as open`;

/** Sends a crowd's reminders while workers are killed and the database is cut off, then compares ledger and providers. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { programs, messages, workers, tell } = options;
  const home = mkdtempSync(path.join(tmpdir(), 'planwright-chaos-'));
  chmodSync(home, 0o755);
  const folder = path.join(home, 'cluster');
  const settings = { max_connections: '120', shared_buffers: '128MB' };
  const embedded = await startFragile({ folder, database: 'chaos', settings });
  const running: Program[] = [];
  try {
    await runMigrations(embedded.ownerUrl, 'planwright_app', (owner) =>
      installJobs(embedded.ownerUrl, owner, WORKER_ROLE),
    );
    const owner = await connect(embedded.ownerUrl);
    const integrations = await enrolCrowd(owner, messages / CHANNELS.length);
    const { rows } = await owner.query<{ at: string }>(
      `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
    );
    await owner.end();

    mkdirSync(path.join(home, 'log'));
    const log = path.join(home, 'log', 'provider.jsonl');
    const provider = startProgram(path.join(programs, 'provider.mjs'), [log, String(options.seed)]);
    running.push(provider);
    const setting: ChaosSetting = {
      appUrl: embedded.appUrl,
      providerUrl: await provider.first,
      integrations,
      at: rows[0]?.at ?? '',
    };
    const worker = () => startProgram(path.join(programs, 'worker.mjs'), [], { CHAOS: JSON.stringify(setting) });
    const pool = Array.from({ length: workers }, worker);
    running.push(...pool);
    const faults = await throwFaults(options, embedded, pool, worker, running);
    const recovery = await untilDone(embedded.adminUrl);
    tell(`${faults.kills} kills, ${faults.restarts} restarts of the database; all ended ${recovery} ms after the last`);

    const checker = startProgram(path.join(programs, 'checker.mjs'), [
      databaseUrl(embedded.adminUrl),
      log,
      String(messages),
    ]);
    await ended(checker.child);
    return { ...faults, recoveryMs: recovery, verdict: checker.output(), ok: checker.child.exitCode === 0 };
  } finally {
    for (const { child } of running) child.kill('SIGKILL');
    await Promise.all(running.map(({ child }) => ended(child)));
    await embedded.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

const databaseUrl = (adminUrl: string): string => {
  const url = new URL(adminUrl);
  url.pathname = '/chaos';
  return url.toString();
};

/** Kills and restarts while most is being sent; when so much is left, everything is struck at once, and then left in peace. */
async function throwFaults(
  {
    messages,
    seed,
    kills: fewest,
    mostKills: most = Number.POSITIVE_INFINITY,
    killsPerRestart,
    between,
    tell,
  }: ChaosOptions,
  database: FragileDatabase,
  pool: Program[],
  worker: () => Program,
  running: Program[],
): Promise<{ kills: number; restarts: number }> {
  const random = seededRandom(seed);
  let kills = 0;
  let restarts = 0;
  for (;;) {
    await wait(between[0] + Math.floor(random() * (between[1] - between[0])));
    const index = Math.floor(random() * pool.length);
    const victim = pool[index];
    if (!victim) throw new Error('no worker to kill');
    victim.child.kill('SIGKILL');
    await ended(victim.child);
    kills += 1;
    const next = worker();
    pool[index] = next;
    running.push(next);
    if (kills % killsPerRestart === 0) {
      await database.restartImmediate();
      restarts += 1;
    }
    const open = await countOpen(database.adminUrl);
    if (kills % 10 === 0) tell(`${kills} kills, ${restarts} restarts, ${open} open`);
    if (kills < fewest || (kills < most && open > messages * LAST_SHARE)) continue;
    // The last blow: everybody at once, in the middle of the work, and the database with them.
    for (const { child } of pool) child.kill('SIGKILL');
    await Promise.all(pool.map(({ child }) => ended(child)));
    await database.restartImmediate();
    pool.splice(0, pool.length, ...pool.map(() => worker()));
    running.push(...pool);
    tell(`the last blow, with ${open} open`);
    return { kills: kills + pool.length, restarts: restarts + 1 };
  }
}

async function countOpen(adminUrl: string): Promise<number> {
  const client = await connect(databaseUrl(adminUrl));
  try {
    const { rows } = await client.query<{ open: string }>(OPEN);
    return Number(rows[0]?.open);
  } finally {
    await client.end();
  }
}

async function untilDone(adminUrl: string): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < 4 * RECOVERY_MS) {
    if ((await countOpen(adminUrl)) === 0) break;
    await wait(200);
  }
  return Math.round(performance.now() - began);
}
