import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A folder for this run. The database cluster in it is started by the first test file that needs one (`cluster.ts`),
 * so that pure tests do not wait for it; `global-teardown.ts` ends it.
 */
export default function globalSetup(): void {
  process.env.PLANWRIGHT_TEST_RUN = mkdtempSync(path.join(tmpdir(), 'planwright-test-'));
}
