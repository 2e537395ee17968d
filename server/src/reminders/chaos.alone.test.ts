import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { bundlePrograms } from './testing/chaos/bundle.js';
import { runChaos } from './testing/chaos/run-chaos.js';

const root = path.resolve(import.meta.dirname, '../../..');

// The whole run, 5,000 messages, is `npm run chaos`, which also says how long the recovery took.
test('workers that are killed and a database that is cut off lose nothing and repeat nothing', async () => {
  const programs = await bundlePrograms(root, ['provider', 'worker', 'checker']);
  expect(existsSync(path.join(programs, 'worker.mjs'))).toBe(true);
  const told: string[] = [];
  const result = await runChaos({
    programs,
    messages: 300,
    workers: 3,
    seed: 7,
    kills: 2,
    mostKills: 6,
    killsPerRestart: 2,
    between: [800, 1500],
    tell: (line) => told.push(line),
  });
  expect(result.verdict).not.toContain('WRONG');
  expect(result).toMatchObject({ ok: true });
  expect(result.kills).toBeGreaterThanOrEqual(5);
  expect(result.restarts).toBeGreaterThanOrEqual(1);
}, 400_000);
