import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { until } from '../../boards/testing/board-reader.js';
import { copyFolder } from '../../testing/copy-folder.js';
import { connect } from '../connect.js';
import { StartupError } from '../startup-error.js';
import { findBinaries } from './binaries.js';
import { postgresUser } from './postgres-user.js';
import { reachableBinaries } from './reachable-binaries.js';
import { type EmbeddedPostgres, startEmbedded } from './start-embedded.js';

const FAST = { fsync: 'off', shared_buffers: '16MB' };
let parent: string;
let folder: string;
/** A database that was started once and stopped in order. */
let stoppedOnce: string;
const running = new Set<EmbeddedPostgres>();
const others: ChildProcess[] = [];

beforeAll(async () => {
  const place = mkdtempSync(path.join(tmpdir(), 'planwright-data-'));
  chmodSync(place, 0o755);
  stoppedOnce = path.join(place, 'postgres');
  await (await startEmbedded({ folder: stoppedOnce, settings: FAST })).stop();
});
afterAll(() => rmSync(path.dirname(stoppedOnce), { recursive: true, force: true }));
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'planwright-data-'));
  chmodSync(parent, 0o755);
  folder = path.join(parent, 'postgres');
});
afterEach(async () => {
  for (const one of running) await one.stop();
  running.clear();
  for (const child of others.splice(0)) child.kill('SIGKILL');
  rmSync(parent, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const started = await startEmbedded({ folder, settings: FAST });
  running.add(started);
  return started;
}
async function stop(started: EmbeddedPostgres): Promise<void> {
  running.delete(started);
  await started.stop();
}
const refusal = async (): Promise<string> => {
  const error = await start().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartupError);
  const { message } = error as Error;
  expect(message).toMatch(/^[A-Z][^\n]+\.$/);
  return message;
};
async function ask<T extends object>(url: string, statement: string): Promise<T[]> {
  const client = await connect(url);
  try {
    return (await client.query(statement)).rows as T[];
  } finally {
    await client.end();
  }
}
const gone = (pid: number) => {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return true;
  }
};

