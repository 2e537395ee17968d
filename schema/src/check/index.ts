export { checkPlan, inspectPlan } from './check-plan.js';
export { givesScore } from './link-results.js';
