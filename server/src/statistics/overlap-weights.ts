import { meanOf, squaresAround } from './describe.js';
import { requireSameLength } from './finite.js';
import { logistic } from './logistic.js';
import { compensatedSum } from './sum.js';

export interface OverlapWeights {
  /** Probability of being treated, given the covariates. */
  propensity: number[];
  /** 1 − e for the treated, e for the others, each arm summing to 1. */
  weights: number[];
  /** (Σw)² / Σw² of arm 0 and of arm 1. */
  effectiveSize: [number, number];
  /** Standardised mean differences (arm 1 − arm 0, in pooled unweighted standard deviations). */
  balance: { name: string; before: number; after: number }[];
}

/** Overlap weights (F. Li, K. Morgan, A. Zaslavsky 2018): they balance every covariate of the propensity model exactly. */
export function overlapWeights(
  treated: readonly (0 | 1)[],
  covariates: Readonly<Record<string, readonly number[]>>,
): OverlapWeights {
  for (const [name, values] of Object.entries(covariates)) requireSameLength(treated, values, ['treated', name]);
  const { fitted: propensity } = logistic(treated, covariates);
  const raw = propensity.map((e, i) => (treated[i] === 1 ? 1 - e : e));
  const inArm = (arm: 0 | 1) => treated.flatMap((value, i) => (value === arm ? [i] : []));
  const arms = [inArm(0), inArm(1)] as const;
  const sums = arms.map((rows) => compensatedSum(rows.length, (k) => raw[rows[k] as number] as number));
  const weights = raw.map((w, i) => w / (sums[treated[i] as number] as number));
  const size = (rows: readonly number[]): number => {
    const squares = compensatedSum(rows.length, (k) => (weights[rows[k] as number] as number) ** 2);
    return 1 / squares;
  };
  return {
    propensity,
    weights,
    effectiveSize: [size(arms[0]), size(arms[1])],
    balance: Object.entries(covariates).map(([name, values]) => {
      const plain = arms.map((rows) => rows.map((i) => values[i] as number));
      const means = plain.map(meanOf);
      const variances = plain.map((list, k) =>
        list.length < 2 ? 0 : squaresAround(list, means[k] as number) / (list.length - 1),
      );
      const sd = Math.sqrt(((variances[0] as number) + (variances[1] as number)) / 2);
      const weighted = arms.map((rows) =>
        compensatedSum(
          rows.length,
          (k) => (weights[rows[k] as number] as number) * (values[rows[k] as number] as number),
        ),
      );
      const scaled = (difference: number) => (sd === 0 ? 0 : difference / sd);
      return {
        name,
        before: scaled((means[1] as number) - (means[0] as number)),
        after: scaled((weighted[1] as number) - (weighted[0] as number)),
      };
    }),
  };
}
