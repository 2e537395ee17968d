import type { ReminderRecipient } from '@planwright/schema/definition';
import type { LocalizedText } from '@planwright/schema/text';
import type { Instant } from '@planwright/schema/time';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  connectionOf,
  DateTimeScalar,
  described,
  Node,
  type UserErrorData,
  UserErrorsField,
} from '../../access/graphql/index.js';
import { IntegrationType } from '../../plugins/index.js';
import { OCCURRENCE_STATES, type OccurrenceState } from '../engine/occurrence.js';

export const ReminderStateEnum = Object.fromEntries(OCCURRENCE_STATES.map((state) => [state, state]));
registerEnumType(ReminderStateEnum, {
  name: 'ReminderState',
  description: 'Where a reminder or a message stands.',
  valuesConfig: described<OccurrenceState>({
    PLANNED: 'It is planned and waits for its time.',
    QUEUED: 'Its time has come; it is ready to be sent.',
    SENDING: 'It is being handed to the provider.',
    SENT: 'The provider has accepted it.',
    DELIVERED: 'It has arrived.',
    UNKNOWN: 'It was cut off while being sent, and nobody can tell whether it arrived.',
    SUPPRESSED: 'It was held back: no longer needed, or cancelled by HR.',
    EXPIRED: 'Its time passed before it could be sent.',
    FAILED: 'It could not be sent.',
  }),
});

export const ReminderRecipientEnum = { LEARNER: 'LEARNER', MENTOR: 'MENTOR', SUPERIOR: 'SUPERIOR', HR: 'HR' } as const;
registerEnumType(ReminderRecipientEnum, {
  name: 'ReminderRecipient',
  description: 'The capacity in which somebody is reminded.',
  valuesConfig: described({
    LEARNER: 'The person who follows the plan.',
    MENTOR: 'Their mentor.',
    SUPERIOR: 'Their superior.',
    HR: 'HR who covers them.',
  }),
});

@ObjectType('ReminderOccurrence', {
  implements: Node,
  description: 'One reminder of a plan, for one recipient on one channel.',
})
export class ReminderOccurrenceType extends Node {
  @Field(() => String, { description: 'Key of the reminder in the plan.' })
  ruleKey!: string;
  @Field(() => String, { nullable: true, description: 'Key of the item it is about. Null when it is about none.' })
  itemKey!: string | null;
  @Field(() => String, { nullable: true, description: 'Key of the step it is about. Null when it is about none.' })
  stepKey!: string | null;
  @Field(() => ReminderRecipientEnum, { description: 'In what capacity the recipient gets it.' })
  recipient!: ReminderRecipient;
  @Field(() => String, { description: 'The channel as the plan names it: `chat`, `email`, `sms`, `todo` or `inbox`.' })
  channel!: string;
  @Field(() => DateTimeScalar, { description: "When the plan's rule asks for it." })
  dueAt!: Instant;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it goes out instead: the next time that suits the recipient. Null when it goes out on time.',
  })
  deferredTo!: Instant | null;
  @Field(() => ReminderStateEnum, { description: 'Where it stands.' })
  state!: OccurrenceState;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sent. Null until then.' })
  sentAt!: Instant | null;
  @Field(() => Boolean, {
    description: 'True when its date may still move because the calendar of its year is not published yet.',
  })
  provisional!: boolean;

  enrolmentUuid!: string;
  recipientUuid!: string;
  versionUuid!: string;
  about!: LocalizedText;
  whyText!: LocalizedText;
  reasonText!: LocalizedText | null;
}

@ObjectType('Delivery', { implements: Node, description: 'A message to one person, which may hold several reminders.' })
export class DeliveryType extends Node {
  @Field(() => String, { description: 'The channel it goes out by: `chat`, `email`, `sms`, `todo` or `inbox`.' })
  channel!: string;
  @Field(() => String, { description: 'Title of the message.' })
  title!: string;
  @Field(() => String, { description: 'The message, as Markdown without HTML.' })
  markdown!: string;
  @Field(() => ReminderStateEnum, { description: 'Where it stands.' })
  state!: OccurrenceState;
  @Field(() => DateTimeScalar, { description: 'When it is to go out.' })
  dueAt!: Instant;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sent. Null until then.' })
  sentAt!: Instant | null;
  @Field(() => Boolean, { description: 'True when it was kept in a sandbox and reached nobody.' })
  sink!: boolean;
  @Field(() => Int, { description: 'How often sending was tried.' })
  attempts!: number;

  uuid!: string;
  personUuid!: string;
  integrationUuid!: string | null;
  providerDetail!: string | null;
  reasonText!: LocalizedText | null;
}

