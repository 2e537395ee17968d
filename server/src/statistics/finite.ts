/** NaN and infinite values are refused by the position at which they stand: a wrong import must not become a figure. */
export function requireFinite(values: readonly number[], name: string): void {
  for (let i = 0; i < values.length; i += 1)
    if (!Number.isFinite(values[i])) throw new RangeError(`${name}[${i}] is ${values[i]}, not a finite number`);
}

export function requireSameLength(a: readonly unknown[], b: readonly unknown[], names: [string, string]): void {
  if (a.length !== b.length)
    throw new RangeError(`${names[0]} has ${a.length} values and ${names[1]} ${b.length}; pairs need as many of both`);
}

export function requireCount(value: number, name: string): void {
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`${name} is ${value}, not a whole number from 0`);
}

export function requireProbability(value: number, name: string): void {
  if (!(value > 0 && value < 1)) throw new RangeError(`${name} is ${value}, not between 0 and 1`);
}

export function requireTrials(successes: number, n: number, names: [string, string]): void {
  requireCount(successes, names[0]);
  requireCount(n, names[1]);
  if (successes > n) throw new RangeError(`${names[0]} is ${successes} of ${n}: more than there were`);
}
