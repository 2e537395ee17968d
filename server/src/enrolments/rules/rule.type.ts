import type { Instant, PlainDate } from '@planwright/schema/time';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar, enumOf, type UserErrorData, UserErrorsField } from '../../access/graphql/index.js';
import type { RuleRecord } from './rule-records.js';
import type { CohortPeriod, MentorRule, RuleStart, RuleTerms, Trigger, WhenLeaving } from './rule-terms.js';

export const EnrolmentTriggerEnum = enumOf<Trigger>(
  'EnrolmentTrigger',
  'What lets a rule enrol somebody the plan is for.',
  {
    JOINING: 'They join the company: the day they joined is on or after `from`.',
    PROMOTION: 'They become a team lead, or come into a job role that the plan names, on or after `from`.',
    WEEKLY: 'They match the plan when everybody is looked at, on Mondays at 06:00 and when the rule is switched on.',
  },
);
export const WhenNoLongerMatchingEnum = enumOf<WhenLeaving>(
  'WhenNoLongerMatching',
  'What becomes of people a rule enrolled when the plan is no longer for them. It takes two weekly runs in a row; members of a running experiment are left alone.',
  {
    KEEP: 'They go on.',
    PAUSE: 'Their enrolment is paused, and goes on when they match again.',
    CANCEL: 'Their enrolment is cancelled.',
  },
);
export const RuleCohortsEnum = enumOf<CohortPeriod>('RuleCohorts', 'Which cohorts a rule makes.', {
  ONE: 'One for everybody.',
  MONTHLY: 'One for each month in which people begin.',
  QUARTERLY: 'One for each quarter in which people begin.',
});
export const RuleStartEnum = enumOf<RuleStart>('RuleStart', 'The first day of people a rule enrols.', {
  EVENT_DAY: 'The day they join or are promoted, and never one in the past; in a weekly run its own day.',
  NEXT_MONDAY: 'The Monday on or after that day.',
});
export const MentorRuleEnum = enumOf<MentorRule>('MentorRule', 'Who becomes the mentor of people a rule enrols.', {
  NONE: 'Nobody; HR assigns mentors.',
  LEAST_LOADED: 'Of all who hold the role MENTOR, whoever accompanies the fewest people.',
  SAME_DEPARTMENT: 'The same, among those of the person’s own department. Nobody where it has none.',
});

const FROM =
  'The rule counts from this day, in the time of the workspace: nothing is done before it, and who joined or was promoted before it is not enrolled for that.';
const AGAIN =
  'Whoever has finished the plan is enrolled again when they match after this many months, 1 to 120. Null = nobody goes through it twice. Whoever runs it now, or was cancelled, is never enrolled again.';

/** What `previewEnrolmentRule` and `saveEnrolmentRule` take. */
@InputType({ description: 'How people come into a plan by themselves.' })
export class EnrolmentRuleInput {
  @Field(() => String, { description: 'Key of the plan. Its current published version says who it is for.' })
  planKey!: string;
  @Field(() => Boolean, { description: 'Whether the rule enrols people. Switched on, it is run at once.' })
  enabled!: boolean;
  @Field(() => [EnrolmentTriggerEnum], {
    description: 'On which occasions people are enrolled. At least one for a rule that is on.',
  })
  triggers!: Trigger[];
  @Field(() => DateScalar, { description: FROM })
  from!: PlainDate;
  @Field(() => RuleCohortsEnum, { defaultValue: 'MONTHLY', description: 'Which cohorts it makes.' })
  cohorts!: CohortPeriod;
  @Field(() => RuleStartEnum, { defaultValue: 'NEXT_MONDAY', description: 'On which day people begin.' })
  startsOn!: RuleStart;
  @Field(() => MentorRuleEnum, { defaultValue: 'NONE', description: 'Who becomes their mentor.' })
  mentorRule!: MentorRule;
  @Field(() => WhenNoLongerMatchingEnum, {
    defaultValue: 'KEEP',
    description: 'What becomes of people who no longer match.',
  })
  leaving!: WhenLeaving;
  @Field(() => Int, { nullable: true, description: AGAIN })
  againAfterMonths?: number | null;
}

