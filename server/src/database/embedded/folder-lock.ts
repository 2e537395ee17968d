import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StartupError } from '../startup-error.js';

/** Beside the data folder: the Planwright process that works on it. */
const lockFile = (folder: string) => `${folder}.lock`;

/**
 * Claims the folder for this process. A living Planwright keeps it; what a killed one left behind (its lock, its PostgreSQL
 * that lives on without it, a stale postmaster.pid) is cleared away.
 */
export async function claimFolder(folder: string): Promise<() => void> {
  const file = lockFile(folder);
  const holder = readLock(file);
  if (holder && holder.pid !== process.pid && startOf(holder.pid) === holder.started) {
    throw new StartupError(
      `Another Planwright (process ${holder.pid}) works on ${folder}; stop it or set PLANWRIGHT_DATA to another folder.`,
    );
  }
  writeFileSync(file, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }));
  await stopOrphan(folder);
  return () => rmSync(file, { force: true });
}

function readLock(file: string): { pid: number; started: string } | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value === 'object' && value !== null && 'pid' in value && 'started' in value) {
      return { pid: Number(value.pid), started: String(value.started) };
    }
  } catch {
    // A half-written lock is nobody's.
  }
  return undefined;
}

/** When the process started, as the system writes it: a reused number is not the same process. Empty when it is gone. */
function startOf(pid: number): string {
  if (!alive(pid)) return '';
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? 'alive';
  } catch {
    return 'alive';
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function stopOrphan(folder: string): Promise<void> {
  const file = path.join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (Number.isInteger(pid) && pid > 1 && alive(pid) && isPostgresOf(pid, folder)) {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; alive(pid) && waited < 10_000; waited += 50) await wait(50);
    if (alive(pid)) {
      throw new StartupError(
        `A PostgreSQL (process ${pid}) that an earlier Planwright left behind does not stop; end it and start again.`,
      );
    }
  }
  // PostgreSQL would refuse when another program of this user has the number by now.
  rmSync(file, { force: true });
}

/** Whether that process is a PostgreSQL on this folder. Where the system does not tell, the pid file is believed. */
function isPostgresOf(pid: number, folder: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return path.basename(command[0] ?? '').startsWith('postgres') && command.includes(folder);
  } catch {
    return true;
  }
}
