import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyDemoCompany } from './demo-company';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The whole product, started the way a person starts it, with a database of its own. */
export interface App {
  studioUrl: string;
  apiUrl: string;
  /** Everything it printed so far. */
  output: () => string;
  /** Stops it as Ctrl-C does and takes its data away; the exit code. */
  stop: () => Promise<number | null>;
}

/** One run of the launcher. */
export interface Launch {
  child: ChildProcess;
  pid: number;
  /** What it printed so far, and the part of it that went to stderr. */
  output: () => string;
  errors: () => string;
  /** Resolves when it says that it is up; rejects when it ends before. */
  up: Promise<void>;
  ended: Promise<number | null>;
}

/** A folder of its own. Under root PostgreSQL runs as another user, who has to get into it. */
export async function temporaryFolder(name: string): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), `planwright-${name}-`));
  await chmod(folder, 0o755);
  return folder;
}

/** Below the ports that systems give to outgoing connections, one of which could take it before the product does. */
const [FIRST_PORT, PORTS] = [20_000, 12_000];

/** A port of the loopback that is free now. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + randomInt(PORTS);
    const server = net.createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}

/** Runs `npm start` (or another command of the launcher) in a process group of its own, as a terminal does. */
export function launch(settings: Record<string, string>, command: 'start' | 'serve' = 'start'): Launch {
  const child = spawn(process.execPath, ['server/bin/planwright.mjs', command], {
    cwd: ROOT,
    // What is made beside the running server would move under the tests; server/src/demo tries it.
    env: { ...process.env, LOG_LEVEL: 'warn', PLANWRIGHT_DEMO_EXAMPLES: 'no', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const printed: string[] = [];
  const complained: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const output = () => printed.join('');
  const up = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      printed.push(String(chunk));
      if (output().includes('Planwright is up')) resolve();
    });
    child.stderr.on('data', (chunk) => {
      printed.push(String(chunk));
      complained.push(String(chunk));
    });
    void ended.then((code) => reject(new Error(`The product ended with code ${code} before it was up:\n${output()}`)));
  });
  // Somebody who expects the end does not ask whether it came up.
  up.catch(() => undefined);
  return { child, pid: child.pid ?? 0, output, errors: () => complained.join(''), up, ended };
}

/** Ctrl-C: the signal goes to everybody in the terminal's process group. */
export function pressCtrlC({ child, pid }: Launch): void {
  if (child.exitCode === null && child.signalCode === null) process.kill(-pid, 'SIGINT');
}

/**
 * Starts the product on free ports over a demo company of its own, and waits for its last line. With PLANWRIGHT_E2E_STUDIO
 * and PLANWRIGHT_E2E_API it uses a pair that runs already and leaves it running.
 */
export async function startApp(): Promise<App> {
  const { PLANWRIGHT_E2E_STUDIO: studio, PLANWRIGHT_E2E_API: api } = process.env;
  if (studio && api) return { studioUrl: studio, apiUrl: api, output: () => '', stop: async () => 0 };
  const folder = await temporaryFolder('e2e');
  try {
    await copyDemoCompany(folder, makeDemoCompany);
    const app = await startOn(path.join(folder, 'postgres'));
    return {
      ...app,
      stop: async () => {
        const code = await app.stop();
        await rm(folder, { recursive: true, force: true });
        return code;
      },
    };
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw cause;
  }
}

async function makeDemoCompany(data: string): Promise<void> {
  const { stop, output } = await startOn(data);
  const code = await stop();
  if (code !== 0) throw new Error(`The product ended with code ${code} after it made the demo company:\n${output()}`);
}

async function startOn(data: string): Promise<App> {
  const [port, apiPort] = [await freePort(), await freePort()];
  const running = launch({ PORT: String(port), API_PORT: String(apiPort), PLANWRIGHT_DATA: data });
  await running.up;
  return {
    studioUrl: `http://127.0.0.1:${port}`,
    apiUrl: `http://127.0.0.1:${apiPort}/graphql`,
    output: running.output,
    stop: () => {
      pressCtrlC(running);
      return running.ended;
    },
  };
}
