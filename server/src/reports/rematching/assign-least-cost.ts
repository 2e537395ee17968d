/**
 * A different column for each row so that the sum of costs is least (H. Kuhn 1955, with the potentials of J. Munkres; rows
 * × rows × columns steps). An infinite cost is forbidden. As many rows as can be get a column; the others get null.
 */
export function assignLeastCost(costs: readonly (readonly number[])[]): (number | null)[] {
  const rows = costs.length;
  const given = costs[0]?.length ?? 0;
  for (const [i, row] of costs.entries()) {
    if (row.length !== given) throw new RangeError(`row ${i} has ${row.length} costs, the first one ${given}`);
    const at = row.findIndex((cost) => Number.isNaN(cost) || cost === Number.NEGATIVE_INFINITY);
    if (at >= 0) throw new RangeError(`costs[${i}][${at}] is ${row[at]}`);
  }
  // Dearer than any way to do without it: a row stays alone, or takes what is forbidden, only where nothing else is left.
  const size = costs.flat().reduce((most, cost) => (Number.isFinite(cost) ? Math.max(most, Math.abs(cost)) : most), 1);
  const forbidden = size * 4 * (rows + 1);
  const columns = Math.max(rows, given);
  const cost = (row: number, column: number): number => {
    const known = costs[row]?.[column] ?? Number.POSITIVE_INFINITY;
    return Number.isFinite(known) ? known : forbidden;
  };
  const rowOf = matchRows(rows, columns, cost);
  const answer: (number | null)[] = costs.map(() => null);
  for (const [column, row] of rowOf.entries())
    if (row >= 0 && Number.isFinite(costs[row]?.[column] ?? Number.POSITIVE_INFINITY)) answer[row] = column;
  return answer;
}

/** The row of each column, −1 = none; rows ≤ columns, all costs finite. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the algorithm as it is published
function matchRows(rows: number, columns: number, cost: (row: number, column: number) => number): number[] {
  const rowPrice = new Float64Array(rows);
  const columnPrice = new Float64Array(columns);
  const rowOf = new Array<number>(columns).fill(-1);
  for (let start = 0; start < rows; start += 1) {
    // The cheapest way from `start` over matched rows to a free column (Dijkstra on reduced costs).
    const distance = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
    const before = new Int32Array(columns).fill(-1);
    const visited = new Uint8Array(columns);
    let [row, from, free] = [start, -1, -1];
    while (free < 0) {
      let next = -1;
      const base = from < 0 ? 0 : (distance[from] as number);
      for (let column = 0; column < columns; column += 1) {
        if (visited[column]) continue;
        const reduced = cost(row, column) - (rowPrice[row] as number) - (columnPrice[column] as number);
        if (base + reduced < (distance[column] as number)) {
          distance[column] = base + reduced;
          before[column] = from;
        }
        if (next < 0 || (distance[column] as number) < (distance[next] as number)) next = column;
      }
      visited[next] = 1;
      from = next;
      const owner = rowOf[next] as number;
      if (owner < 0) free = next;
      else row = owner;
    }
    const end = distance[free] as number;
    rowPrice[start] = (rowPrice[start] as number) + end;
    for (let column = 0; column < columns; column += 1) {
      const owner = rowOf[column] as number;
      if (!visited[column] || owner < 0) continue;
      const left = end - (distance[column] as number);
      rowPrice[owner] = (rowPrice[owner] as number) + left;
      columnPrice[column] = (columnPrice[column] as number) - left;
    }
    for (let column = free; column >= 0; ) {
      const previous = before[column] as number;
      rowOf[column] = previous < 0 ? start : (rowOf[previous] as number);
      column = previous;
    }
  }
  return rowOf;
}
