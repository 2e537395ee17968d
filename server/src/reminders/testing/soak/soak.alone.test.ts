import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

test('twelve weeks with everything going wrong at once keep P1 to P6, as the soak finds on the sources', async () => {
  const soak = path.resolve(import.meta.dirname, '../../../../soak/run.mjs');
  const { PLANWRIGHT_SEED: _one, ...env } = process.env;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [soak, '--seeds', '16', '--people', '30', '--figures', '0'],
    {
      env,
    },
  );
  expect(stdout).toMatch(
    /^16 seeds of 30 people in \d+ s: \d{4,} occurrences, \d{4,} messages, 0 seeds with violations$/m,
  );
});
