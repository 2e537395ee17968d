/** The smallest two-sided p that n₁ + n₂ people can ever give: 2 / C(n₁+n₂, n₁). 0.1 at 3 against 3, 0.029 at 4 against 4. */
export function attainableP([a, b]: readonly [number, number]): number {
  const [small, all] = [Math.min(a, b), a + b];
  let ways = 1;
  for (let i = 1; i <= small; i += 1) ways = (ways * (all - small + i)) / i;
  return Math.min(1, 2 / ways);
}
