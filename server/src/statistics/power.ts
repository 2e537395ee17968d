import { normal, studentT } from './distributions.js';
import { findRoot } from './find-root.js';
import { requireProbability } from './finite.js';
import { noncentralTUpper } from './noncentral-t.js';

/** One of the four is left out and solved for. `level` is the level of confidence, 0.95. */
export interface TTestPlan {
  /** People in each arm. */
  n?: number;
  /** Difference of means. */
  delta?: number;
  sd?: number;
  power?: number;
  level?: number;
}

function requirePositive(value: number | undefined, name: string): void {
  if (value !== undefined && !(value > 0 && Number.isFinite(value)))
    throw new RangeError(`${name} is ${value}, not positive`);
}

/** Two-sided two-sample t-test (R `power.t.test`, whose power counts the side of the effect alone). */
export function powerTTest(q: TTestPlan): Required<Omit<TTestPlan, 'level'>> {
  const { level = 0.95 } = q;
  requireProbability(level, 'level');
  if (q.power !== undefined) requireProbability(q.power, 'power');
  requirePositive(q.n, 'n');
  requirePositive(q.sd, 'sd');
  if (q.delta !== undefined) requirePositive(Math.abs(q.delta), 'delta');
  if (q.n !== undefined && q.n < 2) throw new RangeError(`n is ${q.n}: a variance needs two people in each arm`);
  const missing = (['n', 'delta', 'sd', 'power'] as const).filter((name) => q[name] === undefined);
  if (missing.length !== 1) throw new RangeError('leave out one of n, delta, sd and power: that one is solved for');
  const powerOf = (n: number, delta: number, sd: number): number => {
    const df = 2 * (n - 1);
    return noncentralTUpper(-studentT.quantile((1 - level) / 2, df), df, (Math.sqrt(n / 2) * Math.abs(delta)) / sd);
  };
  const { n = 0, delta = 0, sd = 0, power = 0 } = q;
  switch (missing[0]) {
    case 'power':
      return { n, delta, sd, power: powerOf(n, delta, sd) };
    case 'n':
      return { n: solved((value) => powerOf(value, delta, sd) - power, 2, 1e7), delta, sd, power };
    case 'sd':
      return {
        n,
        delta,
        sd: solved((value) => power - powerOf(n, delta, value), Math.abs(delta) * 1e-4, Math.abs(delta) * 1e7),
        power,
      };
    default:
      return { n, delta: solved((value) => powerOf(n, value, sd) - power, sd * 1e-7, sd * 1e7), sd, power };
  }
}

/** Where an increasing function crosses zero; its lower end when it starts above. */
function solved(f: (value: number) => number, low: number, high: number): number {
  if (f(low) >= 0) return low;
  let top = low * 2;
  while (top < high && f(top) < 0) top *= 2;
  if (top >= high) throw new RangeError('no value reaches this power');
  return findRoot(f, low, top, 1e-12);
}

export interface ProportionsPlan {
  n?: number;
  p1?: number;
  p2?: number;
  power?: number;
  level?: number;
}

/** Two-sided comparison of two shares (R `power.prop.test`). A p1 or p2 that is left out is sought above the other one, p1 below. */
export function powerProportions(q: ProportionsPlan): Required<Omit<ProportionsPlan, 'level'>> {
  const { level = 0.95 } = q;
  for (const [name, value] of [
    ['level', level],
    ['power', q.power],
    ['p1', q.p1],
    ['p2', q.p2],
  ] as const)
    if (value !== undefined) requireProbability(value, name);
  requirePositive(q.n, 'n');
  const missing = (['n', 'p1', 'p2', 'power'] as const).filter((name) => q[name] === undefined);
  if (missing.length !== 1) throw new RangeError('leave out one of n, p1, p2 and power: that one is solved for');
  const z = normal.quantile(1 - (1 - level) / 2);
  const powerOf = (n: number, p1: number, p2: number): number => {
    const pooled = Math.sqrt((p1 + p2) * (1 - (p1 + p2) / 2));
    const apart = Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
    return normal.cdf((Math.sqrt(n) * Math.abs(p1 - p2) - z * pooled) / apart);
  };
  const { n = 0, p1 = 0, p2 = 0, power = 0 } = q;
  const tiny = 1e-12;
  switch (missing[0]) {
    case 'power':
      return { n, p1, p2, power: powerOf(n, p1, p2) };
    case 'n':
      return { n: solved((value) => powerOf(value, p1, p2) - power, 2, 1e9), p1, p2, power };
    case 'p2':
      return { n, p1, p2: share((value) => powerOf(n, p1, value) - power, p1, 1 - tiny), power };
    default:
      return { n, p1: share((value) => powerOf(n, value, p2) - power, p2, tiny), p2, power };
  }
}

function share(f: (value: number) => number, near: number, far: number): number {
  if (f(far) < 0) throw new RangeError('no share reaches this power with so few people');
  return findRoot(f, near, far, 1e-13);
}
