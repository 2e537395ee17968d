import { heavyStatistics } from './heavy-statistics.js';
import type { ComputesStatistics } from './statistics-thread.js';

/** For programs of one user, in which nothing else waits: computes where it is called. */
export const computeHere: ComputesStatistics = {
  run: async (task, input) => {
    const compute = heavyStatistics[task] as (given: typeof input) => ReturnType<(typeof heavyStatistics)[typeof task]>;
    return compute(input);
  },
};
