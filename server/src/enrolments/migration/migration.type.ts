import type { ChangeKind, MigrationEffect, PersonChange, Titles } from '@planwright/schema/migration';
import type { Instant } from '@planwright/schema/time';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  connectionOf,
  DateTimeScalar,
  globalId,
  Node,
  type UserErrorData,
  UserErrorsField,
} from '../../access/graphql/index.js';
import { MigrationInput, ProblemType } from '../../plans/index.js';
import { MigrationChangeKindEnum, MigrationEffectKindEnum } from '../enrolment-enums.js';
import type { Person } from './foresee-people.js';
import type { MigrationRecord } from './migration-records.js';

@ObjectType('DueChange', { simpleResolvers: true, description: 'A due date that differs after a move.' })
export class DueChangeType {
  @Field(() => String, { description: 'Key of the item in the new version.' })
  itemKey!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The date before. Null when there was none.' })
  before?: Instant | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The date afterwards. Null when there is none, or it waits for something.',
  })
  after?: Instant | null;
}

@ObjectType('MigrationChange', { simpleResolvers: true, description: 'One thing that being moved does to a person.' })
export class MigrationChangeType {
  @Field(() => MigrationChangeKindEnum, { description: 'What happens.' })
  kind!: ChangeKind;
  @Field(() => String, {
    nullable: true,
    description: 'Key of the item: in the old version for REMOVED, else in the new one. Null for FINISHED.',
  })
  itemKey?: string | null;
  @Field(() => String, {
    description: "The change in one sentence in the requested language, with dates in the person's time zone.",
  })
  sentence!: string;
}

@ObjectType('MigrationTotal', { simpleResolvers: true, description: 'The same change of several people.' })
export class MigrationTotalType {
  @Field(() => MigrationChangeKindEnum, { description: 'What happens.' })
  kind!: ChangeKind;
  @Field(() => String, {
    nullable: true,
    description: 'Key of the item: in the old version for REMOVED, else in the new one. Null for FINISHED.',
  })
  itemKey?: string | null;
  @Field(() => Int, { description: 'To how many people it happens.' })
  count!: number;
  @Field(() => String, { description: 'The change in one sentence in the requested language.' })
  sentence!: string;
}

@ObjectType('MigrationFigures', { simpleResolvers: true, description: 'Progress of the people who move, added up.' })
export class MigrationFiguresType {
  @Field(() => Int, { description: 'How much of what they need is done.' })
  done!: number;
  @Field(() => Int, { description: 'How many things they need to do.' })
  needed!: number;
  @Field(() => Int, { description: 'How many items are overdue.' })
  overdue!: number;
}

@ObjectType('MigrationEffect', { description: 'What a migration does with one person.' })
export class MigrationEffectType {
  @Field(() => MigrationEffectKindEnum, { description: 'Whether the person moves.' })
  effect!: MigrationEffect['effect'];
  @Field(() => [String], { description: 'Keys of items that were done and have to be done again.' })
  reopened!: string[];
  @Field(() => [String], { description: 'Keys of items that now count as done.' })
  credited!: string[];
  @Field(() => [String], { description: 'Keys of items the old version does not have and that are to be done.' })
  newItems!: string[];
  @Field(() => [DueChangeType], { description: 'Due dates that differ, of items still to be done.' })
  dueChanges!: DueChangeType[];
  @Field(() => String, {
    nullable: true,
    description: 'Why the person stays or is blocked, in the requested language. Null when they move.',
  })
  reason!: string | null;
  @Field(() => Boolean, {
    description: 'True when the person stays only because their last due date has passed; `moveEnded` would move them.',
  })
  ended!: boolean;
  @Field(() => Boolean, { description: 'Whether they stay only because they are in `leaveOut`.' })
  leftOut!: boolean;

  changes!: readonly PersonChange[];
  titles!: Titles;
  enrolmentUuid!: string;
}

export const MigrationEffectConnection = connectionOf('MigrationEffect', () => MigrationEffectType);

@ObjectType('MigrationPreview', { description: 'What a migration would do. The run does exactly this, or is refused.' })
export class MigrationPreviewType {
  @Field(() => Int, { description: 'How many people move.' })
  moves!: number;
  @Field(() => Int, { description: 'How many people stay.' })
  stays!: number;
  @Field(() => Int, { description: 'How many people cannot be moved now.' })
  blocked!: number;
  @Field(() => [String], { description: 'Keys of items of the old version that have no counterpart in the new one.' })
  unmapped!: string[];
  @Field(() => [ProblemType], {
    description: 'What is wrong with the mapping. Nothing can be moved while there are any.',
  })
  problems!: ProblemType[];
  @Field(() => String, {
    description:
      'Fingerprint of this preview. Send it with the migration, so that nothing else happens than was shown.',
  })
  previewHash!: string;
  @Field(() => Int, { description: 'Of the people who stay: those who stay because their last due date has passed.' })
  ended!: number;
  @Field(() => Boolean, {
    description:
      'Whether the viewer runs the version themselves. Nobody moves themselves, so their enrolment is left out.',
  })
  ownLeftOut!: boolean;
  @Field(() => [MigrationTotalType], {
    description: 'What happens to how many of the people who move, weightiest change first.',
  })
  totals!: MigrationTotalType[];
  @Field(() => MigrationFiguresType, { description: 'Where the people who move stand now, added up.' })
  before!: MigrationFiguresType;
  @Field(() => MigrationFiguresType, { description: 'Where they stand after the move, added up.' })
  after!: MigrationFiguresType;

  titles!: Titles;
  persons!: readonly Person[];
}

@ObjectType('MigrationPayload', { description: 'The answer to a mutation that moves people between versions.' })
export class MigrationPayload {
  @Field(() => ID, { nullable: true, description: 'Global id of the migration. Null when nobody was moved.' })
  migrationId?: string | null;
  @Field(() => Int, { description: 'How many people were moved.' })
  moved!: number;
  @Field(() => [ID], { description: 'Global ids of the enrolments that were not moved.' })
  left!: string[];
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('Migration', { implements: Node, description: 'A move of people from one version of a plan to another.' })
export class MigrationType extends Node {
  @Field(() => DateTimeScalar, { description: 'When it was done.' })
  at!: Instant;
  @Field(() => Int, { description: 'How many people were moved.' })
  moved!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was undone. Null when it stands.' })
  undoneAt!: Instant | null;

  fromVersionUuid!: string;
  toVersionUuid!: string;
  byUuid!: string | null;
}

@InputType({ description: 'A migration together with its preview.' })
export class MoveEnrolmentsInput {
  @Field(() => MigrationInput, { description: 'The same migration that was previewed, to a published version.' })
  migration!: MigrationInput;
  @Field(() => String, { description: 'The `previewHash` of that preview.' })
  previewHash!: string;
}

@InputType({ description: 'Which migration to undo.' })
export class UndoMigrationInput {
  @Field(() => ID, { description: 'Global id of the migration.' })
  migrationId!: string;
}

export function migrationFrom(record: MigrationRecord): MigrationType & { __typename: 'Migration' } {
  const { id, at, moved, undoneAt, fromVersionId, toVersionId, byId } = record;
  return {
    __typename: 'Migration',
    id: globalId('Migration', id),
    at,
    moved,
    undoneAt,
    fromVersionUuid: fromVersionId,
    toVersionUuid: toVersionId,
    byUuid: byId,
  };
}