describe('the embedded database', () => {
  test('comes back on the same address when it is killed, as often as it is, with what was written', async () => {
    await copyFolder(stoppedOnce, folder);
    const seen: string[] = [];
    const changes = new EventEmitter();
    const onChange = (what: 'lost' | 'back') => {
      seen.push(what);
      changes.emit(what);
    };
    const started = await startEmbedded({ folder, settings: FAST, onChange });
    running.add(started);
    await ask(started.ownerUrl, 'create table kept as select 7 as n');
    for (let time = 1; time <= 2; time += 1) {
      const { pid } = started;
      const back = once(changes, 'back');
      process.kill(pid, 'SIGKILL');
      await back;
      expect(started.pid).not.toBe(pid);
      expect(await ask(started.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
    }
    expect(seen).toEqual(['lost', 'back', 'lost', 'back']);
    const { pid } = started;
    await stop(started);
    expect(gone(pid)).toBe(true);
  });

  test('keeps what is written, from one start to the next, and leaves no process and no lock', async () => {
    const first = await start();
    await ask(first.ownerUrl, 'create table kept as select 7 as n');
    await stop(first);
    expect(gone(first.pid)).toBe(true);
    expect(existsSync(`${folder}.lock`)).toBe(false);
    expect(existsSync(path.join(folder, 'postmaster.pid'))).toBe(false);
    const second = await start();
    expect(await ask(second.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  test('has a role for the API that is neither superuser nor owner, a settled planner, and fsync unless it is switched off', async () => {
    await copyFolder(stoppedOnce, folder);
    const started = await startEmbedded({ folder });
    running.add(started);
    expect(
      await ask(
        started.appUrl,
        `select current_user as name, rolsuper, rolbypassrls, rolinherit from pg_roles where rolname = current_user`,
      ),
    ).toEqual([{ name: 'planwright_app', rolsuper: false, rolbypassrls: false, rolinherit: false }]);
    expect(
      await ask(
        started.appUrl,
        `select current_setting('random_page_cost') as cost, current_setting('fsync') as fsync, current_setting('listen_addresses') as address`,
      ),
    ).toEqual([{ cost: '1.1', fsync: 'on', address: '127.0.0.1' }]);
    await expect(ask(started.appUrl, 'create table mine (a int)')).rejects.toThrow('permission denied');
  });

  test('keeps its passwords to itself', async () => {
    await copyFolder(stoppedOnce, folder);
    const started = await start();
    const wrong = new URL(started.appUrl);
    wrong.password = 'guess';
    await expect(connect(wrong.toString())).rejects.toThrow(
      /Cannot reach the database at 127\.0\.0\.1:\d+\/planwright \(password authentication failed/,
    );
    await expect(connect(wrong.toString())).rejects.not.toThrow('guess');
    expect(readFileSync(`${folder}.log`, 'utf8')).not.toContain('SELECT');
  });
});

describe('a data folder', () => {
  test('with files of somebody else is refused and left alone', async () => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'thesis.txt'), 'mine');
    expect(await refusal()).toContain("holds files that are not Planwright's");
    expect(readFileSync(path.join(folder, 'thesis.txt'), 'utf8')).toBe('mine');
  });

  test('that is a file is refused', async () => {
    writeFileSync(folder, 'a file');
    expect(await refusal()).toContain('set PLANWRIGHT_DATA');
  });

  test('where none can be made is refused', async () => {
    writeFileSync(path.join(parent, 'file'), '');
    folder = path.join(parent, 'file', 'below');
    expect(await refusal()).toContain('set PLANWRIGHT_DATA');
  });

  test('of another PostgreSQL is refused by its number', async () => {
    await copyFolder(stoppedOnce, folder);
    writeFileSync(path.join(folder, 'PG_VERSION'), '14\n');
    expect(await refusal()).toContain('was written by PostgreSQL 14');
  });

  test('whose mark is damaged is refused', async () => {
    await copyFolder(stoppedOnce, folder);
    writeFileSync(path.join(folder, 'planwright.json'), '{');
    expect(await refusal()).toContain('is damaged');
  });

  test('that another living Planwright works on is refused, with its number', async () => {
    await copyFolder(stoppedOnce, folder);
    const other = sleeper();
    writeFileSync(`${folder}.lock`, JSON.stringify({ pid: other.pid, started: startedAt(other.pid ?? 0) }));
    expect(await refusal()).toContain(`process ${other.pid}`);
    // The same number, but of a process that started at another time: a reused number is no lock.
    writeFileSync(`${folder}.lock`, JSON.stringify({ pid: other.pid, started: '1' }));
    await start();
  });

  test('left behind by a killed server, its PostgreSQL still running, is taken over with what it holds', async () => {
    await copyFolder(stoppedOnce, folder);
    const written = await start();
    await ask(written.ownerUrl, 'create table kept as select 7 as n');
    await stop(written);
    const left = await postgresAlone();
    writeFileSync(`${folder}.lock`, JSON.stringify({ pid: 2 ** 22 - 1, started: '1' }));
    const next = await start();
    expect(next.pid).not.toBe(left);
    expect(gone(left)).toBe(true);
    expect(await ask(next.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  test('after a crash of PostgreSQL itself starts again by itself', async () => {
    await copyFolder(stoppedOnce, folder);
    const crashed = await postgresAlone();
    process.kill(crashed, 'SIGKILL');
    await until(() => gone(crashed), 'it is gone');
    expect(existsSync(path.join(folder, 'postmaster.pid'))).toBe(true);
    await start();
  });

  test('with a postmaster.pid whose number belongs to another program by now is no obstacle', async () => {
    await copyFolder(stoppedOnce, folder);
    const other = sleeper();
    writeFileSync(path.join(folder, 'postmaster.pid'), `${other.pid}\n${folder}\n`);
    await start();
    expect(gone(other.pid ?? 0)).toBe(false);
  });
});

/** A PostgreSQL on the folder without the server that started it; its number. */
async function postgresAlone(): Promise<number> {
  const runAs = postgresUser();
  const { postgres } = reachableBinaries(await findBinaries(), runAs);
  const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=off'];
  const child = spawn(postgres, ['-D', folder, ...settings], { ...runAs, cwd: folder, stdio: 'ignore' });
  others.push(child);
  const pidFile = path.join(folder, 'postmaster.pid');
  await until(() => existsSync(pidFile) && /^ready/m.test(readFileSync(pidFile, 'utf8')), 'it is ready');
  return child.pid ?? 0;
}

function sleeper(): ChildProcess {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  others.push(child);
  return child;
}

function startedAt(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
