import type { Matrix } from './qr.js';

/** Eigenvalues and eigenvectors (in columns) of a symmetric matrix by Jacobi's rotations (Golub & Van Loan 8.5). */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the algorithm as it is published
export function symmetricEigen(matrix: Matrix): { values: number[]; vectors: Matrix } {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v: Matrix = a.map((_, i) => a.map((_row, j) => (i === j ? 1 : 0)));
  const at = (m: Matrix, i: number, j: number) => (m[i] as number[])[j] as number;
  const put = (m: Matrix, i: number, j: number, value: number) => {
    (m[i] as number[])[j] = value;
  };
  for (let sweep = 0; sweep < 100; sweep += 1) {
    let [off, whole] = [0, 0];
    for (let i = 0; i < n; i += 1)
      for (let j = 0; j < n; j += 1) {
        whole += at(a, i, j) ** 2;
        if (i !== j) off += at(a, i, j) ** 2;
      }
    if (off <= 1e-30 * whole) break;
    for (let p = 0; p < n - 1; p += 1)
      for (let q = p + 1; q < n; q += 1) {
        const apq = at(a, p, q);
        if (apq === 0) continue;
        const theta = (at(a, q, q) - at(a, p, p)) / (2 * apq);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        const s = t * c;
        for (let k = 0; k < n; k += 1) {
          const [akp, akq] = [at(a, k, p), at(a, k, q)];
          put(a, k, p, c * akp - s * akq);
          put(a, k, q, s * akp + c * akq);
        }
        for (let k = 0; k < n; k += 1) {
          const [apk, aqk] = [at(a, p, k), at(a, q, k)];
          put(a, p, k, c * apk - s * aqk);
          put(a, q, k, s * apk + c * aqk);
        }
        for (let k = 0; k < n; k += 1) {
          const [vkp, vkq] = [at(v, k, p), at(v, k, q)];
          put(v, k, p, c * vkp - s * vkq);
          put(v, k, q, s * vkp + c * vkq);
        }
      }
  }
  return { values: a.map((row, i) => row[i] as number), vectors: v };
}
