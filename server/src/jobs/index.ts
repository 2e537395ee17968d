export { installJobs } from './install-jobs.js';
export type { JobPort } from './job-port.js';
export { startPgBossJobs } from './pg-boss-jobs.js';
