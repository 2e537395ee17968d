import { chmodSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder for this run, in which the first suite that starts the product leaves the demo company for the others. */
export default function setUpRun(): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'planwright-e2e-run-'));
  // Under root PostgreSQL runs as another user, who has to get into it.
  chmodSync(folder, 0o755);
  process.env.PLANWRIGHT_E2E_RUN = folder;
}
