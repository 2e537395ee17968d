import { defineEntity, p } from '@mikro-orm/core';
import { arrayOf, double, id, instant, plainDate } from '../database/index.js';
import type { Allocation, Roster } from '../statistics/index.js';
import type { ExperimentAnalysis } from './analysis/experiment-data.js';
import type { DecisionRecord, RegisteredMeasure, Stratum } from './experiment-records.js';
import type { KeptData } from './frozen-results.js';

export const ExperimentEntity = defineEntity({
  name: 'Experiment',
  tableName: 'experiment',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    planId: p.uuid(),
    name: p.text(),
    hypothesis: p.text(),
    metricKey: p.text(),
    smallestEffect: double(),
    unit: p.enum(['PERSON', 'MENTOR', 'DEPARTMENT']),
    strata: arrayOf<Stratum>('text'),
    status: p.enum(['DESIGNED', 'RUNNING', 'ANALYSED', 'STOPPED', 'CANCELLED']),
    seed: p.text(),
    seedHash: p.text(),
    roster: p.json<Roster[]>(),
    rosterDigest: p.text(),
    allocation: p.json<Allocation>(),
    registration: p.json<Record<string, unknown>>(),
    registrationHash: p.text(),
    cohortName: p.text(),
    startsOn: plainDate(),
    analysisOn: plainDate(),
    cohortId: p.uuid().nullable(),
    createdAt: instant(),
    createdBy: p.uuid().nullable(),
    startedAt: instant().nullable(),
    analysis: p.json<ExperimentAnalysis>().nullable(),
    analysedAt: instant().nullable(),
    analysisData: p.json<KeptData>().nullable(),
    analysisDigest: p.text().nullable(),
    analysedBy: p.uuid().nullable(),
    resultsUntil: plainDate().nullable(),
    endedAt: instant().nullable(),
    endedBy: p.uuid().nullable(),
    endReason: p.text().nullable(),
    measures: p.json<RegisteredMeasure[]>().defaultRaw(`'[]'`),
    decisions: p.json<DecisionRecord[]>().defaultRaw(`'[]'`),
  },
});

export const ExperimentArmEntity = defineEntity({
  name: 'ExperimentArm',
  tableName: 'experiment_arm',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    experimentId: p.uuid(),
    position: p.integer(),
    key: p.text(),
    planVersionId: p.uuid(),
    weight: p.integer(),
  },
});

export const ExperimentMemberEntity = defineEntity({
  name: 'ExperimentMember',
  tableName: 'experiment_member',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    experimentId: p.uuid(),
    personId: p.uuid(),
    armKey: p.text(),
    stratum: p.text().nullable(),
    cluster: p.text().nullable(),
    baseline: double().nullable(),
    mentorId: p.uuid().nullable(),
    late: p.boolean().default(false),
    assignedAt: instant(),
    deviation: p.text().nullable(),
    deviatedTo: p.text().nullable(),
    deviatedAt: instant().nullable(),
    deviatedBy: p.uuid().nullable(),
  },
});

export const experimentsEntities = [ExperimentEntity, ExperimentArmEntity, ExperimentMemberEntity] as const;
