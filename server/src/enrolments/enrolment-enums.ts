import { CHANGE_KINDS } from '@planwright/schema';
import { registerEnumType } from 'type-graphql';

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

registerEnumType(EnrolmentStatusEnum, { name: 'EnrolmentStatus' });
registerEnumType(ItemOutcomeEnum, { name: 'ItemOutcome' });
registerEnumType(ReviewDecisionEnum, { name: 'ReviewDecision' });
registerEnumType(ItemStateKindEnum, { name: 'ItemStateKind' });
registerEnumType(MigrationEffectKindEnum, { name: 'MigrationEffectKind' });
registerEnumType(MigrationChangeKindEnum, { name: 'MigrationChangeKind' });
