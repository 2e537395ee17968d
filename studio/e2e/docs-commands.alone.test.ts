import { spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { RUN_IN_TEST } from '../../.ci/commands.mjs';
import { temporaryFolder } from './app';

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
  settings = { PLANWRIGHT_DATA: path.join(folder, 'postgres'), LOG_LEVEL: 'warn' };
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a line of the docs as a shell does. */
function run(line: string): Promise<{ code: number | null; said: string }> {
  const { NODE_OPTIONS: _, JEST_WORKER_ID: __, ...env } = process.env;
  const command = line.replace('FOLDER', path.join(folder, 'history'));
  const child = spawn('sh', ['-c', command], { cwd: ROOT, env: { ...env, ...settings } });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ code, said: Buffer.concat(chunks).toString() })),
  );
}

/** In their order, over one new database: what one writes the next reads. */
it.each(RUN_IN_TEST)('%s', async (line) => {
  const { code, said } = await run(line);
  expect(code === 0 ? 'works' : said).toBe('works');
});
