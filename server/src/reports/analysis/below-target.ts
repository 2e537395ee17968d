import { benjaminiHochberg, binomial, studentT } from '../../statistics/index.js';
import type { Grade, ItemLine } from './report-data.js';

/** How surely something lies below its target, corrected for all items that were looked at. */
export interface BelowTarget {
  adjustedP: number;
  grade: Grade;
}

export interface ItemEvidence {
  onTime: BelowTarget | null;
  quality: BelowTarget | null;
  /** Figures that were held against a target: the chance of a false alarm is that of all of them together. */
  tested: number;
}

const SURE = 0.05;
/** The number of people from which on evidence counts as strong. */
const MANY = 20;

/**
 * Each item's share on time and each course's quality against the target, one-sided: exact binomial, t. Corrected over all of them
 * (Benjamini and Hochberg), since the worst of 12 items on target is below it by more than any single one would be.
 */
export function belowTarget(
  lines: readonly ItemLine[],
  targets: { onTime: number; quality: number },
): Map<string, ItemEvidence> {
  const tests = lines.flatMap(({ itemKey, onTime, quality }) => [
    ...(onTime.of === 0
      ? []
      : [{ itemKey, kind: 'onTime' as const, n: onTime.of, p: binomial.cdf(onTime.count, onTime.of, targets.onTime) }]),
    ...(quality === null
      ? []
      : [{ itemKey, kind: 'quality' as const, n: quality.n, p: meanBelow(quality, targets.quality) }]),
  ]);
  const adjusted = benjaminiHochberg(tests.map(({ p }) => Math.min(1, p)));
  const found = new Map<string, ItemEvidence>(
    lines.map(({ itemKey }) => [itemKey, { onTime: null, quality: null, tested: tests.length }]),
  );
  for (const [i, { itemKey, kind, n }] of tests.entries()) {
    const adjustedP = adjusted[i] ?? 1;
    const grade = adjustedP >= SURE ? 'NOT_ENOUGH_DATA' : n >= MANY ? 'STRONG' : 'MODERATE';
    const evidence = found.get(itemKey);
    if (evidence) found.set(itemKey, { ...evidence, [kind]: { adjustedP, grade } });
  }
  return found;
}

/** From the 95 % interval back to the one-sided p; scores that do not vary decide nothing. */
function meanBelow({ mean, low, high, n }: NonNullable<ItemLine['quality']>, target: number): number {
  if (low === null || high === null || !(high > low)) return 1;
  const error = (high - low) / 2 / studentT.quantile(0.975, n - 1);
  return studentT.cdf((mean - target) / error, n - 1);
}
