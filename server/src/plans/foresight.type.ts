import type { PlanChange } from '@planwright/schema/diff';
import type { ProgressAction } from '@planwright/schema/engine';
import type { SimulatedEventKind } from '@planwright/schema/simulation';
import type { Instant, PlainDate } from '@planwright/schema/time';
import { Field, Float, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTimeScalar, described, JsonScalar, PlanDefinitionScalar } from '../access/graphql/index.js';
import { ProgressActionEnum } from './progress-action.type.js';

const namesOf = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, name]));

export const ChangeKindEnum = namesOf('ADDED', 'REMOVED', 'CHANGED', 'MOVED');
registerEnumType(ChangeKindEnum, {
  name: 'ChangeKind',
  description: 'How a part of a plan differs between two definitions.',
  valuesConfig: described({
    ADDED: 'It is new.',
    REMOVED: 'It is gone.',
    CHANGED: 'It is there in both, with another value.',
    MOVED: 'It is there in both, at another place.',
  }),
});

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
registerEnumType(SimulatedEventKindEnum, {
  name: 'SimulatedEventKind',
  description: 'What happens at a moment of a simulated run.',
  valuesConfig: described({
    OPENS: 'An item opens.',
    DUE: 'An item or one of its steps is due.',
    OVERDUE: 'An item passes its due date without being done.',
    COMPLETED: 'An item is completed.',
    REMINDER: 'A reminder would go out.',
    FEEDBACK_DUE: 'Feedback on a submission is due.',
    STAGE_COMPLETED: 'A stage is complete.',
    PLAN_COMPLETED: 'The whole plan is complete.',
  }),
});

@ObjectType('PlanChange', { simpleResolvers: true, description: 'One difference between two definitions of a plan.' })
export class PlanChangeType {
  @Field(() => ChangeKindEnum, { description: 'Whether the part was added, removed, changed or moved.' })
  kind!: PlanChange['kind'];
  @Field(() => [String], {
    description:
      'Where the difference is, as keys from the root of the definition: `stages`, `role-awareness`, `items`, `interviews`, `due`.',
  })
  path!: string[];
  @Field(() => String, {
    description:
      'The difference in one sentence in the requested language: “《…》 became elective”, “due date +3 working days”.',
  })
  sentence!: string;
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'The value in the first definition. Null when it had none, or when the part only moved.',
  })
  before?: unknown;
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'The value in the second definition. Null when it has none, or when the part only moved.',
  })
  after?: unknown;
}

@ObjectType('PlanDiff', { simpleResolvers: true, description: 'The differences between two definitions.' })
export class PlanDiffType {
  @Field(() => [PlanChangeType], { description: 'Every difference, in the order of the plan.' })
  changes!: PlanChangeType[];
  @Field(() => Boolean, {
    description: 'True when the definitions mean the same, whatever their formatting and layout.',
  })
  identical!: boolean;
}

@ObjectType('SimulatedEvent', {
  simpleResolvers: true,
  description: 'Something that happens on a day of a simulated run.',
})
export class SimulatedEventType {
  @Field(() => DateTimeScalar, { description: 'When it happens.' })
  at!: Instant;
  @Field(() => SimulatedEventKindEnum, { description: 'What happens.' })
  kind!: SimulatedEventKind;
  @Field(() => String, {
    nullable: true,
    description: 'Key of the item concerned. Null when it concerns a stage or the whole plan.',
  })
  itemKey?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Of a REMINDER: key of the reminder in the plan. Null otherwise.',
  })
  ruleKey?: string | null;
  @Field(() => [String], {
    description: 'Of a REMINDER: the roles it goes to, such as `LEARNER` or `MENTOR`. Empty otherwise.',
  })
  to!: string[];
  @Field(() => String, {
    description: 'What happens, in one sentence in the requested language. Of a REMINDER: the message, as Markdown.',
  })
  text!: string;
  @Field(() => String, { nullable: true, description: 'Of a REMINDER: key of the step it is about. Null otherwise.' })
  stepKey?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Of a REMINDER: why it goes out at that moment. Null otherwise.',
  })
  why?: string | null;
}

@ObjectType('SimulatedDay', { simpleResolvers: true, description: 'One day of a simulated run.' })
export class SimulatedDayType {
  @Field(() => DateScalar, { description: "The date in the sample person's time zone." })
  date!: PlainDate;
  @Field(() => Boolean, { description: "Whether it is a working day in the plan's calendar." })
  workday!: boolean;
  @Field(() => [SimulatedEventType], { description: 'What happens that day, in order of time.' })
  events!: SimulatedEventType[];
}

@ObjectType('PlanSimulation', { simpleResolvers: true, description: "A sample person's way through a plan." })
export class PlanSimulationType {
  @Field(() => [SimulatedDayType], {
    description:
      'The days from the first one on. Without `until`, the list ends with the last day on which something happens.',
  })
  days!: SimulatedDayType[];
}

@InputType('SimulatedAction', { description: 'Something the sample person does in a simulation.' })
export class SimulatedActionInput {
  @Field(() => DateTimeScalar, { description: 'When they do it.' })
  at!: Instant;
  @Field(() => String, { description: 'Key of the item they do it to.' })
  itemKey!: string;
  @Field(() => String, { nullable: true, description: 'Key of the step, for a task in steps.' })
  stepKey?: string | null;
  @Field(() => ProgressActionEnum, { description: 'What they do.' })
  action!: ProgressAction;
  @Field(() => Float, { nullable: true, description: 'The score for a SCORE action, 0 to 100.' })
  score?: number | null;
}

@InputType({ description: 'What to simulate.' })
export class SimulatePlanInput {
  @Field(() => PlanDefinitionScalar, { description: 'The plan definition to run. It must be free of errors.' })
  definition!: unknown;
  @Field(() => DateScalar, { description: 'First day of the sample person, from 2000 to 2099.' })
  startsOn!: PlainDate;
  @Field(() => String, {
    nullable: true,
    description: "IANA time zone of the sample person. The workspace's zone when left out.",
  })
  timeZone?: string | null;
  @Field(() => [SimulatedActionInput], {
    nullable: true,
    description:
      'What the sample person does, at most 1,000 actions. When left out, they do everything on its due date. Reviews come in time either way.',
  })
  actions?: SimulatedActionInput[] | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day to simulate, at most 1,098 days after the start. When left out, the run ends with its last event.',
  })
  until?: PlainDate | null;
}
