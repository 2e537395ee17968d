import { normal, studentT } from '../../statistics/index.js';

export interface AgreeingShare {
  count: number;
  of: number;
  low: number;
  high: number;
}

/** Above the middle of the scale: 4 and 5 of five, 3 and 4 of four. */
export const agrees = (value: number, scale: number): boolean => value > (scale + 1) / 2;

/**
 * The share of answers that agree, with a 95 % score interval (E. Wilson 1927). Answers about the same person, or by the same
 * superior, resemble each other: `groups` (one per answer) widen it by their design effect, on the degrees of freedom of the groups (N. Dean,
 * M. Pagano 2015, Evaluating confidence interval methods for binomial proportions in clustered surveys).
 */
export function shareWhoAgree(agreeing: readonly boolean[], groups?: readonly string[]): AgreeingShare {
  const of = agreeing.length;
  const count = agreeing.filter(Boolean).length;
  const share = count / of;
  const members = groups ? [...Map.groupBy(agreeing.keys(), (i) => groups[i] ?? '').values()] : [];
  if (members.length < 2 || members.length === of)
    return { count, of, ...scoreInterval(share, of, normal.quantile(0.975)) };
  const k = members.length;
  const between = members.reduce((sum, own) => {
    const off = own.reduce((total, i) => total + (agreeing[i] ? 1 : 0) - share, 0);
    return sum + off * off;
  }, 0);
  const simple = (share * (1 - share)) / of;
  const clustered = ((k / (k - 1)) * between) / (of * of);
  // Where all say the same nothing tells how alike groups are: then each group counts once.
  const effective = simple === 0 ? k : Math.min(of, Math.max(k / 2, (of * simple) / Math.max(clustered, simple)));
  return { count, of, ...scoreInterval(share, effective, studentT.quantile(0.975, k - 1)) };
}

function scoreInterval(share: number, n: number, z: number): { low: number; high: number } {
  const centre = share + (z * z) / (2 * n);
  const margin = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    low: share === 0 ? 0 : Math.max(0, (centre - margin) / scale),
    high: share === 1 ? 1 : Math.min(1, (centre + margin) / scale),
  };
}
