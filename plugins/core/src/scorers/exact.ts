/** Scores are counted in millionths, weights and results in hundredths: whole numbers, so that no sum depends on its order. */
const SCORE_UNITS = 1_000_000;
const WEIGHT_UNITS = 100;

export interface Weighted {
  score: number;
  weight: number;
}

export const weightUnits = (weight: number): bigint => BigInt(Math.round(weight * WEIGHT_UNITS));
const scoreUnits = (score: number): bigint => BigInt(Math.round(score * SCORE_UNITS));

/**
 * The weighted mean with two decimals (half up), and what each part gives and could give of it. The parts add up to the whole
 * exactly. Undefined where all weights are 0.
 */
export function weightedMean(
  parts: readonly Weighted[],
): { mean: number; shares: { points: number; of: number }[] } | undefined {
  const weights = parts.map(({ weight }) => weightUnits(weight));
  const whole = weights.reduce((a, b) => a + b, 0n);
  if (whole === 0n) return undefined;
  const products = parts.map(({ score }, i) => scoreUnits(score) * (weights[i] ?? 0n));
  const total = products.reduce((a, b) => a + b, 0n);
  // Hundredths of a point: millionths by 10,000.
  const divisor = whole * BigInt(SCORE_UNITS / 100);
  const mean = (2n * total + divisor) / (2n * divisor);
  const points = apportion(mean, products, divisor);
  const of = apportion(
    10_000n,
    weights.map((weight) => weight * 10_000n),
    whole,
  );
  return {
    mean: Number(mean) / 100,
    shares: parts.map((_, i) => ({ points: Number(points[i] ?? 0n) / 100, of: Number(of[i] ?? 0n) / 100 })),
  };
}

/** Whole numbers that add up to `whole`, each next to its exact share: the largest remainders get what is left over. */
function apportion(whole: bigint, shares: readonly bigint[], divisor: bigint): bigint[] {
  const floors = shares.map((share) => share / divisor);
  const left = Number(whole - floors.reduce((a, b) => a + b, 0n));
  const byRemainder = shares
    .map((share, i) => ({ i, remainder: share % divisor }))
    .sort((a, b) => (a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : a.i - b.i));
  const raised = new Set(byRemainder.slice(0, left).map(({ i }) => i));
  return floors.map((floor, i) => (raised.has(i) ? floor + 1n : floor));
}

/** A score with two decimals, half up. */
export const rounded = (score: number): number => {
  const unit = BigInt(SCORE_UNITS / 100);
  return Number((2n * scoreUnits(score) + unit) / (2n * unit)) / 100;
};
