import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const CHECKOUT = path.resolve(import.meta.dirname, '../../..');

interface Block {
  language: string;
  file: string;
  text: string;
}

/** The fenced blocks of a page, in their order: shell to run, and files to write. */
const blocksOf = (page: string): Block[] =>
  [...page.matchAll(/^```(\w+) ?(\S*)\n([\s\S]*?)^```$/gm)].map(([, language = '', file = '', text = '']) => ({
    language,
    file,
    text,
  }));

/** Runs shell as an author would, and says in which folder the script ended. */
function runShell(script: string, folder: string): Promise<{ code: number; output: string; folder: string }> {
  const { NODE_OPTIONS: _, JEST_WORKER_ID: __, ...env } = process.env;
  const PATH = [path.join(CHECKOUT, 'node_modules/.bin'), path.dirname(process.execPath), env.PATH].join(
    path.delimiter,
  );
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-e', '-c', `${script}\necho "standing in $PWD"`], {
      cwd: folder,
      env: { ...env, PATH, PLANWRIGHT: CHECKOUT, npm_config_offline: 'true' },
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const output = Buffer.concat(chunks).toString();
      resolve({ code: code ?? 1, output, folder: /^standing in (.*)$/m.exec(output)?.[1] ?? folder });
    });
  });
}

describe('plugins/README.md', () => {
  let root = '';
  beforeAll(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'planwright-readme-'));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it('leads from nothing to a channel and a reminder rule that pass the kit', async () => {
    const blocks = blocksOf(await readFile(path.join(CHECKOUT, 'plugins/README.md'), 'utf8'));
    let folder = root;
    const tests: number[] = [];
    for (const { language, file, text } of blocks) {
      if (language === 'sh') {
        const run = await runShell(text, folder);
        expect(`${text}\n${run.code === 0 ? 'works' : run.output}`).toBe(`${text}\nworks`);
        folder = run.folder;
        const passed = /^Tests:\s+(\d+) passed, \1 total$/m.exec(run.output);
        if (text.includes('npm test')) expect(passed).not.toBeNull();
        if (passed) tests.push(Number(passed[1]));
      } else {
        await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
        await writeFile(path.join(folder, file), text);
      }
    }
    expect(tests).toHaveLength(3);
    for (const passed of tests) expect(passed).toBeGreaterThanOrEqual(30);
    const manifest: unknown = JSON.parse(await readFile(path.join(folder, 'dist/planwright.plugin.json'), 'utf8'));
    expect(manifest).toMatchObject({
      id: 'coffee',
      contributes: [
        { kind: 'CHANNEL', key: 'notice', title: { en: 'Chat' } },
        { kind: 'REMINDER_RULE', key: 'last-call', title: { en: 'Coffee with the mentor' } },
      ],
    });
  });
});
