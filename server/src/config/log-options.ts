import type { LoggerOptions } from 'pino';

/**
 * How every process of the server logs: lines of JSON. PostgreSQL puts rows and pieces of documents into the details of its
 * errors; those are about people and stay out, the code and the constraint are enough to find the fault.
 */
export function logOptions(level: string): LoggerOptions {
  return { level, redact: { paths: ['err.detail', 'err.where', 'err.internalQuery'], remove: true } };
}
