import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from '../connect.js';
import { identifier } from '../policy-sql.js';
import { StartupError } from '../startup-error.js';
import { findBinaries } from './binaries.js';
import { type Passwords, prepareDataFolder } from './data-folder.js';
import { claimFolder } from './folder-lock.js';
import { keepRunning } from './keep-running.js';
import { postgresUser } from './postgres-user.js';
import { reachableBinaries } from './reachable-binaries.js';

export interface EmbeddedPostgres {
  /** Login of the API role. */
  appUrl: string;
  /** Login that owns the tables: migrations only. */
  ownerUrl: string;
  adminUrl: string;
  /** Of the process that runs now: it is started again when it ends on its own. */
  readonly pid: number;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  folder: string;
  database?: string;
  /** Further server settings; tests switch fsync off, nothing else does. */
  settings?: Record<string, string>;
  /** The database ended without being told to, or answers again after that. */
  onChange?(what: 'lost' | 'back', how: string): void;
}

/** `random_page_cost` is for solid state disks: without it the planner reads whole tables where an index is 20 times faster. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  random_page_cost: '1.1',
  effective_cache_size: '1GB',
  log_timezone: 'UTC',
  timezone: 'UTC',
  // Failed statements carry personal data, and the server logs its own faults: only what ends the database is logged here.
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
};

/** Starts the PostgreSQL that comes with the packages on `folder`, on a free port of the loopback, with its three roles. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const folder = path.resolve(options.folder);
  const database = options.database ?? 'planwright';
  const runAs = postgresUser();
  const binaries = reachableBinaries(await findBinaries(), runAs);
  const passwords = await prepareDataFolder(folder, binaries, runAs);
  const release = await claimFolder(folder);
  try {
    const port = await freePort();
    const settings = Object.entries({ ...SETTINGS, ...options.settings }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    // A process group of its own: Ctrl-C in the terminal reaches the server, which then stops the database in order.
    const logFile = `${folder}.log`;
    const start = () => {
      const log = openSync(logFile, 'w', 0o600);
      const child = spawn(binaries.postgres, ['-D', folder, '-p', String(port), ...settings], {
        ...runAs,
        cwd: folder,
        detached: process.platform !== 'win32',
        stdio: ['ignore', 'ignore', log],
      });
      closeSync(log);
      child.unref();
      return child;
    };
    const url = (user: string, password: string, name: string) =>
      `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;
    const admin = url('postgres', passwords.superuser, 'postgres');
    const kept = await keepRunning({
      spawn: start,
      ready: (child) => ready(child, admin, folder, logFile),
      end: stop,
      onLost: (how) => options.onChange?.('lost', how),
      onBack: () => options.onChange?.('back', ''),
    });
    await ensureRolesAndDatabase(admin, database, passwords);
    return {
      appUrl: url('planwright_app', passwords.app, database),
      ownerUrl: url('planwright_owner', passwords.owner, database),
      adminUrl: admin,
      get pid() {
        return kept.pid();
      },
      stop: async () => {
        await kept.stop();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** Waits until the database answers: after a crash it first replays its log, which may take a while. */
async function ready(child: ChildProcess, adminUrl: string, folder: string, logFile: string): Promise<void> {
  let failure: string | undefined;
  child.once('error', (error) => {
    failure = error.message;
  });
  for (;;) {
    if (failure === undefined && (child.exitCode !== null || child.signalCode !== null)) failure = lastWords(logFile);
    if (failure !== undefined) throw new StartupError(`PostgreSQL does not start on ${folder} (${failure}).`);
    try {
      const client = await connect(adminUrl);
      await client.end();
      return;
    } catch {
      await wait(50);
    }
  }
}

function lastWords(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n');
  return (lines.find((line) => line.includes('FATAL')) ?? lines.at(-1) ?? 'no reason given').replace(/^.*FATAL: */, '');
}

/** Fast shutdown; immediate when that takes longer than six seconds. */
function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const hurry = setTimeout(() => child.kill('SIGQUIT'), 6000);
    child.once('exit', () => {
      clearTimeout(hurry);
      resolve();
    });
    child.kill('SIGINT');
  });
}

async function ensureRolesAndDatabase(adminUrl: string, database: string, passwords: Passwords): Promise<void> {
  const client = await connect(adminUrl);
  try {
    const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles');
    const roles = new Set(rows.map(({ rolname }) => rolname));
    const login = (name: string, attributes: string, password: string) =>
      roles.has(name)
        ? undefined
        : client.query(`create role ${name} login ${attributes} password ${client.escapeLiteral(password)}`);
    await login('planwright_owner', '', passwords.owner);
    await login('planwright_app', 'noinherit', passwords.app);
    if (!roles.has('planwright_worker')) await client.query('create role planwright_worker nologin');
    await client.query('grant planwright_worker to planwright_app');
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${identifier(database)} owner planwright_owner`);
  } finally {
    await client.end();
  }
}
