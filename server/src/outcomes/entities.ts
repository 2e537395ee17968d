import { defineEntity, p } from '@mikro-orm/core';
import type { LocalizedText } from '@planwright/schema/text';
import { bytes, double, id, instant, plainDate } from '../database/index.js';
import type { SurveyQuestion } from './surveys/survey-question.js';

export const MetricEntity = defineEntity({
  name: 'Metric',
  tableName: 'metric',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    key: p.text(),
    title: p.json<LocalizedText>(),
    unit: p.text().nullable(),
    direction: p.enum(['HIGHER_IS_BETTER', 'LOWER_IS_BETTER']),
    family: p.enum(['LEARNING', 'TASK', 'COLLABORATION', 'PERFORMANCE', 'SURVEY']),
    scale: p.enum(['CONTINUOUS', 'RATING', 'YES_NO']),
    low: double().nullable(),
    high: double().nullable(),
    createdAt: instant(),
    createdBy: p.uuid().nullable(),
  },
});

export const MeasurementEntity = defineEntity({
  name: 'Measurement',
  tableName: 'measurement',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    metricKey: p.text(),
    personId: p.uuid(),
    measuredOn: plainDate(),
    value: double(),
    baseline: p.boolean(),
    source: p.enum(['MANUAL', 'IMPORT', 'CONNECTOR']),
    recordedAt: instant(),
    recordedBy: p.uuid().nullable(),
  },
});

export const SurveyRoundEntity = defineEntity({
  name: 'SurveyRound',
  tableName: 'survey_round',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    cohortId: p.uuid(),
    respondents: p.enum(['SUPERIOR', 'TEAM', 'LEARNER']),
    questions: p.json<SurveyQuestion[]>(),
    opensOn: plainDate(),
    closesOn: plainDate(),
    createdAt: instant(),
    createdBy: p.uuid().nullable(),
  },
});

export const SurveyInvitationEntity = defineEntity({
  name: 'SurveyInvitation',
  tableName: 'survey_invitation',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    roundId: p.uuid(),
    aboutId: p.uuid(),
    respondentId: p.uuid(),
    answeredOn: plainDate().nullable(),
    epoch: p.integer().default(0),
  },
});

export const SurveyLinkEntity = defineEntity({
  name: 'SurveyLink',
  tableName: 'survey_link',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    invitationId: p.uuid(),
    tokenHash: bytes(),
  },
});

export const SurveyAnswerEntity = defineEntity({
  name: 'SurveyAnswer',
  tableName: 'survey_answer',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    roundId: p.uuid(),
    aboutId: p.uuid().nullable(),
    values: p.json<Record<string, number>>(),
    score: double(),
    comment: p.text().nullable(),
  },
});

export const outcomesEntities = [
  MetricEntity,
  MeasurementEntity,
  SurveyRoundEntity,
  SurveyInvitationEntity,
  SurveyLinkEntity,
  SurveyAnswerEntity,
] as const;
