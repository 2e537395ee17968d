import { defineEntity, type Opt, p } from '@mikro-orm/core';
import { id, instant, plainDate } from '../database/index.js';
import { ROLES } from './role.js';

export const WorkspaceEntity = defineEntity({
  name: 'Workspace',
  tableName: 'workspace',
  properties: {
    id: id(),
    workspaceId: p.uuid().$type<Opt<string>>().generated('id stored'),
    name: p.text(),
    kind: p.enum(['LIVE', 'SANDBOX']).default('LIVE'),
    clockOffsetMs: p.bigint('string').defaultRaw('0'),
    timeZone: p.text().default('Asia/Shanghai'),
    locale: p.text().default('zh-CN'),
    workingFrom: p.text().default('09:00'),
    workingTo: p.text().default('18:00'),
    calendar: p.text().default('cn'),
    demo: p.boolean().default(false),
    createdAt: instant().defaultRaw(`now()`),
    originId: p.uuid().nullable(),
    clockTarget: instant().nullable(),
    clockPeople: p.enum(['NOBODY', 'DILIGENT', 'MIXED']).nullable(),
    clockRun: p.uuid().nullable(),
    clockLeaseUntil: instant().nullable(),
    systemMailIntegrationId: p.uuid().nullable(),
  },
});

export const DepartmentEntity = defineEntity({
  name: 'Department',
  tableName: 'department',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    key: p.text(),
    name: p.text(),
    parentId: p.uuid().nullable(),
  },
});

export const PersonEntity = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    name: p.text(),
    email: p.text().nullable(),
    jobRole: p.text().nullable(),
    joinedOn: plainDate().nullable(),
    departmentId: p.uuid().nullable(),
    managerId: p.uuid().nullable(),
    timeZone: p.text().default('Asia/Shanghai'),
    locale: p.text().default('zh-CN'),
    active: p.boolean().default(true),
    facts: p.json<Record<string, unknown>>().defaultRaw(`'{}'`),
    nameSearch: p.text().$type<Opt<string>>().generated('lower(name) stored'),
    externalId: p.text().nullable(),
    copiedFrom: p.uuid().nullable(),
  },
});

export const RoleGrantEntity = defineEntity({
  name: 'RoleGrant',
  tableName: 'role_grant',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    personId: p.uuid(),
    role: p.enum(ROLES),
    departmentId: p.uuid().nullable(),
  },
});

export const peopleEntities = [WorkspaceEntity, DepartmentEntity, PersonEntity, RoleGrantEntity] as const;
