import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { until } from './boards/testing/board-reader.js';
import { cloneDatabase } from './testing/cluster.js';
import { copyFolder } from './testing/copy-folder.js';

const root = process.cwd();
let folder: string;
const children: ChildProcess[] = [];

/** The data of a server that ran and stopped in order. */
let stoppedOnce: string;
const newFolder = () => {
  folder = mkdtempSync(path.join(tmpdir(), 'planwright-main-'));
  chmodSync(folder, 0o755);
};
/** Data as they are from the second start on. */
const ranBefore = () => copyFolder(path.join(stoppedOnce, 'postgres'), path.join(folder, 'postgres'));

/** The program as it is shipped: compiled. turbo knows whether anything has changed since the last time. */
beforeAll(async () => {
  execFileSync(
    process.execPath,
    [path.join(root, 'node_modules/turbo/bin/turbo'), 'run', 'build', '--filter', '@planwright/server'],
    { cwd: root, env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1' } },
  );
  newFolder();
  stoppedOnce = folder;
  const { child, ready, ended } = run(['serve']);
  await ready;
  child.kill('SIGTERM');
  await ended;
});
afterAll(() => rmSync(stoppedOnce, { recursive: true, force: true }));
beforeEach(newFolder);
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  child: ChildProcess;
  /** The address, once it says that it is ready; rejects when it ends before. */
  ready: Promise<string>;
  ended: Promise<{ code: number | null; stderr: string }>;
}

function run(parameters: string[], environment: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, ['server/dist/main.js', ...parameters], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      PLANWRIGHT_MODE: 'production',
      API_PORT: '0',
      PLANWRIGHT_DATA: path.join(folder, 'postgres'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = new Promise<{ code: number | null; stderr: string }>((resolve) =>
    child.once('exit', (code) => resolve({ code, stderr })),
  );
  const ready = new Promise<string>((resolve, reject) => {
    child.on('message', (message: { ready?: boolean; apiUrl?: string }) => {
      if (message.ready && message.apiUrl) resolve(message.apiUrl);
    });
    void ended.then((end) => reject(new Error(`it ended: ${JSON.stringify(end)}`)));
  });
  ready.catch(() => undefined);
  return { child, ready, ended };
}

describe('the server program', () => {
  test('starts its PostgreSQL again when that is killed, and is not ready meanwhile', async () => {
    await ranBefore();
    const { ready } = run(['serve']);
    const readiness = (await ready).replace('/graphql', '/readyz');
    const pidFile = path.join(folder, 'postgres', 'postmaster.pid');
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
    const answers: unknown[] = [];
    for (;;) {
      const answer = await fetch(readiness);
      const body = (await answer.json()) as { ready: boolean };
      if (answers.length > 0 && body.ready) break;
      if (!body.ready) answers.push([answer.status, body]);
    }
    expect(answers[0]).toEqual([
      503,
      { ready: false, problems: [{ code: 'DATABASE_UNREACHABLE', message: 'The database does not answer.' }] },
    ]);
  });

  test('says when it is ready, answers, and stops in order on SIGTERM', async () => {
    await ranBefore();
    const { child, ready, ended } = run(['serve']);
    const answer = await fetch((await ready).replace('/graphql', '/readyz'));
    expect(await answer.json()).toEqual({ ready: true });
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    expect(existsSync(path.join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
    expect(existsSync(path.join(folder, 'postgres.lock'))).toBe(false);
  });

  test('a signal while it starts leaves no database behind', async () => {
    await ranBefore();
    const { child, ended } = run(['serve']);
    const pidFile = path.join(folder, 'postgres', 'postmaster.pid');
    await until(() => existsSync(pidFile) || child.exitCode !== null, 'it starts its database');
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
    expect(existsSync(pidFile)).toBe(false);
  });

  test('ends when its launcher is gone', async () => {
    await ranBefore();
    const { child, ready, ended } = run(['serve']);
    await ready;
    child.disconnect();
    expect((await ended).code).toBe(0);
  });

  test('a second one on the same data is refused while the first lives, and the first goes on', async () => {
    await ranBefore();
    const first = run(['serve']);
    const url = await first.ready;
    const second = await run(['serve']).ended;
    expect([second.code, second.stderr]).toEqual([
      1,
      expect.stringMatching(/^Another Planwright \(process \d+\) works on .+\.\n$/),
    ]);
    expect((await fetch(url.replace('/graphql', '/readyz'))).status).toBe(200);
  });

  test('after kill -9 the next start takes over', async () => {
    await ranBefore();
    const first = run(['serve']);
    await first.ready;
    first.child.kill('SIGKILL');
    await first.ended;
    const second = run(['serve']);
    expect((await fetch((await second.ready).replace('/graphql', '/readyz'))).status).toBe(200);
  });

  test('a busy port is one sentence, and the database stops', async () => {
    await ranBefore();
    const busy = createServer();
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    const address = busy.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const end = await run(['serve'], { API_PORT: String(port) }).ended;
    busy.close();
    expect(end).toEqual({
      code: 1,
      stderr: `Port ${port} on 127.0.0.1 is in use by another program; stop it or set API_PORT.\n`,
    });
    expect(existsSync(path.join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  test.each([
    [
      'an unreachable database',
      { DATABASE_URL: 'postgresql://planwright_app:secret@127.0.0.1:9/planwright' },
      /^Cannot reach the database at 127\.0\.0\.1:9\/planwright .+\.\n$/,
    ],
    ['a setting that is none', { API_PORT: 'four' }, /^The setting API_PORT is not valid .+\.\n$/],
    ['a command that is none', { COMMAND: 'dance' }, /^There is no command "dance"; choose one of serve, .+\.\n$/],
  ])('%s is one sentence and exit code 1', async (_what, environment, sentence) => {
    const { COMMAND = 'serve', ...variables } = environment as Record<string, string>;
    const end = await run([COMMAND], variables).ended;
    expect(end).toEqual({ code: 1, stderr: expect.stringMatching(sentence) });
  });

  test('a foreign data folder is one sentence and stays as it is', async () => {
    writeFileSync(path.join(folder, 'thesis.txt'), 'mine');
    const end = await run(['serve'], { PLANWRIGHT_DATA: folder }).ended;
    expect(end).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^The folder .+ holds files that are not Planwright's; .+\.\n$/),
    });
  });

  test('an external database is used by the role of its URL, and refused as a superuser', async () => {
    const copy = await cloneDatabase();
    const { ready, child, ended } = run(['serve'], { DATABASE_URL: copy.appUrl, DATABASE_OWNER_URL: copy.ownerUrl });
    expect((await fetch((await ready).replace('/graphql', '/readyz'))).status).toBe(200);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    expect(existsSync(path.join(folder, 'postgres'))).toBe(false);
    expect(await run(['serve'], { DATABASE_URL: copy.adminUrl }).ended).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^The database role postgres is a superuser.+\.\n$/),
    });
    await copy.drop();
  });

  test('migrate brings the database up to date and ends', async () => {
    expect((await run(['migrate']).ended).code).toBe(0);
    expect(existsSync(path.join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  });
});
