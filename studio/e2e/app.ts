import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The whole product, started the way a person starts it, with a database of its own. */
export interface App {
  studioUrl: string;
  apiUrl: string;
  /** Everything it printed so far. */
  output: () => string;
  stop: () => Promise<number | null>;
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Runs `npm start` on free ports over an empty data folder and waits for its last line. */
export async function startApp(): Promise<App> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'planwright-e2e-'));
  const [port, apiPort] = [await freePort(), await freePort()];
  const studioUrl = `http://127.0.0.1:${port}`;
  const apiUrl = `http://127.0.0.1:${apiPort}/graphql`;
  const chunks: string[] = [];
  const child = spawn(process.execPath, ['server/bin/planwright.mjs', 'start'], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      API_PORT: String(apiPort),
      PLANWRIGHT_DATA: path.join(folder, 'postgres'),
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (chunk) => chunks.push(String(chunk)));
  child.stderr.on('data', (chunk) => chunks.push(String(chunk)));
  const output = () => chunks.join('');
  try {
    await untilPrinted(child, output, 'Planwright is up');
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw cause;
  }
  return {
    studioUrl,
    apiUrl,
    output,
    stop: async () => {
      const exited = child.exitCode === null ? once(child, 'exit') : undefined;
      child.kill('SIGINT');
      await exited;
      await rm(folder, { recursive: true, force: true });
      return child.exitCode;
    },
  };
}

async function untilPrinted(child: ChildProcess, output: () => string, line: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (output().includes(line)) resolve();
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) =>
      reject(new Error(`The product ended with code ${code} before it was up:\n${output()}`)),
    );
  });
}
