import { planDefinition } from '@planwright/schema/definition';
import { attainableP } from '../../../experiments/analysis/attainable-p.js';
import { decidingEstimate } from '../../../experiments/analysis/estimate-difference.js';
import type { ExperimentData, MetricScale } from '../../../experiments/analysis/experiment-data.js';
import { clusteredShare } from '../../../statistics/clustered-share.js';
import { Random } from '../../../statistics/random.js';
import { type Verdict, verdict } from '../../../statistics/verdict.js';
import { findFindings } from '../find-findings.js';
import { shareLine } from '../share-lines.js';

/**
 * Worlds in which nothing differs, or in which the true share is known: how often the product is wrong in them. 10,000 of each in
 * `npm run soak`, some hundreds in `npm test`.
 */
export interface Scenario {
  name: string;
  kind: 'FALSE_ALARM' | 'COVERAGE';
  /** Takes so long that tests draw few of it. */
  isSlow?: boolean;
  /** True = a false alarm was raised, or the interval holds the truth. */
  once(random: Random): boolean;
}

/** In 10,000 runs: at most this share of false alarms, and coverage within these bounds. */
export const BOUNDS = { falseAlarms: 0.055, coverage: [0.93, 0.97] as const };

/** How many of `runs` worlds drawn from a seed were so. */
export function share({ name, once }: Scenario, runs: number, seed: string): number {
  const random = new Random(`${seed}: ${name}`);
  let count = 0;
  for (let run = 0; run < runs; run += 1) if (once(random)) count += 1;
  return count / runs;
}

/** The sum of twelve uniforms less 6: near enough to normal, and nothing of our own distributions in it. */
function normal(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i += 1) sum += random.fraction();
  return sum;
}

interface Drawn {
  outcome: number;
  baseline: number | null;
}

function verdictsOf(scale: MetricScale, arms: readonly (readonly Drawn[])[]): Verdict[] {
  const keys = arms.map((_, a) => `v${a + 1}`);
  const data: ExperimentData = {
    metric: { key: 'm', title: { en: 'm' }, unit: null, direction: 'HIGHER_IS_BETTER', scale },
    // So small that no interval lies within it: what is counted is whether a difference is claimed.
    smallestEffect: 1e-9,
    unit: 'PERSON',
    seed: 's',
    arms: keys.map((key) => ({ key, label: key, weight: 1 })),
    members: arms.flatMap((people, a) =>
      people.map(({ outcome, baseline }, i) => ({
        personId: `${a}-${i}`,
        arm: `v${a + 1}`,
        delivered: `v${a + 1}`,
        deviation: null,
        mentorId: null,
        departmentId: null,
        baseline,
        outcome,
        ageDays: null,
      })),
    ),
    roster: [],
    allocation: { assignments: {}, algorithm: '', rosterDigest: '' },
  };
  return keys.slice(1).map((key) => {
    const { primary, perArm, level } = decidingEstimate(data, key);
    const { low, high } = primary;
    return verdict({
      design: 'RANDOMISED',
      registered: true,
      perArm,
      interval: low === null || high === null ? null : { low, high, level },
      smallestEffect: data.smallestEffect,
      direction: 'HIGHER_IS_BETTER',
      integrity: [],
      attainableP: attainableP(perArm),
    });
  });
}
const claims = (verdicts: readonly Verdict[]): boolean => verdicts.some((one) => /^(BETTER|WORSE)/.test(one));

const people = (n: number, draw: () => Drawn): Drawn[] => Array.from({ length: n }, draw);

/** Yes or no with a common share; the same counts give the same verdict, so each is computed once. */
function yesNo(first: number, second: number): Scenario {
  const known = new Map<string, boolean>();
  return {
    name: `yes or no, ${first} and ${second}`,
    kind: 'FALSE_ALARM',
    isSlow: first + second >= 40,
    once(random) {
      const common = 0.05 + 0.9 * random.fraction();
      const count = (n: number) => people(n, () => ({ outcome: random.fraction() < common ? 1 : 0, baseline: null }));
      const arms = [count(first), count(second)];
      const key = arms.map((arm) => arm.reduce((sum, { outcome }) => sum + outcome, 0)).join(':');
      const before = known.get(key);
      if (before !== undefined) return before;
      const claimed = claims(verdictsOf('YES_NO', arms));
      known.set(key, claimed);
      return claimed;
    },
  };
}

