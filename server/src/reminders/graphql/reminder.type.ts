import type { Instant, LocalizedText, ReminderRecipient } from '@planwright/schema';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../access/graphql/connection.js';
import { Node } from '../../access/graphql/node.js';
import { DateTimeScalar } from '../../access/graphql/scalars.js';
import { type UserErrorData, UserErrorsField } from '../../access/graphql/user-error.js';
import { IntegrationType } from '../../plugins/graphql/integration.type.js';
import { OCCURRENCE_STATES, type OccurrenceState } from '../engine/index.js';

export const ReminderStateEnum = Object.fromEntries(OCCURRENCE_STATES.map((state) => [state, state]));
registerEnumType(ReminderStateEnum, { name: 'ReminderState' });

export const ReminderRecipientEnum = { LEARNER: 'LEARNER', MENTOR: 'MENTOR', SUPERIOR: 'SUPERIOR', HR: 'HR' } as const;
registerEnumType(ReminderRecipientEnum, { name: 'ReminderRecipient' });

@ObjectType('ReminderOccurrence', { implements: Node })
export class ReminderOccurrenceType extends Node {
  @Field(() => String)
  ruleKey!: string;
  @Field(() => String, { nullable: true })
  itemKey!: string | null;
  @Field(() => String, { nullable: true })
  stepKey!: string | null;
  @Field(() => ReminderRecipientEnum, { description: 'as whom the person gets it' })
  recipient!: ReminderRecipient;
  @Field(() => String)
  channel!: string;
  @Field(() => DateTimeScalar, { description: 'when it falls due by its rule' })
  dueAt!: Instant;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'when it goes out instead: the next time that suits the person',
  })
  deferredTo!: Instant | null;
  @Field(() => ReminderStateEnum)
  state!: OccurrenceState;
  @Field(() => DateTimeScalar, { nullable: true })
  sentAt!: Instant | null;
  @Field(() => Boolean, { description: 'a calendar year that is not published may still move it' })
  provisional!: boolean;

  enrolmentUuid!: string;
  recipientUuid!: string;
  versionUuid!: string;
  about!: LocalizedText;
  whyText!: LocalizedText;
  reasonText!: LocalizedText | null;
}

@ObjectType('Delivery', { implements: Node })
export class DeliveryType extends Node {
  @Field(() => String)
  channel!: string;
  @Field(() => String)
  title!: string;
  @Field(() => String, { description: 'markdown without HTML' })
  markdown!: string;
  @Field(() => ReminderStateEnum)
  state!: OccurrenceState;
  @Field(() => DateTimeScalar)
  dueAt!: Instant;
  @Field(() => DateTimeScalar, { nullable: true })
  sentAt!: Instant | null;
  @Field(() => Boolean, { description: 'kept in the sandbox: it went to nobody' })
  sink!: boolean;
  @Field(() => Int)
  attempts!: number;

  uuid!: string;
  personUuid!: string;
  integrationUuid!: string | null;
  providerDetail!: string | null;
  reasonText!: LocalizedText | null;
}

export const DeliveryConnection = connectionOf('Delivery', () => DeliveryType);

@ObjectType('ChannelRoute')
export class ChannelRouteType {
  @Field(() => String, { description: 'chat, email, sms, todo or inbox, as plans name it' })
  channel!: string;
  @Field(() => IntegrationType, { nullable: true, description: 'null = the inbox' })
  integration!: IntegrationType | null;
  @Field(() => String, { nullable: true, description: 'which channel of the integration' })
  contribution!: string | null;
}

@ObjectType('ReminderSettings', { simpleResolvers: true })
export class ReminderSettingsType {
  @Field(() => String)
  quietFrom!: string;
  @Field(() => String)
  quietUntil!: string;
  @Field(() => Boolean)
  workingDaysOnly!: boolean;
  @Field(() => [String], { description: 'times of day at which messages are collected' })
  slots!: readonly string[];
  @Field(() => Int, { description: 'messages a person gets on one day; deadlines go out beyond it' })
  dailyBudget!: number;
}

@InputType('ChannelRouteInput')
export class ChannelRouteInput {
  @Field(() => String)
  channel!: string;
  @Field(() => ID, { nullable: true, description: 'absent = the inbox' })
  integrationId?: string | null;
  @Field(() => String, { nullable: true })
  contribution?: string | null;
}

@InputType('ReminderSettingsInput')
export class ReminderSettingsInput {
  @Field(() => String)
  quietFrom!: string;
  @Field(() => String)
  quietUntil!: string;
  @Field(() => Boolean)
  workingDaysOnly!: boolean;
  @Field(() => [String])
  slots!: string[];
  @Field(() => Int)
  dailyBudget!: number;
}

@InputType('SuppressReminderInput')
export class SuppressReminderInput {
  @Field(() => ID)
  occurrenceId!: string;
  @Field(() => String)
  reason!: string;
}

@ObjectType('ChannelRoutesPayload')
export class ChannelRoutesPayload {
  @Field(() => [ChannelRouteType])
  routes!: ChannelRouteType[];
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('ReminderSettingsPayload')
export class ReminderSettingsPayload {
  @Field(() => ReminderSettingsType, { nullable: true })
  settings!: ReminderSettingsType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('ReminderPayload')
export class ReminderPayload {
  @Field(() => ReminderOccurrenceType, { nullable: true })
  reminder!: ReminderOccurrenceType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}
