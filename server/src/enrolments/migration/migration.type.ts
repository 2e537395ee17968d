import type { ChangeKind, Instant, MigrationEffect, PersonChange, Titles } from '@planwright/schema';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../access/graphql/connection.js';
import { globalId } from '../../access/graphql/global-id.js';
import { Node } from '../../access/graphql/node.js';
import { DateTimeScalar } from '../../access/graphql/scalars.js';
import { type UserErrorData, UserErrorsField } from '../../access/graphql/user-error.js';
import { MigrationInput } from '../../plans/plan.inputs.js';
import { ProblemType } from '../../plans/plan.type.js';
import { MigrationChangeKindEnum, MigrationEffectKindEnum } from '../enrolment-enums.js';
import type { Person } from './foresee-people.js';
import type { MigrationRecord } from './migration-records.js';

@ObjectType('DueChange', { simpleResolvers: true })
export class DueChangeType {
  @Field(() => String)
  itemKey!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  before?: Instant | null;
  @Field(() => DateTimeScalar, { nullable: true })
  after?: Instant | null;
}

@ObjectType('MigrationChange', { simpleResolvers: true, description: 'one thing that being moved does to a person' })
export class MigrationChangeType {
  @Field(() => MigrationChangeKindEnum)
  kind!: ChangeKind;
  @Field(() => String, { nullable: true })
  itemKey?: string | null;
  @Field(() => String, { description: 'in the asked language, with dates in the zone of the person' })
  sentence!: string;
}

@ObjectType('MigrationTotal', { simpleResolvers: true, description: 'the same change of several people' })
export class MigrationTotalType {
  @Field(() => MigrationChangeKindEnum)
  kind!: ChangeKind;
  @Field(() => String, { nullable: true })
  itemKey?: string | null;
  @Field(() => Int)
  count!: number;
  @Field(() => String)
  sentence!: string;
}

@ObjectType('MigrationFigures', { simpleResolvers: true })
export class MigrationFiguresType {
  @Field(() => Int)
  done!: number;
  @Field(() => Int)
  needed!: number;
  @Field(() => Int)
  overdue!: number;
}

@ObjectType('MigrationEffect')
export class MigrationEffectType {
  @Field(() => MigrationEffectKindEnum)
  effect!: MigrationEffect['effect'];
  @Field(() => [String])
  reopened!: string[];
  @Field(() => [String])
  credited!: string[];
  @Field(() => [String])
  newItems!: string[];
  @Field(() => [DueChangeType])
  dueChanges!: DueChangeType[];
  @Field(() => String, { nullable: true })
  reason!: string | null;
  @Field(() => Boolean, { description: 'stays only because their last due date has passed' })
  ended!: boolean;

  changes!: readonly PersonChange[];
  titles!: Titles;
  enrolmentUuid!: string;
}

export const MigrationEffectConnection = connectionOf('MigrationEffect', () => MigrationEffectType);

@ObjectType('MigrationPreview')
export class MigrationPreviewType {
  @Field(() => Int)
  moves!: number;
  @Field(() => Int)
  stays!: number;
  @Field(() => Int)
  blocked!: number;
  @Field(() => [String])
  unmapped!: string[];
  @Field(() => [ProblemType])
  problems!: ProblemType[];
  @Field(() => String)
  previewHash!: string;
  @Field(() => Int, { description: 'of those who stay: whose last due date has passed' })
  ended!: number;
  @Field(() => [MigrationTotalType], { description: 'what happens to how many of those who move, weightiest first' })
  totals!: MigrationTotalType[];
  @Field(() => MigrationFiguresType, { description: 'of those who move, added up' })
  before!: MigrationFiguresType;
  @Field(() => MigrationFiguresType)
  after!: MigrationFiguresType;

  titles!: Titles;
  persons!: readonly Person[];
}

@ObjectType('MigrationPayload')
export class MigrationPayload {
  @Field(() => ID, { nullable: true })
  migrationId?: string | null;
  @Field(() => Int)
  moved!: number;
  @Field(() => [ID])
  left!: string[];
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('Migration', { implements: Node })
export class MigrationType extends Node {
  @Field(() => DateTimeScalar)
  at!: Instant;
  @Field(() => Int)
  moved!: number;
  @Field(() => DateTimeScalar, { nullable: true })
  undoneAt!: Instant | null;

  fromVersionUuid!: string;
  toVersionUuid!: string;
  byUuid!: string | null;
}

@InputType()
export class MoveEnrolmentsInput {
  @Field(() => MigrationInput)
  migration!: MigrationInput;
  @Field(() => String)
  previewHash!: string;
}

@InputType()
export class UndoMigrationInput {
  @Field(() => ID)
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
