import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from '@jest/globals';
import { runChild } from './run-child.js';

const PROGRAM = path.resolve(import.meta.dirname, '../../bin/planwright-plugin.mjs');

describe('planwright-plugin dev', () => {
  it('builds on each change, and keeps the last build that worked', async () => {
    const root = await mkdtemp(path.join(os.tmpdir(), 'planwright-dev-'));
    await runChild(process.execPath, [PROGRAM, 'create', 'lively', '--kind', 'rule'], root);
    const folder = path.join(root, 'lively');
    const rule = path.join(folder, 'src/rule.ts');
    const text = await readFile(rule, 'utf8');
    const sha = async () => JSON.parse(await readFile(path.join(folder, 'dist/planwright.plugin.json'), 'utf8')).sha256;

    const child = spawn(process.execPath, [PROGRAM, 'dev'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const until = async (words: string): Promise<void> => {
      for (let line = await lines.next(); !line.done; line = await lines.next()) if (line.value.includes(words)) return;
      throw new Error(`dev ended before it said ${words}`);
    };
    try {
      await until('Watching src/');
      const first = await sha();
      await writeFile(rule, text.replace('09:00', '10:00'));
      await until('lively built');
      const second = await sha();
      expect(second).not.toBe(first);
      await writeFile(rule, 'export const = 1;');
      await until('The last build that worked stays.');
      expect(await sha()).toBe(second);
      await writeFile(rule, text);
      await until(first.slice(0, 8));
      expect(await sha()).toBe(first);
    } finally {
      child.kill('SIGTERM');
      await rm(root, { recursive: true, force: true });
    }
  });
});
