import { execFileSync } from 'node:child_process';
import { StartupError } from '../startup-error.js';

export interface RunAs {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root: then it runs as the system user `postgres`, who is created when missing. */
export function postgresUser(): RunAs {
  if (process.getuid?.() !== 0) return {};
  return findUser() ?? createUser();
}

function findUser(): RunAs | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function createUser(): RunAs {
  try {
    execFileSync('groupadd', ['-f', 'postgres'], { stdio: 'ignore' });
    execFileSync('useradd', ['-g', 'postgres', 'postgres'], { stdio: 'ignore' });
  } catch {
    throw new StartupError(
      'PostgreSQL does not run as root, and the user "postgres" cannot be created; start Planwright as an ordinary user.',
    );
  }
  const user = findUser();
  if (!user)
    throw new StartupError(
      'The system user "postgres" was created but cannot be found; start Planwright as an ordinary user.',
    );
  return user;
}
