function requirePValues(p: readonly number[]): void {
  for (const [i, value] of p.entries())
    if (!(value >= 0 && value <= 1)) throw new RangeError(`p[${i}] is ${value}, not between 0 and 1`);
}

/** S. Holm 1979: keeps the chance of any false finding below the level (R `p.adjust(method = "holm")`). */
export function holm(p: readonly number[]): number[] {
  requirePValues(p);
  const order = p.map((_, i) => i).sort((i, j) => (p[i] as number) - (p[j] as number));
  const adjusted = new Array<number>(p.length);
  let most = 0;
  for (const [rank, i] of order.entries()) {
    most = Math.max(most, Math.min(1, (p.length - rank) * (p[i] as number)));
    adjusted[i] = most;
  }
  return adjusted;
}

/** Y. Benjamini, Y. Hochberg 1995: keeps the share of false ones among the findings below the level (R `"BH"`). */
export function benjaminiHochberg(p: readonly number[]): number[] {
  requirePValues(p);
  const order = p.map((_, i) => i).sort((i, j) => (p[j] as number) - (p[i] as number));
  const adjusted = new Array<number>(p.length);
  let least = 1;
  for (const [rank, i] of order.entries()) {
    least = Math.min(least, (p.length / (p.length - rank)) * (p[i] as number));
    adjusted[i] = least;
  }
  return adjusted;
}