export const DeliveryConnection = connectionOf('Delivery', () => DeliveryType);

@ObjectType('ChannelRoute', { description: 'Where a channel of plans leads in this workspace.' })
export class ChannelRouteType {
  @Field(() => String, { description: 'The channel as plans name it: `chat`, `email`, `sms`, `todo` or `inbox`.' })
  channel!: string;
  @Field(() => IntegrationType, {
    nullable: true,
    description: 'The integration that sends its messages. Null when they go to the inbox.',
  })
  integration!: IntegrationType | null;
  @Field(() => String, {
    nullable: true,
    description: "Key of the integration's channel that is used. Null when messages go to the inbox.",
  })
  contribution!: string | null;
}

@ObjectType('ReminderSettings', {
  simpleResolvers: true,
  description: "When people of the workspace are reminded. Times are in each person's own time zone.",
})
export class ReminderSettingsType {
  @Field(() => String, { description: 'Start of the quiet hours, `HH:MM`.' })
  quietFrom!: string;
  @Field(() => String, { description: 'End of the quiet hours, `HH:MM`. The same as the start when there are none.' })
  quietUntil!: string;
  @Field(() => Boolean, { description: 'True to send on working days only.' })
  workingDaysOnly!: boolean;
  @Field(() => [String], { description: 'Times of day at which messages are collected and sent, `HH:MM`.' })
  slots!: readonly string[];
  @Field(() => Int, {
    description: 'How many messages a person gets on one day. Messages about deadlines go out beyond it.',
  })
  dailyBudget!: number;
}

@InputType('ChannelRouteInput', { description: 'Where a channel of plans should lead.' })
export class ChannelRouteInput {
  @Field(() => String, {
    description: 'The channel as plans name it: `chat`, `email`, `sms` or `todo`. `inbox` always stays the inbox.',
  })
  channel!: string;
  @Field(() => ID, { nullable: true, description: 'The integration that should send. Leave it out to use the inbox.' })
  integrationId?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Key of the integration's channel. When left out: its first one.",
  })
  contribution?: string | null;
}

@InputType('ReminderSettingsInput', {
  description: "All settings, replacing the present ones. Times are in each person's own time zone.",
})
export class ReminderSettingsInput {
  @Field(() => String, { description: 'Start of the quiet hours, `HH:MM`.' })
  quietFrom!: string;
  @Field(() => String, { description: 'End of the quiet hours, `HH:MM`. The same as the start for none at all.' })
  quietUntil!: string;
  @Field(() => Boolean, { description: 'True to send on working days only.' })
  workingDaysOnly!: boolean;
  @Field(() => [String], { description: '1 to 6 times of day outside the quiet hours, `HH:MM`.' })
  slots!: string[];
  @Field(() => Int, { description: 'Messages per person and day, 1 to 50.' })
  dailyBudget!: number;
}

@InputType('SuppressReminderInput', { description: 'Which reminder to hold back, and why.' })
export class SuppressReminderInput {
  @Field(() => ID, { description: 'Global id of the reminder.' })
  occurrenceId!: string;
  @Field(() => String, { description: 'Why. 1 to 500 characters.' })
  reason!: string;
}

@ObjectType('ChannelRoutesPayload', { description: 'The answer to `setChannelRoute`.' })
export class ChannelRoutesPayload {
  @Field(() => [ChannelRouteType], { description: 'All routes as they are now.' })
  routes!: ChannelRouteType[];
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('ReminderSettingsPayload', { description: 'The answer to `setReminderSettings`.' })
export class ReminderSettingsPayload {
  @Field(() => ReminderSettingsType, {
    nullable: true,
    description: 'The settings as they are now. Null when nothing was changed.',
  })
  settings!: ReminderSettingsType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@InputType('SystemMailInput', { description: 'What sends mail about accounts.' })
export class SystemMailInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The integration that should send it. Leave it out for none: then links are copied by hand.',
  })
  integrationId?: string | null;
}

@ObjectType('SystemMailPayload', { description: 'The answer to `setSystemMail`.' })
export class SystemMailPayload {
  @Field(() => IntegrationType, {
    nullable: true,
    description: 'The integration as it is set now. Null when there is none.',
  })
  integration!: IntegrationType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('ReminderPayload', { description: 'The answer to `suppressReminder`.' })
export class ReminderPayload {
  @Field(() => ReminderOccurrenceType, {
    nullable: true,
    description: 'The reminder after the change. Null when nothing was changed.',
  })
  reminder!: ReminderOccurrenceType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}
