import type { Instant } from '@planwright/schema/time';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, described, Node, type UserErrorData, UserErrorsField } from '../../access/graphql/index.js';
import { PersonType } from '../../access/index.js';
import type { LeaverEnrolments } from '../../people/index.js';

export const LeaverEnrolmentsEnum = { PAUSE: 'PAUSE', CANCEL: 'CANCEL', KEEP: 'KEEP' } as const;
registerEnumType(LeaverEnrolmentsEnum, {
  name: 'LeaverEnrolments',
  description: 'What becomes of the plans of somebody who leaves.',
  valuesConfig: described<LeaverEnrolments>({
    PAUSE: 'They wait, and go on when the person comes back.',
    CANCEL: 'They end. Coming back does not take that back.',
    KEEP: 'They stay as they are; nobody is reminded of them while the person is away.',
  }),
});

export type HandOverKind = 'MENTEE' | 'REPORT';
export const HandOverKindEnum = { MENTEE: 'MENTEE', REPORT: 'REPORT' } as const;
registerEnumType(HandOverKindEnum, {
  name: 'HandOverKind',
  description: 'As what somebody is handed over.',
  valuesConfig: described<HandOverKind>({
    MENTEE: 'Their mentor left.',
    REPORT: 'Their superior left.',
  }),
});

@ObjectType('LeftBehind', { simpleResolvers: true, description: 'What somebody who leaves now would leave behind.' })
export class LeftBehindType {
  @Field(() => Int, { description: 'Submissions that wait for their review.' })
  waitingReviews!: number;
  @Field(() => Int, { description: 'People they accompany in plans that are not over.' })
  mentees!: number;
  @Field(() => Int, { description: 'Plans of their own that are not over.' })
  runningEnrolments!: number;
  @Field(() => Int, { description: 'People who report to them.' })
  reports!: number;
  @Field(() => PersonType, {
    nullable: true,
    description: 'Who takes over unless a successor is named: the nearest superior who works here. Null = HR.',
  })
  takesOver!: PersonType | null;
  @Field(() => LeaverEnrolmentsEnum, { description: 'What becomes of their plans unless something else is said.' })
  enrolments!: LeaverEnrolments;
}

@InputType('DeactivatePersonInput', { description: 'Who leaves, and who takes over.' })
export class DeactivatePersonInput {
  @Field(() => ID, { description: 'Global id of the person.' })
  personId!: string;
  @Field(() => LeaverEnrolmentsEnum, {
    nullable: true,
    description: 'What becomes of their plans. Leave it out for what the workspace has set.',
  })
  enrolments?: LeaverEnrolments | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of who takes over waiting reviews, mentees and direct reports. Leave it out for the nearest superior, else HR.',
  })
  successorId?: string | null;
}

@InputType('PersonInput', { description: 'A person.' })
export class PersonInput {
  @Field(() => ID, { description: 'Global id of the person.' })
  personId!: string;
}

/** Somebody whose mentor or superior left, and nobody has looked at it yet. */
@ObjectType('HandOver', {
  implements: Node,
  description: 'Somebody whose mentor or superior left, on the list until HR confirms who took over or names another.',
})
export class HandOverType extends Node {
  @Field(() => HandOverKindEnum, { description: 'As what they were handed over.' })
  kind!: HandOverKind;
  @Field(() => DateTimeScalar, { description: 'When the mentor or superior left.' })
  at!: Instant;

  uuid!: string;
  leaverUuid!: string;
  personUuid!: string;
  toUuid!: string | null;
  /** Of a mentee. */
  enrolmentUuid!: string | null;
}

@InputType('HandOverInput', { description: 'Whose taking over is confirmed.' })
export class HandOverInput {
  @Field(() => [ID], { description: 'Global ids of hand-overs, 1 to 500.' })
  ids!: string[];
  @Field(() => ID, {
    nullable: true,
    description: 'Global id of who takes them all over. Leave it out to confirm whoever has taken over each.',
  })
  successorId?: string | null;
}

@ObjectType('HandOverPayload', { simpleResolvers: true, description: 'The answer of `handOver`.' })
export class HandOverPayload {
  @Field(() => Int, { description: 'How many were confirmed. 0 when nothing was changed.' })
  confirmed!: number;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}
