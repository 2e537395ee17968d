import type { Instant, PlainDate, PlanChange, ProgressAction, SimulatedEventKind } from '@planwright/schema';
import { Field, Float, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTimeScalar, JsonScalar, PlanDefinitionScalar } from '../access/graphql/scalars.js';
import { ProgressActionEnum } from './progress-action.type.js';

const namesOf = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, name]));

export const ChangeKindEnum = namesOf('ADDED', 'REMOVED', 'CHANGED', 'MOVED');
registerEnumType(ChangeKindEnum, { name: 'ChangeKind' });

export const SimulatedEventKindEnum = namesOf(
  'OPENS',
  'DUE',
  'OVERDUE',
  'COMPLETED',
  'REMINDER',
  'FEEDBACK_DUE',
  'STAGE_COMPLETED',
  'PLAN_COMPLETED',
);
registerEnumType(SimulatedEventKindEnum, { name: 'SimulatedEventKind' });

@ObjectType('PlanChange', { simpleResolvers: true })
export class PlanChangeType {
  @Field(() => ChangeKindEnum)
  kind!: PlanChange['kind'];
  @Field(() => [String])
  path!: string[];
  @Field(() => String, {
    description: 'one sentence in the asked language: 《…》 became elective; due date +3 working days',
  })
  sentence!: string;
  @Field(() => JsonScalar, { nullable: true })
  before?: unknown;
  @Field(() => JsonScalar, { nullable: true })
  after?: unknown;
}

@ObjectType('PlanDiff', { simpleResolvers: true })
export class PlanDiffType {
  @Field(() => [PlanChangeType])
  changes!: PlanChangeType[];
  @Field(() => Boolean)
  identical!: boolean;
}

@ObjectType('SimulatedEvent', { simpleResolvers: true })
export class SimulatedEventType {
  @Field(() => DateTimeScalar)
  at!: Instant;
  @Field(() => SimulatedEventKindEnum)
  kind!: SimulatedEventKind;
  @Field(() => String, { nullable: true })
  itemKey?: string | null;
  @Field(() => String, { nullable: true })
  ruleKey?: string | null;
  @Field(() => [String])
  to!: string[];
  @Field(() => String)
  text!: string;
  @Field(() => String, { nullable: true, description: 'of a REMINDER: the step it is about' })
  stepKey?: string | null;
  @Field(() => String, { nullable: true, description: 'of a REMINDER: why it comes then' })
  why?: string | null;
}

@ObjectType('SimulatedDay', { simpleResolvers: true })
export class SimulatedDayType {
  @Field(() => DateScalar)
  date!: PlainDate;
  @Field(() => Boolean)
  workday!: boolean;
  @Field(() => [SimulatedEventType])
  events!: SimulatedEventType[];
}

@ObjectType('PlanSimulation', { simpleResolvers: true })
export class PlanSimulationType {
  @Field(() => [SimulatedDayType])
  days!: SimulatedDayType[];
}

@InputType('SimulatedAction')
export class SimulatedActionInput {
  @Field(() => DateTimeScalar)
  at!: Instant;
  @Field(() => String)
  itemKey!: string;
  @Field(() => String, { nullable: true })
  stepKey?: string | null;
  @Field(() => ProgressActionEnum)
  action!: ProgressAction;
  @Field(() => Float, { nullable: true })
  score?: number | null;
}

@InputType()
export class SimulatePlanInput {
  @Field(() => PlanDefinitionScalar)
  definition!: unknown;
  @Field(() => DateScalar)
  startsOn!: PlainDate;
  @Field(() => String, { nullable: true })
  timeZone?: string | null;
  @Field(() => [SimulatedActionInput], {
    nullable: true,
    description: 'what the sample person does; absent = everything on its due date',
  })
  actions?: SimulatedActionInput[] | null;
  @Field(() => DateScalar, { nullable: true })
  until?: PlainDate | null;
}
