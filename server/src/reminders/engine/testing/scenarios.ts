import type { PlanDefinition } from '@planwright/schema/definition';
import type { CatchUp, OccurrencesOf } from '@planwright/schema/rules';
import { seededRandom } from '../index.js';
import { type Faults, type SimulationSettings, ZONES } from './world.js';

/** The rules as the tests and the soak bring them: the pure engine knows none by name. */
export interface RuleSet {
  rules: Record<string, OccurrencesOf>;
  catchUp: Record<string, CatchUp>;
}

const MINUTES = 60_000;
const DAYS = 24 * 60 * MINUTES;

/** Everything that may go wrong, in a mixture drawn from the seed: each seed has some of it, many have most. */
export function troubledScenario(
  seed: number,
  people: number,
  definition: PlanDefinition,
  { rules, catchUp }: RuleSet,
): SimulationSettings {
  const random = seededRandom(seed ^ 0x7a0b1e);
  const maybe = <T>(value: T, otherwise: T, chance = 0.5): T => (random() < chance ? value : otherwise);
  const faults: Partial<Faults> = {
    provider: {
      throttled: maybe(0.03, 0),
      failing: maybe(0.04, 0),
      cutBefore: maybe(0.02, 0),
      cutAfter: maybe(0.03, 0),
      slow: maybe(0.02, 0),
      rejecting: maybe(0.003, 0),
    },
    crash: maybe(0.05, 0.005),
    outageDays: [0, 0, 3, 15][Math.floor(random() * 4)] ?? 0,
    providerOutageDays: [0, 0, 3, 15][Math.floor(random() * 4)] ?? 0,
    upheaval: 0.3,
    skews: [0, 2 * 60 * MINUTES, -2 * 60 * MINUTES, 40 * DAYS, -40 * DAYS],
  };
  const conduct = random() < 0.8 ? 'MIXED' : random() < 0.5 ? 'NOBODY' : 'DILIGENT';
  const routes: SimulationSettings['routes'] = random() < 0.3 ? { email: 'chat' } : {};
  return {
    seed,
    people,
    weeks: 12,
    conduct,
    definition,
    rules,
    catchUp,
    routes,
    zones: maybe(ZONES, ['Asia/Shanghai'], 0.6),
    faults,
  };
}
