import { readFileSync } from 'node:fs';
import { parsePlanYaml } from '@planwright/schema/yaml';
import { checkRun } from '../src/reminders/testing/soak/checker.js';
import { liveThrough } from '../src/reminders/testing/soak/live-through.js';
import { troubledQuarter } from '../src/reminders/testing/soak/quarter-settings.js';
import { startSoakCluster } from '../src/reminders/testing/soak/soak-cluster.js';

/** One process of a soak with a database of its own: gets seeds, answers with what does not hold. */
const { definition } = parsePlanYaml(readFileSync(process.argv[2] ?? '', 'utf8'));
if (!definition) throw new Error(`No plan in ${process.argv[2]}`);
const cluster = await startSoakCluster();

process.on('message', async ({ seed, people }: { seed: number; people: number }) => {
  const { run, killed } = await liveThrough(await cluster.emptied(), troubledQuarter(seed, people, definition));
  process.send?.({
    seed,
    killed,
    violations: checkRun(run),
    occurrences: run.occurrences.length,
    notices: run.notices.length,
    messages: run.log.filter(({ effect }) => effect).length,
  });
});
process.on('disconnect', async () => {
  await cluster.stop();
  process.exit();
});
process.send?.({ ready: true });
