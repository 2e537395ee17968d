/**
 * How strongly an unmeasured factor would have to go with both sides to explain an association away (T. VanderWeele,
 * P. Ding 2017): RR + √(RR(RR − 1)). `limit`: the bound of the interval nearer to 1; a bound beyond 1 needs nothing (1).
 * For a standardised mean difference d the risk ratio is about exp(0.91 d).
 */
export function eValue(riskRatio: number, limit?: number): { point: number; limit: number | null } {
  for (const [name, value] of [
    ['riskRatio', riskRatio],
    ['limit', limit ?? 1],
  ] as const)
    if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`${name} is ${value}, not a positive number`);
  const of = (ratio: number) => ratio + Math.sqrt(ratio * (ratio - 1));
  const up = riskRatio >= 1;
  const away = (ratio: number) => (up ? ratio : 1 / ratio);
  return { point: of(away(riskRatio)), limit: limit === undefined ? null : away(limit) <= 1 ? 1 : of(away(limit)) };
}

/** Risk ratio that a standardised mean difference is worth (VanderWeele & Ding, table 2). */
export const riskRatioOfDifference = (d: number): number => Math.exp(0.91 * d);
