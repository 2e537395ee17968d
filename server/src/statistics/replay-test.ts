import { type Allocation, clusterOf, draw, parseAlgorithm, type Roster } from './allocate.js';
import { noResult, type TestResult } from './result.js';

/**
 * Exact test by the design itself: the arms are drawn again and again by the algorithm that drew them, and the difference
 * of means (second arm minus first; of cluster means under CLUSTERS) is compared with that of the real drawing.
 * p = (b + 1)/(B + 1). People without an outcome are left out of each drawing alike.
 */
export function replayTest(
  roster: readonly Roster[],
  outcome: Readonly<Record<string, number>>,
  allocation: Allocation,
  options: { seed: string; replicates?: number },
): TestResult {
  const { method, arms } = parseAlgorithm(allocation.algorithm);
  const name = 'Replayed allocation';
  const { seed, replicates = 9_999 } = options;
  if (!Number.isInteger(replicates) || replicates < 1)
    throw new RangeError(`replicates is ${replicates}, not a whole number from 1`);
  for (const [id, value] of Object.entries(outcome))
    if (!Number.isFinite(value)) throw new RangeError(`outcome[${id}] is ${value}, not a finite number`);
  const [reference, other] = arms;
  if (!reference || !other) throw new RangeError('a difference needs two arms');
  const people = [...roster].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const measured = people.filter(({ id }) => outcome[id] !== undefined);
  const difference = (armOf: (id: string) => string | undefined): number | null => {
    const cells = new Map<string, { sum: number; n: number; arm: string | undefined }>();
    for (const person of measured) {
      const arm = armOf(person.id);
      const key = method === 'CLUSTERS' ? clusterOf(person) : (arm ?? '');
      const cell = cells.get(key) ?? { sum: 0, n: 0, arm };
      cells.set(key, { sum: cell.sum + (outcome[person.id] as number), n: cell.n + 1, arm });
    }
    const meanOf = (arm: string): number | null => {
      const means = [...cells.values()].filter((cell) => cell.arm === arm).map(({ sum, n }) => sum / n);
      return means.length === 0 ? null : means.reduce((sum, mean) => sum + mean, 0) / means.length;
    };
    const [first, second] = [meanOf(reference.key), meanOf(other.key)];
    return first === null || second === null ? null : second - first;
  };
  const estimate = difference((id) => allocation.assignments[id]);
  if (estimate === null) return noResult(name, 'too-few');
  // Sums in another order differ in their last digits: as extreme, not less.
  const limit = Math.abs(estimate) * (1 - 1e-9);
  let extreme = 0;
  for (let b = 0; b < replicates; b += 1) {
    const assigned = draw(people, arms, { seed: `${seed}:${b}`, method });
    const again = difference((id) => assigned.get(id));
    if (again === null || Math.abs(again) >= limit) extreme += 1;
  }
  const pValue = (extreme + 1) / (replicates + 1);
  return { estimate, statistic: estimate, df: null, pValue, interval: null, standardError: null, method: name };
}
