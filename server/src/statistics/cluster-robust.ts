import type { Matrix } from './qr.js';
import { symmetricEigen } from './symmetric-eigen.js';

/**
 * CR2 variances with Satterthwaite degrees of freedom (R. Bell, D. McCaffrey 2002; J. Pustejovsky, E. Tipton 2018) under
 * the working model of independent equal errors: A_g = (I − H_gg)^(−1/2), by its generalised inverse.
 */
export function clusterRobust(
  x: Matrix,
  residuals: readonly number[],
  inverse: Matrix,
  cluster: readonly (string | number)[],
): { variance: number[]; df: number[] } {
  const groups = new Map<string | number, number[]>();
  for (const [i, key] of cluster.entries()) groups.set(key, [...(groups.get(key) ?? []), i]);
  if (groups.size < 2) throw new RangeError('one cluster alone cannot tell how clusters differ');
  const p = inverse.length;
  // M X'_g A_g: what cluster g adds to each coefficient.
  const reach = x.map((row) =>
    inverse.map((line) => line.reduce((sum, value, k) => sum + value * (row[k] as number), 0)),
  );
  const parts = [...groups.values()].map((rows) => {
    const adjust = inverseRoot(
      rows.map((i) => rows.map((j) => (i === j ? 1 : 0) - dot(x[i] as number[], reach[j] as number[]))),
    );
    // weights[j][r]: coefficient j, row r of the cluster
    const weights = Array.from({ length: p }, (_, j) =>
      rows.map((_row, r) =>
        rows.reduce(
          (sum, i, s) => sum + ((reach[i] as number[])[j] as number) * ((adjust[s] as number[])[r] as number),
          0,
        ),
      ),
    );
    return { rows, weights };
  });
  const variance: number[] = [];
  const df: number[] = [];
  for (let j = 0; j < p; j += 1) {
    variance.push(
      parts.reduce((sum, { rows, weights }) => {
        const score = rows.reduce(
          (total, i, r) => total + ((weights[j] as number[])[r] as number) * (residuals[i] as number),
          0,
        );
        return sum + score * score;
      }, 0),
    );
    df.push(satterthwaite(parts, j, x, reach));
  }
  return { variance, df };
}

interface Part {
  rows: number[];
  weights: number[][];
}

/** (tr P)² / tr(P²) with P_gh = g'_g (I − H) g_h, g_g the cluster's weights padded with zeros. */
function satterthwaite(parts: readonly Part[], j: number, x: Matrix, reach: Matrix): number {
  const p = (x[0] as number[]).length;
  // X' g_g and (X'X)⁻¹X' g_g, so that no n × n matrix is built.
  const sums = parts.map(({ rows, weights }) => {
    const [plain, reached] = [new Array<number>(p).fill(0), new Array<number>(p).fill(0)];
    let square = 0;
    for (const [r, i] of rows.entries()) {
      const weight = (weights[j] as number[])[r] as number;
      square += weight * weight;
      for (let k = 0; k < p; k += 1) {
        plain[k] = (plain[k] as number) + weight * ((x[i] as number[])[k] as number);
        reached[k] = (reached[k] as number) + weight * ((reach[i] as number[])[k] as number);
      }
    }
    return { plain, reached, square };
  });
  let [trace, squares] = [0, 0];
  for (const [g, one] of sums.entries())
    for (const [h, other] of sums.entries()) {
      const entry = (g === h ? one.square : 0) - dot(one.plain, other.reached);
      if (g === h) trace += entry;
      squares += entry * entry;
    }
  return (trace * trace) / squares;
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, k) => sum + value * (b[k] as number), 0);

/** The symmetric generalised inverse square root. */
function inverseRoot(matrix: Matrix): Matrix {
  const { values, vectors } = symmetricEigen(matrix);
  const most = Math.max(...values.map(Math.abs));
  const roots = values.map((value) => (value > 1e-10 * most ? 1 / Math.sqrt(value) : 0));
  return matrix.map((_, i) =>
    matrix.map((_row, j) =>
      roots.reduce(
        (sum, root, k) =>
          sum + root * ((vectors[i] as number[])[k] as number) * ((vectors[j] as number[])[k] as number),
        0,
      ),
    ),
  );
}
