export { actAt } from './act-at.js';
export { ClockWalks } from './clock-walks.js';
export { createSandbox } from './create-sandbox.js';
