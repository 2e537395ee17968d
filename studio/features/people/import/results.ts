import type { PeopleRowResult } from '@/gql/graphql';

/** In the order in which people look: what to repair, what comes, who is missing, what stays. */
export const RESULTS = [
  'REJECTED',
  'CREATED',
  'UPDATED',
  'MISSING',
  'UNCHANGED',
] as const satisfies readonly PeopleRowResult[];

export type Counts = Record<PeopleRowResult, number>;

export const countsOf = (
  shown: Record<'created' | 'updated' | 'unchanged' | 'missing' | 'rejected', number>,
): Counts => ({
  CREATED: shown.created,
  UPDATED: shown.updated,
  UNCHANGED: shown.unchanged,
  MISSING: shown.missing,
  REJECTED: shown.rejected,
});

/** What is shown first: the first of the results that has rows. */
export const firstShown = (counts: Counts): PeopleRowResult =>
  RESULTS.find((result) => counts[result] > 0) ?? 'UNCHANGED';
