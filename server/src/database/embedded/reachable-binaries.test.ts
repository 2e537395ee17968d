import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { findBinaries } from './binaries.js';
import { postgresUser } from './postgres-user.js';
import { reachableBinaries } from './reachable-binaries.js';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

test('programs that the user of the database can reach are used where they are', async () => {
  const binaries = await findBinaries();
  const runAs = postgresUser();
  const reachable = reachableBinaries(binaries, runAs);
  expect(spawnSync(reachable.postgres, ['--version'], { ...runAs, cwd: '/' }).status).toBe(0);
  expect(reachableBinaries(reachable, runAs)).toEqual(reachable);
});

test('under a folder that only root may enter, a copy is used, and used again', async () => {
  const runAs = postgresUser();
  const binaries = await findBinaries();
  // Only root has a second user to keep out; other users run the programs as themselves, wherever they are.
  if (runAs.uid === undefined) return expect(reachableBinaries(binaries, runAs)).toBe(binaries);
  const closed = mkdtempSync(path.join(tmpdir(), 'planwright-closed-'));
  made.push(closed);
  const home = path.dirname(path.dirname(binaries.postgres));
  cpSync(home, path.join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
  const hidden = (file: string) => path.join(closed, 'native', path.relative(home, file));
  const hiddenBinaries = {
    initdb: hidden(binaries.initdb),
    pg_ctl: hidden(binaries.pg_ctl),
    postgres: hidden(binaries.postgres),
  };
  const copy = reachableBinaries(hiddenBinaries, runAs);
  made.push(path.dirname(path.dirname(copy.postgres)));
  expect(copy.postgres).not.toBe(hiddenBinaries.postgres);
  expect(spawnSync(copy.initdb, ['--version'], { ...runAs, cwd: '/' }).status).toBe(0);
  expect(reachableBinaries(hiddenBinaries, runAs)).toEqual(copy);
});
