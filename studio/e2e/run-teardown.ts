import { rmSync } from 'node:fs';

export default function tearDownRun(): void {
  const run = process.env.PLANWRIGHT_E2E_RUN;
  if (run) rmSync(run, { recursive: true, force: true });
}
