import type { Interval } from './result.js';

export type Verdict =
  | 'TOO_FEW'
  | 'NOT_COMPARABLE'
  | 'INCONCLUSIVE'
  | 'EQUIVALENT'
  | 'BETTER_TESTED'
  | 'BETTER_MEANINGFUL'
  | 'WORSE_TESTED'
  | 'WORSE_MEANINGFUL'
  | 'ASSOCIATED_ONLY'
  | 'EXPLORATORY';

export interface VerdictQuestion {
  design: 'RANDOMISED' | 'OBSERVATIONAL' | 'BEFORE_AFTER';
  /** Metric, smallest effect and date were written down before. */
  registered: boolean;
  /** People measured in each arm. */
  perArm: [number, number];
  /** Of the second arm minus the first. */
  interval: Interval | null;
  /** The smallest difference that matters, in the metric's unit; positive. */
  smallestEffect: number;
  direction: 'HIGHER_IS_BETTER' | 'LOWER_IS_BETTER';
  integrity: { key: string; passed: boolean }[];
  /** The smallest p that this design could ever give. */
  attainableP: number;
}

const FEWEST_PER_ARM = 4;

/**
 * What may be said, decided by the interval and never by the estimate. Smallest numbers come first, then whether the arms
 * can be compared at all; a difference that was not asked for beforehand stays exploratory, and one that was not
 * randomised is an association however small its p, and no proof of likeness however narrow its interval.
 */
export function verdict(q: VerdictQuestion): Verdict {
  if (!(q.smallestEffect > 0 && Number.isFinite(q.smallestEffect)))
    throw new RangeError(`smallestEffect is ${q.smallestEffect}, not a positive number`);
  const { low, high, level } = q.interval ?? { low: Number.NaN, high: Number.NaN, level: 0.95 };
  if (Math.min(...q.perArm) < FEWEST_PER_ARM || q.attainableP > 1 - level + 1e-12) return 'TOO_FEW';
  if (q.integrity.some(({ passed }) => !passed)) return 'NOT_COMPARABLE';
  if (q.interval === null || !hasWidth(low, high)) return 'INCONCLUSIVE';
  if (!q.registered) return 'EXPLORATORY';
  const excludesZero = low > 0 || high < 0;
  if (q.design !== 'RANDOMISED') return excludesZero ? 'ASSOCIATED_ONLY' : 'INCONCLUSIVE';
  if (within(low, high, q.smallestEffect)) return 'EQUIVALENT';
  if (!excludesZero) return 'INCONCLUSIVE';
  const isHigher = low > 0;
  const isMeaningful = isHigher ? low >= q.smallestEffect : high <= -q.smallestEffect;
  const isBetter = isHigher === (q.direction === 'HIGHER_IS_BETTER');
  if (isBetter) return isMeaningful ? 'BETTER_MEANINGFUL' : 'BETTER_TESTED';
  return isMeaningful ? 'WORSE_MEANINGFUL' : 'WORSE_TESTED';
}

/** An interval without width says that its method failed (ties), not that the difference is known. */
const hasWidth = (low: number, high: number): boolean =>
  high - low > 1e-12 * Math.max(Math.abs(low), Math.abs(high), Number.MIN_VALUE);

/** The whole interval lies where differences do not matter. */
const within = (low: number, high: number, smallest: number): boolean => low > -smallest && high < smallest;
