import { requireFinite, requireSameLength } from './finite.js';
import { noResult, type Options, type TestResult } from './result.js';
import { robustContrast } from './robust-contrast.js';
import { tResult } from './t-tests.js';

/** With what `dunnett` has to know of a comparison that shares its reference with others. */
export interface AncovaResult extends TestResult {
  /** Part of the squared error that arm 0 brings in, 0–1; null where there is no error. */
  referenceShare: number | null;
}

/**
 * Effect of an arm on the outcome, adjusted for covariates: HC2 errors with Satterthwaite's degrees of freedom, each arm with its
 * own spread (`robustContrast`). estimate = arm 1 minus arm 0. Reasons: `too-few`, `constant` (no residual variance), `separated`
 * (one person alone decides the mean of their arm).
 */
export function ancova(
  outcome: readonly number[],
  arm: readonly (0 | 1)[],
  covariates: Readonly<Record<string, readonly number[]>>,
  options: Options = {},
): AncovaResult {
  const method = 'ANCOVA, HC2';
  const none = (reason: string, known: Partial<TestResult> = {}): AncovaResult => ({
    ...noResult(method, reason, known),
    referenceShare: null,
  });
  requireFinite(outcome, 'outcome');
  requireSameLength(outcome, arm, ['outcome', 'arm']);
  for (const [name, values] of Object.entries(covariates)) {
    requireFinite(values, name);
    requireSameLength(outcome, values, ['outcome', name]);
  }
  const treated = arm.filter((value) => value === 1).length;
  if (treated < 2 || arm.length - treated < 2 || arm.length <= Object.keys(covariates).length + 2)
    return none('too-few');
  // Covariates would leave rounding errors of nothing, and a narrow interval of those.
  if (outcome.every((value) => value === outcome[0])) return none('constant', { estimate: 0 });
  const found = robustContrast(outcome, arm, Object.values(covariates));
  if (typeof found === 'string') return none(found);
  return {
    ...tResult(method, found.estimate, found.standardError, found.df, options),
    referenceShare: found.referenceShare,
  };
}