/** Baselines go with outcomes by .7, or there are none. */
function unequal(sizes: readonly number[], spreads: readonly number[], withBaseline: boolean): Scenario {
  const { length } = sizes;
  return {
    name: `${length} arms of ${sizes.join(', ')} at spreads ${spreads.join(', ')}${withBaseline ? ', adjusted' : ''}`,
    kind: 'FALSE_ALARM',
    isSlow: length > 2,
    once: (random) =>
      claims(
        verdictsOf(
          'CONTINUOUS',
          sizes.map((size, a) =>
            people(size, () => {
              const baseline = normal(random);
              const outcome = (0.7 * baseline + 0.714 * normal(random)) * (spreads[a] as number);
              return { outcome, baseline: withBaseline ? baseline : null };
            }),
          ),
        ),
      ),
  };
}

function ratings(...sizes: number[]): Scenario {
  const steps = [5, 15, 40, 80, 100];
  return {
    name: `ratings on five steps, ${sizes.join(', ')}`,
    kind: 'FALSE_ALARM',
    isSlow: sizes.length > 2,
    once: (random) =>
      claims(
        verdictsOf(
          'RATING',
          sizes.map((size) =>
            people(size, () => {
              const at = random.below(100);
              return { outcome: 1 + steps.findIndex((upTo) => at < upTo), baseline: null };
            }),
          ),
        ),
      ),
  };
}

const TARGETS = { completion: 0.9, onTime: 0.85, feedback: 0.95, quality: 80 };

/** 12 tasks that are on time as often as asked, each person as diligent as by chance: does the report call one late? */
function itemsOnTarget(size: number): Scenario {
  const keys = Array.from({ length: 12 }, (_, i) => `task-${i}`);
  const definition = planDefinition.parse({
    format: 'planwright/1',
    key: 'on-target',
    title: { en: 'On target' },
    stages: [
      {
        key: 'stage',
        title: { en: 'Stage' },
        items: keys.map((key) => ({
          key,
          kind: 'TASK',
          title: { en: key },
          requirement: 'REQUIRED',
          task: { deliverable: 'TEXT' },
        })),
      },
    ],
  });
  return {
    name: `12 items on target, ${size} people`,
    kind: 'FALSE_ALARM',
    once(random) {
      const each = (chance: number) =>
        Array.from({ length: size }, () => ({ count: random.fraction() < chance ? 1 : 0, of: 1 }));
      const tasks = keys.map((itemKey) => ({
        itemKey,
        title: { en: itemKey },
        completion: shareLine('completion', {}, each(1)),
        onTime: shareLine('onTime', {}, each(TARGETS.onTime)),
        quality: null,
        association: null,
      }));
      const findings = findFindings(
        {
          definition,
          rows: [],
          metrics: [],
          primaryMetric: null,
          smallestEffect: null,
          ratings: [],
          departments: {},
          earlierMentors: {},
          experiment: null,
          targets: TARGETS,
        },
        { courses: [], tasks, mentors: [], correlations: [] },
      );
      return findings.some(({ grade }) => grade !== 'NOT_ENOUGH_DATA');
    },
  };
}

/**
 * Items of one person are alike (intraclass correlation .1 to .5): each makes the next of the same kind likelier, as in Pólya's urn.
 */
export function drawItems(random: Random, size: number): { truth: number; parts: { count: number; of: number }[] } {
  const truth = 0.5 + 0.4 * random.fraction();
  const likeness = 0.1 + 0.4 * random.fraction();
  const memory = (1 - likeness) / likeness;
  const parts = Array.from({ length: size }, () => {
    const of = 6 + random.below(9);
    let count = 0;
    for (let i = 0; i < of; i += 1) if (random.fraction() < (truth * memory + count) / (memory + i)) count += 1;
    return { count, of };
  });
  return { truth, parts };
}

function itemShares(size: number): Scenario {
  return {
    name: `share over the items of ${size} people`,
    kind: 'COVERAGE',
    once(random) {
      const { truth, parts } = drawItems(random, size);
      const { interval } = clusteredShare(parts);
      return interval !== null && interval.low <= truth && truth <= interval.high;
    },
  };
}

export const SCENARIOS: readonly Scenario[] = [
  yesNo(4, 4),
  yesNo(4, 60),
  yesNo(10, 14),
  yesNo(24, 24),
  yesNo(60, 60),
  unequal([4, 12], [3, 1], true),
  unequal([12, 4], [1, 3], false),
  unequal([8, 24], [1, 2], true),
  unequal([20, 20, 20, 20], [1, 1, 1, 1], true),
  unequal([30, 10, 20, 8], [1, 2, 1, 3], true),
  ratings(10, 10),
  ratings(6, 18),
  ratings(24, 24, 24, 24),
  itemsOnTarget(12),
  itemsOnTarget(30),
  itemShares(12),
  itemShares(20),
  itemShares(60),
];
