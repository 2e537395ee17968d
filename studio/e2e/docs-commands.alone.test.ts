import { spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { RUN_IN_TEST } from '../../.ci/commands.mjs';
import { freePort, temporaryFolder } from './app';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What of past plans a company brings, at its smallest. */
const HISTORY = {
  'people.csv': 'key,name\nlin,Lin\n',
  'cohorts.csv': 'key,name,plan,starts_on\nspring,Spring 2025,first,2025-03-03\n',
  'enrolments.csv': 'cohort,person\nspring,lin\n',
  'plans/first.yaml': `format: planwright/1
key: first
title: { en: First weeks, zh-CN: 最初几周 }
stages:
  - key: start
    title: { en: Start, zh-CN: 开始 }
    items:
      - { key: read, kind: COURSE, title: { en: Read, zh-CN: 阅读 }, requirement: REQUIRED }
`,
};

let folder: string;
let settings: Record<string, string>;

beforeAll(async () => {
  folder = await temporaryFolder('docs-commands');
  for (const [name, text] of Object.entries(HISTORY)) {
    await mkdir(path.dirname(path.join(folder, 'history', name)), { recursive: true });
    await writeFile(path.join(folder, 'history', name), text);
  }
  settings = {
    PLANWRIGHT_DATA: path.join(folder, 'postgres'),
    PORT: String(await freePort()),
    API_PORT: String(await freePort()),
    LOG_LEVEL: 'warn',
  };
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a line of the docs as a shell does. A server that says it is up is stopped with Ctrl-C. */
function run(line: string): Promise<{ code: number | null; said: string }> {
  const { NODE_OPTIONS: _, JEST_WORKER_ID: __, ...env } = process.env;
  const command = line.replace('FOLDER', path.join(folder, 'history'));
  const child = spawn('sh', ['-c', command], { cwd: ROOT, env: { ...env, ...settings }, detached: true });
  const chunks: Buffer[] = [];
  const said = () => Buffer.concat(chunks).toString();
  const listen = (chunk: Buffer): void => {
    chunks.push(chunk);
    if (/Planwright is up/.test(said()) && child.pid) process.kill(-child.pid, 'SIGINT');
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said: said() })));
}

/** In their order, over one new database: what one writes the next reads. */
it.each(RUN_IN_TEST)('%s', async (line) => {
  const { code, said } = await run(line);
  // npm itself ends by the signal that stopped the server.
  const works = code === 0 || /Planwright is up: http:\/\/127\.0\.0\.1:\d+/.test(said);
  expect(works ? 'works' : said).toBe('works');
});
