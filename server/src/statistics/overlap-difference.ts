import { requireFinite, requireSameLength } from './finite.js';
import { overlapWeights } from './overlap-weights.js';
import { noResult, type TestResult } from './result.js';
import { robustContrast } from './robust-contrast.js';
import { tResult } from './t-tests.js';

/** A weight below this share of its arm says nothing; regression needs positive ones. */
const NEGLIGIBLE = 1e-12;

/**
 * Difference of two groups that were not assigned at random (second minus first): overlap weights from a logistic propensity, then
 * weighted regression on the same covariates, sandwich errors (HC2 of the weighted fit, R `sandwich::vcovHC`) with
 * Satterthwaite's degrees of freedom. Reasons: `too-few`, `constant` (everybody has the same outcome, or nothing is left to vary), `separated` (a row
 * that nothing else can predict).
 */
export function overlapDifference(
  outcome: readonly number[],
  group: readonly (0 | 1)[],
  covariates: Readonly<Record<string, readonly number[]>>,
  level = 0.95,
): TestResult {
  const method = 'Overlap weights and regression, HC2';
  requireFinite(outcome, 'outcome');
  requireSameLength(outcome, group, ['outcome', 'group']);
  const second = group.filter((value) => value === 1).length;
  if (second < 2 || group.length - second < 2 || group.length <= Object.keys(covariates).length + 2)
    return noResult(method, 'too-few');
  if (outcome.every((value) => value === outcome[0])) return noResult(method, 'constant');
  const { weights } = overlapWeights(group, covariates);
  const kept = weights.flatMap((weight, i) => (weight > NEGLIGIBLE ? [i] : []));
  const of = <T>(list: readonly T[]): T[] => kept.map((i) => list[i] as T);
  let found: ReturnType<typeof robustContrast>;
  try {
    found = robustContrast(of(outcome), of(group), Object.values(covariates).map(of), of(weights));
  } catch (error) {
    if (error instanceof RangeError) return noResult(method, 'separated');
    throw error;
  }
  if (typeof found === 'string') return noResult(method, found);
  return tResult(method, found.estimate, found.standardError, found.df, { level });
}
