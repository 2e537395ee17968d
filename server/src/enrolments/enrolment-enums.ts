import { CHANGE_KINDS, type ChangeKind } from '@planwright/schema/migration';
import { registerEnumType } from 'type-graphql';
import { described } from '../access/graphql/index.js';

/** An enum object of GraphQL from a list of names. */
const namesOf = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name]));

export const EnrolmentStatusEnum = namesOf(['SCHEDULED', 'ACTIVE', 'PAUSED', 'COMPLETED', 'CANCELLED']);
export const ItemOutcomeEnum = namesOf(['COMPLETED', 'PASSED', 'FAILED', 'APPROVED', 'REJECTED']);
export const ReviewDecisionEnum = namesOf(['APPROVE', 'RETURN', 'REJECT']);
export const ItemStateKindEnum = namesOf([
  'LOCKED',
  'AVAILABLE',
  'STARTED',
  'SUBMITTED',
  'RETURNED',
  'DONE',
  'EXCUSED',
  'NOT_APPLICABLE',
]);
export const MigrationEffectKindEnum = namesOf(['MOVES', 'STAYS', 'BLOCKED']);
export const MigrationChangeKindEnum = namesOf(CHANGE_KINDS);

registerEnumType(EnrolmentStatusEnum, {
  name: 'EnrolmentStatus',
  description: 'Where an enrolment stands.',
  valuesConfig: described({
    SCHEDULED: 'Its first day is still to come.',
    ACTIVE: 'It is running.',
    PAUSED: 'It is on hold: the learner records no progress and is not reminded.',
    COMPLETED: 'All stages are complete.',
    CANCELLED: 'It was ended early. It is on no board and in no figure.',
  }),
});
registerEnumType(ItemOutcomeEnum, {
  name: 'ItemOutcome',
  description: 'How a finished item ended.',
  valuesConfig: described({
    COMPLETED: 'Done.',
    PASSED: 'The score reached the pass mark.',
    FAILED: 'The score missed the pass mark and no attempt is left. Does not count as completed.',
    APPROVED: 'The reviewer approved it.',
    REJECTED: 'The reviewer rejected it. Does not count as completed.',
  }),
});
registerEnumType(ReviewDecisionEnum, {
  name: 'ReviewDecision',
  description: 'What a reviewer decides about a submission.',
  valuesConfig: described({
    APPROVE: 'The work is accepted.',
    RETURN: 'The work goes back and can be submitted again as the next attempt.',
    REJECT: 'The work is refused for good. The item ends as rejected.',
  }),
});
registerEnumType(ItemStateKindEnum, {
  name: 'ItemStateKind',
  description: 'Where a person stands with an item.',
  valuesConfig: described({
    LOCKED: 'Not open yet; `lockedBecause` says why.',
    AVAILABLE: 'Open, and not begun.',
    STARTED: 'Begun.',
    SUBMITTED: 'Handed in, and waiting for a review.',
    RETURNED: 'Sent back by the reviewer.',
    DONE: 'Finished; `outcome` says how.',
    EXCUSED: 'The person was let off. Counts as completed.',
    NOT_APPLICABLE: 'Can no longer open for this person. It is not counted, reminded or overdue.',
  }),
});
registerEnumType(MigrationEffectKindEnum, {
  name: 'MigrationEffectKind',
  description: 'What a migration does with one person.',
  valuesConfig: described({
    MOVES: 'The person moves to the new version.',
    STAYS: 'The person stays on their version.',
    BLOCKED: 'The person cannot be moved now; `reason` says why.',
  }),
});
registerEnumType(MigrationChangeKindEnum, {
  name: 'MigrationChangeKind',
  description: 'What being moved does to one item of a person.',
  valuesConfig: described<ChangeKind>({
    ADDED: 'New, and open at once.',
    PLANNED: 'New, and opens later.',
    WAIVED: 'New, and excused because its window has closed.',
    CREDITED: 'Now counts as done.',
    REOPENED: 'Was finished, and has to be done again.',
    FAILED: 'Ends as failed or rejected, and does not count.',
    RESTARTED: 'Was begun, and starts over.',
    SUBMITTED: 'Now waits for a review.',
    OPENS: 'Was locked, and opens.',
    LOCKED: 'Was open, and is locked.',
    APPLIES: 'Did not apply to the person, and now does.',
    LAPSED: 'Applied to the person, and no longer does.',
    REMOVED: 'The new version does not have it.',
    DUE_LATER: 'Is due later than before.',
    DUE_EARLIER: 'Is due earlier than before.',
    DUE_SET: 'Had no due date, and gets one.',
    DUE_GONE: 'Had a due date, and loses it.',
    OPENING: 'Is still locked, and opens on another date.',
    STEPS: 'Has other steps to submit.',
    OVERDUE: 'Becomes overdue.',
    CAUGHT_UP: 'Is no longer overdue.',
    FINISHED: 'The person completes the whole plan by being moved.',
  }),
});
