/** Schema of the queue's tables, beside ours. */
export const JOBS_SCHEMA = 'pgboss';

/**
 * A worker that dies is noticed by its heartbeat, not after the 15 minutes of the default; a job that waits through a long outage is kept
 * (the default deletes it after 14 days).
 */
export const queueOptions = {
  policy: 'short',
  heartbeatSeconds: 30,
  expireInSeconds: 300,
  retryLimit: 8,
  retryBackoff: true,
  retryDelay: 1,
  retryDelayMax: 60,
  retentionSeconds: 90 * 86_400,
  deleteAfterSeconds: 3600,
  notify: true,
} as const;
