import { defineEntity, p } from '@mikro-orm/core';
import type { Command } from '@planwright/schema/commands';
import { arrayOf, bytes, id, instant } from '../database/index.js';
import type { FindingWords, ReportText } from './report-record.js';

export const ReportEntity = defineEntity({
  name: 'Report',
  tableName: 'report',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    cohortId: p.uuid(),
    planVersionId: p.uuid(),
    departments: arrayOf('uuid').nullable(),
    generatedAt: instant(),
    generatedBy: p.uuid().nullable(),
    figuresHash: p.text(),
    body: p.json<ReportText>(),
    manifest: p.json<Record<string, unknown>>(),
  },
});

export const FindingEntity = defineEntity({
  name: 'Finding',
  tableName: 'finding',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    reportId: p.uuid(),
    position: p.integer(),
    rule: p.text(),
    itemKey: p.text().nullable(),
    mentorId: p.uuid().nullable(),
    grade: p.enum(['STRONG', 'MODERATE', 'NOT_ENOUGH_DATA']),
    words: p.json<FindingWords>(),
    commands: p.json<Command[]>(),
    appliedAt: instant().nullable(),
    appliedBy: p.uuid().nullable(),
  },
});

export const ReportFileEntity = defineEntity({
  name: 'ReportFile',
  tableName: 'report_file',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    reportId: p.uuid(),
    personId: p.uuid(),
    tokenHash: bytes(),
    name: p.text(),
    format: p.enum(['PDF', 'XLSX', 'CSV', 'JSON', 'BUNDLE']),
    content: bytes(),
    expiresAt: instant(),
    sessionId: p.uuid(),
  },
});

export const ReportScheduleEntity = defineEntity({
  name: 'ReportSchedule',
  tableName: 'report_schedule',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    cohortId: p.uuid(),
    everyWeeks: p.integer(),
    weekday: p.integer(),
    recipientIds: arrayOf('uuid'),
    nextAt: instant(),
    lastAt: instant().nullable(),
    cancelledAt: instant().nullable(),
    createdAt: instant(),
    createdBy: p.uuid().nullable(),
  },
});

export const reportsEntities = [ReportEntity, FindingEntity, ReportFileEntity, ReportScheduleEntity] as const;
