import { readFileSync } from 'node:fs';
import type { PlanDefinition } from '../definition/plan-definition.js';
import { onDueDate } from '../simulation/diligent.js';
import { paced } from '../simulation/paced.js';
import { simulate } from '../simulation/simulate.js';
import { walk } from '../simulation/walk.js';
import { parsePlanYaml } from '../yaml/plan-yaml.js';
import { CN_ENVIRONMENT } from './person.js';

/** The fixture `retail-new-manager` as it is shipped. */
export function retailPlan(): PlanDefinition {
  const source = new URL('../../../seeds/plans/retail-new-manager.yaml', import.meta.url);
  const { definition, problems } = parsePlanYaml(readFileSync(source, 'utf8'));
  if (!definition) throw new Error(JSON.stringify(problems));
  return definition;
}

/** Simulated from Monday 5 January 2026 in Shanghai, and walked in a zone whose clocks change under way. */
export function retailWalks() {
  const definition = retailPlan();
  const start = '2026-01-05T05:00:00.000Z';
  const walked = walk(
    {
      definitions: { v: definition },
      events: [
        {
          seq: 1,
          recordedAt: start,
          occurredAt: start,
          actor: 'hr',
          type: 'enrolled',
          data: { versionId: 'v', startsOn: '2026-01-05', zone: 'America/New_York', mentorId: 'mentor', facts: {} },
        },
      ],
      behaviour: paced(definition, { learner: 'learner', reviewer: 'mentor' }, onDueDate),
    },
    { ...CN_ENVIRONMENT, now: start },
  );
  return { days: simulate(definition, { startsOn: '2026-01-05', zone: 'Asia/Shanghai' }, CN_ENVIRONMENT), walked };
}
