import type { DatePolicy, NewItemPolicy } from '@/gql/graphql';

/** How people are moved: beside each choice the preview says what it does. */
export interface MigrationPolicy {
  dates: DatePolicy;
  newItems: NewItemPolicy;
  /** Also people whose last due date has passed. */
  moveEnded: boolean;
  /** Enrolments that were unticked: they stay although they would move. */
  leaveOut: string[];
}

export const DEFAULT_POLICY: MigrationPolicy = {
  dates: 'KEEP',
  newItems: 'WAIVE_IF_PAST',
  moveEnded: false,
  leaveOut: [],
};

export const DATES = ['KEEP', 'RECOMPUTE', 'LATER_OF_BOTH'] as const satisfies readonly DatePolicy[];
export const NEW_ITEMS = ['WAIVE_IF_PAST', 'REQUIRE_FROM_NOW', 'REQUIRE'] as const satisfies readonly NewItemPolicy[];
