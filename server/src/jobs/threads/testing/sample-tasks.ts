export const sampleTasks = {
  double: (value: number): number => 2 * value,
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
};
