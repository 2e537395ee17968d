import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Ends the cluster of this run, if one was started, and removes its folder. */
export default async function globalTeardown(): Promise<void> {
  const run = process.env.PLANWRIGHT_TEST_RUN;
  if (!run) return;
  const file = path.join(run, 'cluster', 'postmaster.pid');
  if (existsSync(file)) {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGQUIT');
    for (let waited = 0; existsSync(file) && waited < 10_000; waited += 50) await wait(50);
  }
  rmSync(run, { recursive: true, force: true });
}
