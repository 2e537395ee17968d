export { diffPlans } from './diff-plans.js';
export type { PlanChange } from './plan-change.js';
