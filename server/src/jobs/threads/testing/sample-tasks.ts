let counted = 0;

export const sampleTasks = {
  double: (value: number): number => 2 * value,
  count: (_: null): number => {
    counted += 1;
    return counted;
  },
  fail: (message: string): never => {
    throw new RangeError(message);
  },
  forever: (_: null): never => {
    for (;;);
  },
  hoard: (_: null): number => {
    const kept: number[][] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, i) => i + kept.length));
  },
  /** This many megabytes at once. */
  hold: (megabytes: number): number => {
    const kept = Array.from({ length: megabytes }, () => Array.from({ length: 131_072 }, (_, i) => i));
    return kept.length;
  },
  settings: (_: null): string[] => Object.keys(process.env),
};
