import { requireFinite, requireSameLength } from './finite.js';
import { type Coefficient, leastSquares } from './least-squares.js';
import { overlapWeights } from './overlap-weights.js';
import type { TestResult } from './result.js';

/** A weight below this share of its arm says nothing; regression needs positive ones. */
const NEGLIGIBLE = 1e-12;

/**
 * Difference of two groups that nobody drew by lot (second minus first): overlap weights from a logistic propensity, then
 * weighted regression on the same covariates, sandwich errors (HC2 of the weighted fit, R `sandwich::vcovHC`), n − p degrees
 * of freedom. Reasons: `too-few`, `constant` (everybody has the same outcome, or nothing is left to vary), `separated` (a row
 * that nothing else can predict).
 */
export function overlapDifference(
  outcome: readonly number[],
  group: readonly (0 | 1)[],
  covariates: Readonly<Record<string, readonly number[]>>,
  level = 0.95,
): TestResult {
  const method = 'Overlap weights and regression, HC2';
  const none = (reason: string): TestResult => ({
    estimate: null,
    statistic: null,
    df: null,
    pValue: null,
    interval: null,
    standardError: null,
    method,
    reason,
  });
  requireFinite(outcome, 'outcome');
  requireSameLength(outcome, group, ['outcome', 'group']);
  const second = group.filter((value) => value === 1).length;
  if (second < 2 || group.length - second < 2 || group.length <= Object.keys(covariates).length + 2)
    return none('too-few');
  if (outcome.every((value) => value === outcome[0])) return none('constant');
  const { weights } = overlapWeights(group, covariates);
  const kept = weights.flatMap((weight, i) => (weight > NEGLIGIBLE ? [i] : []));
  const of = <T>(list: readonly T[]): T[] => kept.map((i) => list[i] as T);
  const columns = Object.fromEntries(Object.entries(covariates).map(([name, values]) => [name, of(values)]));
  let effect: Coefficient;
  try {
    const model = leastSquares(
      of(outcome),
      { group: of(group), ...columns },
      { weights: of(weights), covariance: 'HC2', level },
    );
    effect = model.coefficients[1] as Coefficient;
  } catch (error) {
    if (error instanceof RangeError) return none('separated');
    throw error;
  }
  const { estimate, standardError, statistic, df, pValue, interval } = effect;
  if (!(standardError > 0)) return { ...none('constant'), estimate };
  return { estimate, standardError, statistic, df, pValue, interval, method };
}
