import type { ProblemCode } from '../definition/problem.js';

/** A definition with one mistake, the code that names it and the path that leads to it. */
export interface BrokenDefinition {
  name: string;
  /** Not a `PlanDefinition`: half of them are not of the right shape. */
  definition: unknown;
  code: ProblemCode;
  path: string[];
}
