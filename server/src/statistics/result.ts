/** Bounds that hold the true value in `level` of all samples. */
export interface Interval {
  low: number;
  high: number;
  level: number;
}

export type Tail = 'two-sided' | 'less' | 'greater';

export interface Options {
  /** 0.95 unless told. */
  level?: number;
  alternative?: Tail;
}

export interface TestResult {
  estimate: number | null;
  statistic: number | null;
  df: number | null;
  pValue: number | null;
  interval: Interval | null;
  standardError: number | null;
  method: string;
  /** Why a figure does not exist: `constant`, `too-few` … */
  reason?: string;
}

/** The answer where a figure does not exist. */
export const noResult = (method: string, reason: string, known: Partial<TestResult> = {}): TestResult => ({
  estimate: null,
  statistic: null,
  df: null,
  pValue: null,
  interval: null,
  standardError: null,
  method,
  reason,
  ...known,
});

/** P beyond the statistic, from the two one-sided probabilities. */
export function tailProbability(lower: number, upper: number, alternative: Tail): number {
  switch (alternative) {
    case 'less':
      return lower;
    case 'greater':
      return upper;
    case 'two-sided':
      return Math.min(1, 2 * Math.min(lower, upper));
  }
}

/** Estimate ± margin for two-sided questions; open to one side for the others. */
export function intervalAround(
  estimate: number,
  standardError: number,
  quantile: (p: number) => number,
  level: number,
  alternative: Tail,
): Interval {
  if (alternative === 'less')
    return { low: Number.NEGATIVE_INFINITY, high: estimate + standardError * quantile(level), level };
  if (alternative === 'greater')
    return { low: estimate - standardError * quantile(level), high: Number.POSITIVE_INFINITY, level };
  const margin = standardError * quantile(1 - (1 - level) / 2);
  return { low: estimate - margin, high: estimate + margin, level };
}
