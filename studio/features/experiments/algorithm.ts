/** How people were drawn, as `algorithm` says it: `BLOCKS/1 v1:1,v2:1 xoshiro128ss`. */
export interface Drawing {
  method: 'BLOCKS' | 'PAIRS' | 'CLUSTERS';
  /** People of one block, pair or row of clusters: as many as the weights give together. */
  size: number;
  weights: readonly number[];
  generator: string;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Undefined where another version of the server has written it in a way that this one does not know. */
export function readAlgorithm(algorithm: string): Drawing | undefined {
  const match = /^(BLOCKS|PAIRS|CLUSTERS)\/\d+ (\S+) (\S+)$/.exec(algorithm);
  const [, method, arms, generator] = match ?? [];
  if (!arms || !generator || (method !== 'BLOCKS' && method !== 'PAIRS' && method !== 'CLUSTERS')) return undefined;
  const weights = arms.split(',').map((arm) => Number(arm.split(':').at(-1)));
  if (weights.some((weight) => !Number.isInteger(weight) || weight < 1)) return undefined;
  const common = weights.reduce(gcd, 0);
  return { method, weights, generator, size: weights.reduce((sum, weight) => sum + weight / common, 0) };
}
