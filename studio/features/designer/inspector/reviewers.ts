import type { ReviewerRole } from '@planwright/schema/kinds';

/** Who may review, in the order in which they are offered. */
export const REVIEWERS: readonly ReviewerRole[] = ['MENTOR', 'SUPERIOR', 'PEER', 'HR'];
