import { createHash } from 'node:crypto';
import { canonicalJson } from '@planwright/schema/definition';
import type { Idempotency } from './insert-events.js';

/** The caller's key together with everything they asked for, so that the same key never means two things. */
export function requestKey(key: string, operation: string, actor: string, input: unknown): Idempotency {
  const content = canonicalJson({ operation, actor, input });
  return { key, requestHash: createHash('sha256').update(content).digest('hex') };
}

export const isRequestKey = (key: string): boolean => key.length >= 1 && key.length <= 200;

/** The key is unique in the workspace: another enrolment has it already, recorded in another transaction. */
export function isKeyConflict(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && cause.code === '23505' && 'constraint' in cause) {
      return String(cause.constraint).includes('idempotency_key');
    }
  }
  return false;
}