@ObjectType('EnrolmentRule', { description: 'How people come into a plan by themselves.' })
export class EnrolmentRuleType {
  @Field(() => String, { description: 'Key of the plan.' })
  planKey!: string;
  @Field(() => Boolean, { description: 'Whether the rule enrols people.' })
  enabled!: boolean;
  @Field(() => [EnrolmentTriggerEnum], { description: 'On which occasions people are enrolled.' })
  triggers!: readonly Trigger[];
  @Field(() => DateScalar, { description: FROM })
  from!: PlainDate;
  @Field(() => RuleCohortsEnum, { description: 'Which cohorts it makes.' })
  cohorts!: CohortPeriod;
  @Field(() => RuleStartEnum, { description: 'On which day people begin.' })
  startsOn!: RuleStart;
  @Field(() => MentorRuleEnum, { description: 'Who becomes their mentor.' })
  mentorRule!: MentorRule;
  @Field(() => WhenNoLongerMatchingEnum, { description: 'What becomes of people who no longer match.' })
  leaving!: WhenLeaving;
  @Field(() => Int, { nullable: true, description: AGAIN })
  againAfterMonths!: number | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was run last. Null before the first time.' })
  lastRunAt!: Instant | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When everybody is looked at next. Null while the rule is off.',
  })
  nextRunAt!: Instant | null;

  record!: RuleRecord;
}

@ObjectType('EnrolmentRuleMatch', { description: 'Somebody a rule would enrol today.' })
export class EnrolmentRuleMatchType {
  @Field(() => String, { description: 'Why, in a sentence, in the language of whoever asks.' })
  reason!: string;
  @Field(() => EnrolmentTriggerEnum, { description: 'On which occasion.' })
  trigger!: Trigger;
  @Field(() => DateScalar, { description: 'Their first day.' })
  startsOn!: PlainDate;

  personId!: string;
}

@ObjectType('EnrolmentRuleLeaver', {
  description: 'Somebody a rule enrolled who still runs the plan, although it is no longer for them.',
})
export class EnrolmentRuleLeaverType {
  @Field(() => Int, {
    description: 'In how many weekly runs in a row they have not matched. At two, the rule does what `leaving` says.',
  })
  missedRuns!: number;
  @Field(() => Boolean, {
    description:
      'Whether they belong to an experiment about the plan that is not over. They are left alone until it is.',
  })
  inExperiment!: boolean;

  personId!: string;
  enrolmentId!: string;
}

@ObjectType('EnrolmentRulePayload', { description: 'The answer to `saveEnrolmentRule`.' })
export class EnrolmentRulePayload {
  @Field(() => EnrolmentRuleType, {
    nullable: true,
    description: 'The rule as it is now. Null when nothing was changed.',
  })
  rule!: EnrolmentRuleType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

export const ruleFrom = (record: RuleRecord, planKey: string): EnrolmentRuleType => ({
  planKey,
  enabled: record.enabled,
  triggers: record.triggers,
  from: record.fromDay,
  cohorts: record.cohorts,
  startsOn: record.startsOn,
  mentorRule: record.mentorRule,
  leaving: record.leaving,
  againAfterMonths: record.againAfterMonths,
  lastRunAt: record.lastRunAt,
  nextRunAt: record.enabled ? record.nextWeeklyAt : null,
  record,
});

export const termsOf = (input: EnrolmentRuleInput): RuleTerms => ({
  triggers: input.triggers,
  fromDay: input.from,
  cohorts: input.cohorts,
  startsOn: input.startsOn,
  mentorRule: input.mentorRule,
  leaving: input.leaving,
  againAfterMonths: input.againAfterMonths ?? null,
});
