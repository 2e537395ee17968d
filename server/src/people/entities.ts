import { defineEntity, type Opt, p } from '@mikro-orm/core';
import type { LocalizedText } from '@planwright/schema/text';
import { arrayOf, double, id, instant, plainDate } from '../database/index.js';
import { LEAVER_ENROLMENTS } from './leaver-enrolments.js';
import type { OwnedField, PersonSource } from './person-source.js';
import type { ReportTargets } from './report-targets.js';
import { type GrantSource, ROLES } from './role.js';

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
    maxFileMegabytes: p.integer().default(25),
    reportTargets: p
      .json<ReportTargets>()
      .defaultRaw(`'{"completion": 0.9, "onTime": 0.85, "feedback": 0.95, "quality": 80}'`),
    createdAt: instant().defaultRaw(`now()`),
    originId: p.uuid().nullable(),
    clockTarget: instant().nullable(),
    clockPeople: p.enum(['NOBODY', 'DILIGENT', 'MIXED']).nullable(),
    clockRun: p.uuid().nullable(),
    clockLeaseUntil: instant().nullable(),
    systemMailIntegrationId: p.uuid().nullable(),
    leaverEnrolments: p.enum(LEAVER_ENROLMENTS).default('PAUSE'),
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
    closedAt: instant().nullable(),
  },
});

/** The key of a department that became part of another one: audiences that were published go on naming it. */
export const DepartmentAliasEntity = defineEntity({
  name: 'DepartmentAlias',
  tableName: 'department_alias',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    key: p.text(),
    departmentId: p.uuid(),
  },
});

/** What somebody is employed as. `person.job_role` holds the key, as plans name it. */
export const JobRoleEntity = defineEntity({
  name: 'JobRole',
  tableName: 'job_role',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    key: p.text(),
    titles: p.json<LocalizedText>(),
    duties: p.json<LocalizedText>().nullable(),
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
    employeeNumber: p.text().nullable(),
    givenName: p.text().nullable(),
    familyName: p.text().nullable(),
    namePinyin: p.text().default(''),
    mentorCapacity: p.integer().nullable(),
    mentorExperienceYears: double().nullable(),
    leftAt: instant().nullable(),
  },
});

/** How another system calls a person, and what it says about them. */
export const PersonIdentityEntity = defineEntity({
  name: 'PersonIdentity',
  tableName: 'person_identity',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    personId: p.uuid(),
    source: p.text().$type<PersonSource>(),
    externalId: p.text(),
    owns: arrayOf<OwnedField>('text').defaultRaw(`'{}'`),
    linkedAt: instant(),
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
    source: p.text().$type<GrantSource>().default('HAND'),
    grantedAt: instant().nullable(),
    grantedBy: p.uuid().nullable(),
  },
});

/** Who stands in for a mentor, and in which period. */
export const DeputyEntity = defineEntity({
  name: 'Deputy',
  tableName: 'deputy',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    mentorId: p.uuid(),
    deputyId: p.uuid(),
    fromOn: plainDate(),
    /** The last day; without one it lasts until somebody ends it. */
    untilOn: plainDate().nullable(),
    startsAt: instant(),
    endsAt: instant().nullable(),
    /** What it gives holds while it runs; the ticker carries it over at its beginning and end. */
    state: p.enum(['PLANNED', 'RUNNING', 'ENDED']).default('PLANNED'),
    createdAt: instant(),
    createdBy: p.uuid().nullable(),
  },
});

/** A departure, until the person comes back. */
export const LeavingEntity = defineEntity({
  name: 'Leaving',
  tableName: 'leaving',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    personId: p.uuid(),
    at: instant(),
    /** `HAND`, or the system that says who works here. */
    source: p.text(),
    byId: p.uuid().nullable(),
    enrolments: p.enum(LEAVER_ENROLMENTS),
    returnedAt: instant().nullable(),
  },
});

/** An enrolment that was paused because its learner left: it goes on when they come back. */
export const PausedByLeavingEntity = defineEntity({
  name: 'PausedByLeaving',
  tableName: 'paused_by_leaving',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    leavingId: p.uuid(),
    enrolmentId: p.uuid(),
  },
});

/** Somebody whose mentor or superior left, and who took them over; null = HR. Unconfirmed, it is on the list of HR. */
export const HandOverEntity = defineEntity({
  name: 'HandOver',
  tableName: 'hand_over',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    leaverId: p.uuid(),
    kind: p.enum(['MENTEE', 'REPORT']),
    personId: p.uuid(),
    enrolmentId: p.uuid().nullable(),
    toId: p.uuid().nullable(),
    at: instant(),
    confirmedAt: instant().nullable(),
    confirmedBy: p.uuid().nullable(),
  },
});

export const peopleEntities = [
  WorkspaceEntity,
  DepartmentEntity,
  DepartmentAliasEntity,
  JobRoleEntity,
  PersonEntity,
  PersonIdentityEntity,
  RoleGrantEntity,
  DeputyEntity,
  LeavingEntity,
  PausedByLeavingEntity,
  HandOverEntity,
] as const;
