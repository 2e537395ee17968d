import { readFileSync } from 'node:fs';
import { core, coreRules } from '@planwright/plugin-core';
import type { CatchUp } from '@planwright/schema/rules';
import { parsePlanYaml } from '@planwright/schema/yaml';
import { checkSimulated } from '../src/reminders/engine/testing/check-simulated.js';
import { troubledScenario } from '../src/reminders/engine/testing/scenarios.js';
import { simulateReminders } from '../src/reminders/engine/testing/simulate-reminders.js';

/** One process of a soak: gets seeds, answers with what does not hold. */
const file = process.argv[2] ?? '';
const { definition } = parsePlanYaml(readFileSync(file, 'utf8'));
if (!definition) throw new Error(`No plan in ${file}`);
const catchUp = Object.fromEntries(
  Object.entries(core.reminderRules ?? {}).map(([key, rule]): [string, CatchUp] => [`core/${key}`, rule.catchUp]),
);

process.on('message', ({ seed, people }: { seed: number; people: number }) => {
  const run = simulateReminders(troubledScenario(seed, people, definition, { rules: coreRules, catchUp }));
  process.send?.({
    seed,
    violations: checkSimulated(run),
    occurrences: run.ledger.occurrences.size,
    messages: run.log.filter(({ effect }) => effect).length,
  });
});
