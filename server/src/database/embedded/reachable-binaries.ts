import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Binaries } from './binaries.js';
import type { RunAs } from './postgres-user.js';

/**
 * The programs as the user that runs them can reach them. Under a folder that only root may enter, the user `postgres`
 * cannot: then they run from a copy in the folder for temporary files, which is made once.
 */
export function reachableBinaries(binaries: Binaries, runAs: RunAs): Binaries {
  if (runAs.uid === undefined || canRun(binaries.postgres, runAs)) return binaries;
  const home = path.dirname(path.dirname(binaries.postgres));
  const version = createHash('sha256')
    .update(`${home} ${statSync(binaries.postgres).mtimeMs}`)
    .digest('hex')
    .slice(0, 12);
  const copy = path.join(tmpdir(), `planwright-postgres-${version}`);
  if (!existsSync(copy)) {
    // Whole or not at all: another start may be copying at the same time.
    const making = mkdtempSync(`${copy}-`);
    cpSync(home, making, { recursive: true, verbatimSymlinks: true });
    chmodSync(making, 0o755);
    try {
      renameSync(making, copy);
    } catch {
      rmSync(making, { recursive: true, force: true });
    }
  }
  const inCopy = (file: string) => path.join(copy, path.relative(home, file));
  return { initdb: inCopy(binaries.initdb), pg_ctl: inCopy(binaries.pg_ctl), postgres: inCopy(binaries.postgres) };
}

function canRun(program: string, runAs: RunAs): boolean {
  return spawnSync(program, ['--version'], { ...runAs, cwd: '/', stdio: 'ignore' }).status === 0;
}
