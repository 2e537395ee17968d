import { defineEntity, p } from '@mikro-orm/core';
import type { PlanDefinition } from '@planwright/schema/definition';
import type { LocalizedText } from '@planwright/schema/text';
import type { PlainDate } from '@planwright/schema/time';
import { arrayOf, id, instant } from '../database/index.js';

export const PlanEntity = defineEntity({
  name: 'Plan',
  tableName: 'plan',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    key: p.text(),
    title: p.json<LocalizedText>(),
    createdAt: instant(),
  },
});

export const PlanDraftEntity = defineEntity({
  name: 'PlanDraft',
  tableName: 'plan_draft',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    planId: p.uuid(),
    revision: p.integer(),
    definition: p.json<unknown>(),
    layout: p.json<unknown>().nullable(),
    basedOn: p.integer().nullable(),
    updatedAt: instant(),
    updatedBy: p.uuid().nullable(),
  },
});

export const PlanVersionEntity = defineEntity({
  name: 'PlanVersion',
  tableName: 'plan_version',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    planId: p.uuid(),
    number: p.integer(),
    status: p.enum(['PUBLISHED', 'RETIRED']).default('PUBLISHED'),
    contentHash: p.text(),
    definition: p.json<PlanDefinition>(),
    layout: p.json<unknown>().nullable(),
    changeNote: p.text().nullable(),
    publishedAt: instant(),
    publishedBy: p.uuid().nullable(),
  },
});

export const CalendarYearEntity = defineEntity({
  name: 'CalendarYear',
  tableName: 'calendar_year',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    calendar: p.text(),
    year: p.integer(),
    off: arrayOf<PlainDate>('date'),
    on: arrayOf<PlainDate>('date'),
    publishedAt: instant(),
    publishedBy: p.uuid().nullable(),
  },
});

export const plansEntities = [PlanEntity, PlanDraftEntity, PlanVersionEntity, CalendarYearEntity] as const;
