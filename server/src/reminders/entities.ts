import { defineEntity, p } from '@mikro-orm/core';
import type { Language, LocalizedText } from '@planwright/schema/text';
import { arrayOf, givenId, id, instant } from '../database/index.js';
import type { LogicalChannel, ReasonCode } from './engine/occurrence.js';

export const ReminderSettingsEntity = defineEntity({
  name: 'ReminderSettings',
  tableName: 'reminder_settings',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    quietFrom: p.text(),
    quietUntil: p.text(),
    workingDaysOnly: p.boolean(),
    slots: arrayOf('text'),
    dailyBudget: p.integer(),
  },
});

export const ChannelRouteEntity = defineEntity({
  name: 'ChannelRoute',
  tableName: 'channel_route',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    channel: p.enum(['chat', 'email', 'sms', 'todo', 'inbox']),
    integrationId: p.uuid().nullable(),
    contribution: p.text().nullable(),
  },
});

export const ReminderWatermarkEntity = defineEntity({
  name: 'ReminderWatermark',
  tableName: 'reminder_watermark',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    enrolmentId: p.uuid(),
    plannedUntil: instant().defaultRaw(`'-infinity'`),
    planAt: instant().defaultRaw(`'-infinity'`),
    revision: p.bigint('string').defaultRaw('1'),
    claimedUntil: instant().nullable(),
    problem: p.text().nullable(),
    historyUntil: instant().nullable(),
  },
});

export const ReminderOccurrenceEntity = defineEntity({
  name: 'ReminderOccurrence',
  tableName: 'reminder_occurrence',
  properties: {
    // The planner derives it, so that planning again finds it.
    id: givenId(),
    workspaceId: p.uuid(),
    enrolmentId: p.uuid(),
    ruleKey: p.text(),
    key: p.text(),
    recipientId: p.uuid(),
    channel: p.enum(['chat', 'email', 'sms', 'todo', 'inbox']),
    role: p.enum(['LEARNER', 'MENTOR', 'SUPERIOR', 'HR']),
    at: instant(),
    hard: p.boolean(),
    expiresAt: instant().nullable(),
    about: p.json<LocalizedText>(),
    why: p.json<LocalizedText>(),
    itemKey: p.text().nullable(),
    stepKey: p.text().nullable(),
    provisional: p.boolean(),
    catchUp: p.enum(['ALL', 'LATEST', 'NONE']),
    deliverAt: instant(),
    state: p
      .enum(['PLANNED', 'QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'UNKNOWN', 'SUPPRESSED', 'EXPIRED', 'FAILED'])
      .default('PLANNED'),
    reasonCode: p.text().$type<ReasonCode>().nullable(),
    reason: p.json<LocalizedText>().nullable(),
    deliveryId: p.uuid().nullable(),
    plannedAt: instant(),
    claimedUntil: instant().nullable(),
    sentAt: instant().nullable(),
  },
});

export const DeliveryEntity = defineEntity({
  name: 'Delivery',
  tableName: 'delivery',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    idempotencyKey: p.uuid(),
    personId: p.uuid(),
    channel: p.text().$type<LogicalChannel>(),
    integrationId: p.uuid().nullable(),
    contribution: p.text().nullable(),
    state: p.enum(['QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'UNKNOWN', 'SUPPRESSED', 'EXPIRED', 'FAILED']),
    dueAt: instant(),
    title: p.text(),
    markdown: p.text(),
    language: p.text().$type<Language>(),
    contentHash: p.text(),
    link: p.text().nullable(),
    sink: p.boolean().default(false),
    attempts: p.integer().default(0),
    asked: p.integer().default(0),
    doubtful: p.boolean().default(false),
    startedAt: instant().nullable(),
    leaseUntil: instant().nullable(),
    nextAttemptAt: instant().nullable(),
    providerRef: p.text().nullable(),
    sentAt: instant().nullable(),
    detail: p.text().nullable(),
    reason: p.json<LocalizedText>().nullable(),
    private: p.boolean().default(false),
  },
});

export const DeliveryAttemptEntity = defineEntity({
  name: 'DeliveryAttempt',
  tableName: 'delivery_attempt',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    deliveryId: p.uuid(),
    attempt: p.integer(),
    startedAt: instant(),
    finishedAt: instant().nullable(),
    requestHash: p.text(),
    outcome: p.text().nullable(),
    detail: p.text().nullable(),
  },
});

export const NoticeEntity = defineEntity({
  name: 'Notice',
  tableName: 'notice',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    source: p.text(),
    subjectId: p.uuid(),
    step: p.text(),
    recipientId: p.uuid(),
    at: instant(),
    deliverAt: instant(),
    expiresAt: instant(),
    state: p.enum(['PLANNED', 'SENT', 'SUPPRESSED', 'EXPIRED']).default('PLANNED'),
    deliveryId: p.uuid().nullable(),
    claimedUntil: instant().nullable(),
  },
});

export const remindersEntities = [
  ReminderSettingsEntity,
  ChannelRouteEntity,
  ReminderWatermarkEntity,
  ReminderOccurrenceEntity,
  DeliveryEntity,
  DeliveryAttemptEntity,
  NoticeEntity,
] as const;
