import { z } from 'zod';
import { score } from './shared.js';

/** What a link may wait for: a result of the item that it comes from. */
export const linkResult = z.union([
  z.enum(['COMPLETED', 'PASSED', 'FAILED', 'SUBMITTED', 'APPROVED', 'REJECTED']),
  /** low ≤ score < high; a high of 100 takes 100 in. */
  z.strictObject({ scoreIn: z.tuple([score, score]) }),
]);
export type LinkResult = z.infer<typeof linkResult>;
