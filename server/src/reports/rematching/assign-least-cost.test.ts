import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assignLeastCost } from './assign-least-cost.js';

/** Most rows with a column, and among those the least sum: every way is tried. */
function best(costs: number[][], row = 0, taken = new Set<number>()): { matched: number; sum: number } {
  if (row === costs.length) return { matched: 0, sum: 0 };
  let found = best(costs, row + 1, taken);
  for (const [column, cost] of (costs[row] ?? []).entries()) {
    if (taken.has(column) || !Number.isFinite(cost)) continue;
    const rest = best(costs, row + 1, new Set([...taken, column]));
    const one = { matched: rest.matched + 1, sum: rest.sum + cost };
    if (one.matched > found.matched || (one.matched === found.matched && one.sum < found.sum)) found = one;
  }
  return found;
}

const matrices = fc
  .record({ rows: fc.integer({ min: 1, max: 6 }), columns: fc.integer({ min: 1, max: 6 }) })
  .chain(({ rows, columns }) =>
    fc.array(
      fc.array(
        fc.oneof(
          { weight: 4, arbitrary: fc.integer({ min: -20, max: 50 }) },
          { weight: 2, arbitrary: fc.double({ min: 0, max: 3, noNaN: true }) },
          { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
        ),
        { minLength: columns, maxLength: columns },
      ),
      { minLength: rows, maxLength: rows },
    ),
  );

describe('assignment at least cost', () => {
  test('is as good as the best of all ways, gives no column twice and nothing that is forbidden', () => {
    fc.assert(
      fc.property(matrices, (costs) => {
        const answer = assignLeastCost(costs);
        const columns = answer.filter((column) => column !== null);
        expect(new Set(columns).size).toBe(columns.length);
        const chosen = answer.flatMap((column, row) => (column === null ? [] : [costs[row]?.[column] ?? Number.NaN]));
        expect(chosen.every(Number.isFinite)).toBe(true);
        const { matched, sum } = best(costs);
        expect(chosen).toHaveLength(matched);
        expect(chosen.reduce((total, cost) => total + cost, 0)).toBeCloseTo(sum, 8);
      }),
      { numRuns: 2000 },
    );
  });

  test('the order of columns changes no sum, and adding to a whole row changes no choice of value', () => {
    fc.assert(
      fc.property(matrices, fc.integer({ min: -9, max: 9 }), (costs, more) => {
        const value = (matrix: number[][]) =>
          assignLeastCost(matrix).reduce<number>(
            (sum, column, row) => sum + (column === null ? 0 : (matrix[row]?.[column] ?? 0)),
            0,
          );
        expect(value(costs.map((row) => [...row].reverse()))).toBeCloseTo(value(costs), 8);
        const everyRowHasOne = assignLeastCost(costs).every((column) => column !== null);
        const raised = costs.map((row, i) => (i === 0 ? row.map((cost) => cost + more) : row));
        if (everyRowHasOne) expect(value(raised)).toBeCloseTo(value(costs) + more, 8);
      }),
    );
  });

  // H. Kuhn's example as Wikipedia's "Hungarian algorithm" has it: cleaning bathroom, sweeping floors, washing windows = 15.
  test('the published example of three workers and three jobs costs 15', () => {
    const costs = [
      [8, 4, 7],
      [5, 2, 3],
      [9, 4, 8],
    ];
    const sum = assignLeastCost(costs).reduce<number>(
      (total, column, row) => total + (costs[row]?.[column ?? 0] ?? 0),
      0,
    );
    expect(sum).toBe(15);
  });

  test('nobody and nothing are no fault; what is no number is', () => {
    expect(assignLeastCost([])).toEqual([]);
    expect(assignLeastCost([[], []])).toEqual([null, null]);
    expect(() => assignLeastCost([[1], [1, 2]])).toThrow(RangeError);
    expect(() => assignLeastCost([[Number.NaN]])).toThrow(RangeError);
  });
});
