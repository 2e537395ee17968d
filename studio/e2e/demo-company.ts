import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { chmod, cp } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

/**
 * Puts a new demo company into `folder`. It is made once in a run, by a product that starts on nothing and is stopped
 * again; every suite has a copy. `make` starts and stops that product.
 */
export async function copyDemoCompany(folder: string, make: (data: string) => Promise<void>): Promise<void> {
  const run = process.env.PLANWRIGHT_E2E_RUN;
  if (!run) throw new Error('these tests run as jest project "e2e", which makes the folder of the run');
  await copyFolder(await madeIn(run, make), folder);
}

/** The first who asks makes it; the others wait. */
async function madeIn(run: string, make: (data: string) => Promise<void>): Promise<string> {
  const made = path.join(run, 'company');
  const claim = path.join(run, 'claim');
  for (;;) {
    if (existsSync(made)) return made;
    try {
      mkdirSync(claim);
      break;
    } catch {
      await wait(50);
    }
  }
  const making = path.join(run, 'making');
  try {
    mkdirSync(making);
    await chmod(making, 0o755);
    await make(path.join(making, 'postgres'));
    renameSync(making, made);
    return made;
  } catch (cause) {
    rmSync(making, { recursive: true, force: true });
    rmSync(claim, { recursive: true });
    throw cause;
  }
}

/** With owners and rights: PostgreSQL refuses a folder that somebody else may read. */
async function copyFolder(from: string, to: string): Promise<void> {
  if (process.platform === 'win32') await cp(from, to, { recursive: true });
  else await promisify(execFile)('cp', ['-a', `${from}/.`, to]);
}
