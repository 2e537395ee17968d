import { readFileSync } from 'node:fs';
import { parsePlanYaml } from '@planwright/schema/yaml';
import { checkRun } from '../src/reminders/testing/soak/checker.js';
import { liveThrough } from '../src/reminders/testing/soak/live-through.js';
import { troubledQuarter } from '../src/reminders/testing/soak/quarter-settings.js';
import { startSoakCluster } from '../src/reminders/testing/soak/soak-cluster.js';

/** One process of a soak with a database of its own: gets seeds, answers with what does not hold. */
const { definition: plan } = parsePlanYaml(readFileSync(process.argv[2] ?? '', 'utf8'));
if (!plan) throw new Error(`No plan in ${process.argv[2]}`);
const cluster = await startSoakCluster();
let living = Promise.resolve();

process.on('message', (given: { seed: number; people: number }) => {
  living = live(given).catch((error: unknown) => {
    console.error(error);
    return end(1);
  });
});
// Whoever gave the seeds is gone. A signal reaches both; the database is not left behind.
process.on('disconnect', () => void living.then(() => end(0)));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
process.send?.({ ready: true });

async function live({ seed, people }: { seed: number; people: number }): Promise<void> {
  if (!plan) return;
  const { run, killed } = await liveThrough(await cluster.emptied(), troubledQuarter(seed, people, plan));
  process.send?.({
    seed,
    killed,
    violations: checkRun(run),
    occurrences: run.occurrences.length,
    notices: run.notices.length,
    messages: run.log.filter(({ effect }) => effect).length,
  });
}

async function end(code: number): Promise<void> {
  await cluster.stop();
  process.exit(code);
}
