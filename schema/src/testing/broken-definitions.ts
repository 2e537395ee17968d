import type { BrokenDefinition } from './broken-definition.js';
import { brokenPlans } from './broken-plans.js';
import { brokenShapes } from './broken-shapes.js';

export type { BrokenDefinition };

/** At least one for every code that `parsePlan` and `checkPlan` know (year 2026, calendar cn). */
export const brokenDefinitions: readonly BrokenDefinition[] = [...brokenShapes, ...brokenPlans];
