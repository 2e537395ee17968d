import { defineEntity, p } from '@mikro-orm/core';
import type {
  EnrolmentStatus,
  ItemOutcome,
  ItemStateKind,
  LockReason,
  ReviewDecision,
} from '@planwright/schema/engine';
import { everyColumn } from '@planwright/schema/figures';
import type { ReviewerRole } from '@planwright/schema/kinds';
import type { Zone } from '@planwright/schema/time';
import { double, givenId, id, instant, plainDate } from '../database/index.js';
import type { StageJson, StepJson } from './projection-json.js';

export const EnrolmentEntity = defineEntity({
  name: 'Enrolment',
  tableName: 'enrolment',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    cohortId: p.uuid(),
    personId: p.uuid(),
    planVersionId: p.uuid(),
    mentorId: p.uuid().nullable(),
    startsOn: plainDate(),
    zone: p.text().$type<Zone>(),
    createdAt: instant(),
  },
});

export const ProgressEventEntity = defineEntity({
  name: 'ProgressEvent',
  tableName: 'progress_event',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    enrolmentId: p.uuid(),
    seq: p.integer(),
    recordedAt: instant(),
    occurredAt: instant(),
    actor: p.text(),
    type: p.text(),
    data: p.json<object>(),
    idempotencyKey: p.text().nullable(),
    requestHash: p.text().nullable(),
  },
});

export const EnrolmentStateEntity = defineEntity({
  name: 'EnrolmentState',
  tableName: 'enrolment_state',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    enrolmentId: p.uuid(),
    cohortId: p.uuid(),
    status: p.text().$type<EnrolmentStatus>(),
    /** Packed cells in the item order of the enrolment's own version (plan-language.md section 9). */
    cells: p.text(),
    ...everyColumn(() => p.integer()),
    score: double().nullable(),
    nextFeedbackDueAt: instant().nullable(),
    lastEventAt: instant().nullable(),
    nextChangeAt: instant().nullable(),
    dueAt: instant().nullable(),
    completedAt: instant().nullable(),
    eventSeq: p.integer(),
    stages: p.json<StageJson[]>(),
  },
});

export const ItemStateEntity = defineEntity({
  name: 'ItemState',
  tableName: 'item_state',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    enrolmentId: p.uuid(),
    itemKey: p.text(),
    stageKey: p.text(),
    position: p.integer(),
    state: p.text().$type<ItemStateKind>(),
    outcome: p.text().$type<ItemOutcome>().nullable(),
    opensAt: instant().nullable(),
    dueAt: instant().nullable(),
    provisional: p.boolean().default(false),
    awaiting: p.text().nullable(),
    startedAt: instant().nullable(),
    deliveredAt: instant().nullable(),
    completedAt: instant().nullable(),
    onTime: p.boolean().nullable(),
    overdue: p.boolean().default(false),
    score: double().nullable(),
    attempt: p.integer().default(0),
    steps: p.json<StepJson[]>().defaultRaw(`'[]'`),
    lockedBecause: p.json<LockReason[]>().defaultRaw(`'[]'`),
  },
});

export const SubmissionEntity = defineEntity({
  name: 'Submission',
  tableName: 'submission',
  properties: {
    // Derived (UUID v5), so it survives a rebuild.
    id: givenId(),
    workspaceId: p.uuid(),
    enrolmentId: p.uuid(),
    itemKey: p.text(),
    stepKey: p.text().nullable(),
    attempt: p.integer(),
    submittedAt: instant(),
    artefact: p.text().nullable(),
    comment: p.text().nullable(),
    reviewBy: p.text().$type<ReviewerRole>().nullable(),
    reviewerId: p.uuid().nullable(),
    feedbackDueAt: instant().nullable(),
    reviewedAt: instant().nullable(),
    reviewedBy: p.uuid().nullable(),
    decision: p.text().$type<ReviewDecision>().nullable(),
    reviewComment: p.text().nullable(),
    score: double().nullable(),
    criteria: p.json<{ key: string; score: number }[]>().nullable(),
    waiting: p.boolean(),
    // Grows with every row: what came is known to have come even when it is gone from every list.
    ordinal: p.bigint('string').generated('identity'),
  },
});

export const EnrolmentPartnerEntity = defineEntity({
  name: 'EnrolmentPartner',
  tableName: 'enrolment_partner',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    enrolmentId: p.uuid(),
    itemKey: p.text(),
    personId: p.uuid(),
  },
});

export const ScorerTaskEntity = defineEntity({
  name: 'ScorerTask',
  tableName: 'scorer_task',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    enrolmentId: p.uuid(),
    subject: p.text(),
    dueAt: instant(),
    attempts: p.integer().default(0),
    generation: p.integer().default(1),
    problem: p.text().nullable(),
  },
});

export const progressEntities = [
  EnrolmentEntity,
  ProgressEventEntity,
  EnrolmentStateEntity,
  ItemStateEntity,
  SubmissionEntity,
  EnrolmentPartnerEntity,
  ScorerTaskEntity,
] as const;
