export * from './demo/cohort.js';
export * from './demo/conduct.js';
export * from './demo/first-cycle.js';
export * from './demo/job-roles.js';
export * from './demo/organisation.js';
export * from './demo/random.js';
export * from './demo/script.js';
export * from './templates.js';
