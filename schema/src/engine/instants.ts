import { addMs } from '../time/epoch.js';
import type { Instant } from '../time/instant.js';

/** The first instant at which a deadline has passed: on the dot is still in time. */
export const after = (deadline: Instant): Instant => addMs(deadline, 1);
