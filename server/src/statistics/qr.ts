/** Rows of a matrix. */
export type Matrix = number[][];

/** Householder QR of a matrix with at least as many rows as columns (G. Golub, C. Van Loan, Matrix Computations, 5.2). */
export class QrDecomposition {
  readonly #columns: Float64Array[];
  readonly #diagonal: number[] = [];
  /** Norms of the columns as they came, against which a rest counts as nothing. */
  readonly #norms: number[];
  readonly #rows: number;

  constructor(matrix: Matrix) {
    this.#rows = matrix.length;
    const width = matrix[0]?.length ?? 0;
    this.#columns = Array.from({ length: width }, (_, j) => Float64Array.from(matrix, (row) => row[j] as number));
    this.#norms = this.#columns.map((column) => norm(column, 0));
    for (let k = 0; k < width; k += 1) {
      const column = this.#columns[k] as Float64Array;
      const length = norm(column, k);
      const sign = (column[k] ?? 0) > 0 ? -1 : 1;
      this.#diagonal.push(sign * length);
      if (length <= 1e-11 * (this.#norms[k] as number)) {
        // Explained by the columns before it: no reflection, the rest is rounding.
        this.#diagonal[k] = 0;
        column.fill(0, k);
        continue;
      }
      column[k] = (column[k] as number) - sign * length;
      const scale = norm(column, k);
      for (let i = k; i < this.#rows; i += 1) column[i] = (column[i] as number) / scale;
      for (let j = k + 1; j < width; j += 1) reflect(column, this.#columns[j] as Float64Array, k);
    }
  }

  /** The first column that those before it explain. */
  dependentColumn(): number | undefined {
    const at = this.#diagonal.indexOf(0);
    return at < 0 ? undefined : at;
  }

  solve(y: readonly number[]): number[] {
    const target = this.#transformed(y);
    return this.#backSubstitute(target);
  }

  /** y minus its projection on the columns. */
  residuals(y: readonly number[]): number[] {
    const target = this.#transformed(y);
    for (let k = 0; k < this.#columns.length; k += 1) if (this.#diagonal[k] !== 0) target[k] = 0;
    for (let k = this.#columns.length - 1; k >= 0; k -= 1) reflect(this.#columns[k] as Float64Array, target, k);
    return [...target];
  }

  /** (X'X)⁻¹ = R⁻¹R⁻ᵀ */
  inverseOfNormal(): Matrix {
    const width = this.#columns.length;
    const inverse: Matrix = Array.from({ length: width }, () => new Array<number>(width).fill(0));
    for (let j = 0; j < width; j += 1) {
      const unit = new Float64Array(width);
      unit[j] = 1;
      const column = this.#backSubstitute(unit);
      for (let i = 0; i < width; i += 1) (inverse[i] as number[])[j] = column[i] as number;
    }
    return inverse.map((row) =>
      inverse.map((other) => row.reduce((sum, value, k) => sum + value * (other[k] as number), 0)),
    );
  }

  #transformed(y: readonly number[]): Float64Array {
    const target = Float64Array.from(y);
    for (let k = 0; k < this.#columns.length; k += 1) reflect(this.#columns[k] as Float64Array, target, k);
    return target;
  }

  #backSubstitute(target: Float64Array): number[] {
    const width = this.#columns.length;
    const solution = new Array<number>(width).fill(0);
    for (let k = width - 1; k >= 0; k -= 1) {
      let value = target[k] as number;
      for (let j = k + 1; j < width; j += 1)
        value -= ((this.#columns[j] as Float64Array)[k] as number) * (solution[j] as number);
      solution[k] = value / (this.#diagonal[k] as number);
    }
    return solution;
  }
}

function norm(column: Float64Array, from: number): number {
  let largest = 0;
  for (let i = from; i < column.length; i += 1) largest = Math.max(largest, Math.abs(column[i] as number));
  if (largest === 0) return 0;
  let sum = 0;
  for (let i = from; i < column.length; i += 1) sum += ((column[i] as number) / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** x ← (I − 2vv')x over the rows from k on. */
function reflect(v: Float64Array, x: Float64Array, k: number): void {
  let product = 0;
  for (let i = k; i < v.length; i += 1) product += (v[i] as number) * (x[i] as number);
  if (product === 0) return;
  for (let i = k; i < v.length; i += 1) x[i] = (x[i] as number) - 2 * product * (v[i] as number);
}
