import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { analyseExperiment } from '../../experiments/analysis/analyse-experiment.js';
import type { ExperimentData, MetricScale } from '../../experiments/analysis/experiment-data.js';
import { allocate } from '../../statistics/allocate.js';
import { Random } from '../../statistics/random.js';
import { experimentFiles, tellsNobodysAnswer } from './experiment-tables.js';

interface Trial {
  arms?: number;
  people?: number;
  scale?: MetricScale;
  unit?: ExperimentData['unit'];
  weights?: number[];
  effect?: number;
  baseline?: 'ALL' | 'SOME' | 'NONE';
  missing?: (i: number) => boolean;
  exploratory?: ExperimentData['exploratory'];
  constant?: boolean;
  metric?: string;
}

function trialOf(seed: string, of: Trial): ExperimentData {
  const { arms: count = 2, people = 40, scale = 'CONTINUOUS', unit = 'PERSON', effect = 8, baseline = 'ALL' } = of;
  const random = new Random(seed);
  const uniform = () => random.bits() / 2 ** 32;
  const normal = () => Math.sqrt(-2 * Math.log(uniform() + 1e-12)) * Math.cos(2 * Math.PI * uniform());
  const arms = Array.from({ length: count }, (_, i) => ({
    key: `v${i + 1}`,
    label: `v${i + 1}`,
    weight: of.weights?.[i] ?? 1,
  }));
  const clusterOf = (i: number) => (unit === 'PERSON' ? undefined : `m${i % 12}`);
  const roster = Array.from({ length: people }, (_, i) => {
    const cluster = clusterOf(i);
    return { id: `p${i}`, ...(cluster ? { cluster } : {}) };
  });
  const allocation = allocate(roster, arms, { seed, method: unit === 'PERSON' ? 'BLOCKS' : 'CLUSTERS' });
  return {
    metric: {
      key: of.metric ?? 'm',
      title: { en: 'm', 'zh-CN': 'm' },
      unit: null,
      direction: 'HIGHER_IS_BETTER',
      scale,
    },
    smallestEffect: scale === 'YES_NO' ? 0.1 : 3,
    unit,
    seed,
    arms,
    roster,
    allocation,
    ...(of.exploratory ? { exploratory: of.exploratory } : {}),
    members: roster.map(({ id }, i) => {
      const arm = allocation.assignments[id] ?? '';
      const shift = effect * (Number(arm.slice(1)) - 1);
      const before = 60 + 6 * normal();
      const value = of.constant ? 5 : before + shift + (arm === 'v1' ? 3 : 6) * normal();
      const rating = Math.min(5, Math.max(1, Math.round(3 + shift / 10 + normal())));
      const yes = uniform() < 0.3 + shift / 20 ? 1 : 0;
      return {
        personId: id,
        arm,
        delivered: arm,
        deviation: null,
        mentorId: clusterOf(i) ?? null,
        departmentId: null,
        baseline: baseline === 'NONE' || (baseline === 'SOME' && i % 9 === 0) || scale !== 'CONTINUOUS' ? null : before,
        outcome: of.missing?.(i) ? null : scale === 'CONTINUOUS' ? value : scale === 'RATING' ? rating : yes,
        // Superiors rate several each, and of each mentor's six people another one.
        ...(of.metric === undefined ? {} : { raterId: `r${Math.floor(i / 12) + 6 * (i % 3)}` }),
        ageDays: 90,
      };
    }),
  };
}

const TRIALS: [string, Trial][] = [
  ['a baseline of everybody', {}],
  ['a baseline of some', { baseline: 'SOME', missing: (i) => i % 11 === 0 }],
  ['no baseline and no difference', { baseline: 'NONE', effect: 0 }],
  ['arms of unequal size and spread', { weights: [1, 3], people: 32 }],
  ['ratings', { scale: 'RATING', people: 60 }],
  ['yes and no', { scale: 'YES_NO', people: 24, effect: 12 }],
  ['three versions', { arms: 3, people: 60, effect: 3 }],
  ['four versions, yes and no', { arms: 4, people: 40, scale: 'YES_NO', effect: 4 }],
  ['whole mentors', { unit: 'MENTOR', people: 60 }],
  ['six people', { people: 6 }],
  ['the same value for everybody', { constant: true }],
  ['ratings by superiors', { metric: 'satisfaction-superior' }],
  ['ratings by superiors, whole mentors', { metric: 'satisfaction-superior', unit: 'MENTOR', people: 72 }],
  ['an early stop', { exploratory: 'STOPPED' }],
  ['many without an outcome in one arm', { missing: (i) => i % 2 === 0 && i < 30 }],
];

const runs = (command: string): boolean => {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const run = (command: string, script: string, cwd: string) => {
  try {
    return { status: 0, said: execFileSync(command, [script], { cwd, encoding: 'utf8', stdio: 'pipe' }) };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { status, said: `${stdout}${stderr}` };
  }
};
const LANGUAGES: [string, string][] = [
  ['python3', 'verdict.py'],
  ['Rscript', 'verdict.R'],
];

describe.each(LANGUAGES)('%s', (command, script) => {
  const isThere = runs(command);
  if (!isThere) process.stdout.write(`${command} is not on this machine: ${script} is not run\n`);

  test.each(TRIALS)('says the same verdict of an experiment with %s, and another of other values', (name, of) => {
    if (!isThere) return;
    const data = trialOf(`verdict ${name}`, of);
    const analysis = analyseExperiment(data, { replicates: 99 });
    const folder = mkdtempSync(path.join(tmpdir(), 'verdict-'));
    expect(tellsNobodysAnswer(data)).toBe(true);
    const files = experimentFiles({ data, analysis }, (id) => `x${id}`);
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
    const { status, said } = run(command, script, folder);
    expect({ status, said }).toMatchObject({ status: 0 });
    for (const { arm, verdict } of analysis.comparisons) expect(said).toContain(`${arm} minus v1: ${verdict}`);

    // Somebody improves what the report told.
    const told = files['verdicts.csv']?.replace(
      /(TOO_FEW|NOT_COMPARABLE|INCONCLUSIVE|EXPLORATORY|EQUIVALENT|(BETTER|WORSE)_[A-Z]+)/,
      'MADE_UP',
    );
    writeFileSync(path.join(folder, 'verdicts.csv'), told ?? '');
    expect(run(command, script, folder)).toMatchObject({ status: 1, said: expect.stringContaining('DIFFERS') });
    rmSync(folder, { recursive: true });
  });
});
