import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, plainDate } from '../database/index.js';
import { ruleEntities } from './rules/entities.js';

export const CohortEntity = defineEntity({
  name: 'Cohort',
  tableName: 'cohort',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    planId: p.uuid(),
    name: p.text(),
    startsOn: plainDate(),
    createdAt: instant(),
    createdBy: p.uuid().nullable(),
  },
});

export const PlanMigrationEntity = defineEntity({
  name: 'PlanMigration',
  tableName: 'plan_migration',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    planId: p.uuid(),
    fromVersionId: p.uuid(),
    toVersionId: p.uuid(),
    input: p.json<unknown>(),
    previewHash: p.text(),
    at: instant(),
    byId: p.uuid().nullable(),
    moved: p.integer(),
    undoneAt: instant().nullable(),
    undoneBy: p.uuid().nullable(),
  },
});

export const PlanMigrationEnrolmentEntity = defineEntity({
  name: 'PlanMigrationEnrolment',
  tableName: 'plan_migration_enrolment',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    migrationId: p.uuid(),
    enrolmentId: p.uuid(),
  },
});

export const enrolmentsEntities = [
  CohortEntity,
  PlanMigrationEntity,
  PlanMigrationEnrolmentEntity,
  ...ruleEntities,
] as const;
