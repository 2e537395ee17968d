import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

test('twelve weeks with everything going wrong at once keep every promise, as the soak finds on the sources', async () => {
  const soak = path.resolve(import.meta.dirname, '../../../../soak/run.mjs');
  const { PLANWRIGHT_SEED: _one, ...env } = process.env;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [soak, '--seeds', '6', '--people', '6', '--figures', '0'],
    {
      env,
    },
  );
  expect(stdout).toMatch(
    /^6 seeds of 6 people in \d+ s: \d{3,} occurrences, \d{2,} notices, \d{3,} messages, \d{1,} workers killed, 0 seeds with violations$/m,
  );
});
