import { defineEntity, p } from '@mikro-orm/core';
import { bytes, id, instant } from '../database/index.js';

export const AccountEntity = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    personId: p.uuid(),
    email: p.text(),
    passwordHash: p.text(),
    demo: p.boolean().default(false),
  },
});

export const SessionEntity = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    tokenHash: bytes(),
    accountId: p.uuid(),
    personId: p.uuid(),
    createdAt: instant(),
    lastSeenAt: instant(),
    expiresAt: instant(),
    revokedAt: instant().nullable(),
    userAgent: p.text().nullable(),
    enteredWorkspaceId: p.uuid().nullable(),
    enteredPersonId: p.uuid().nullable(),
    deviceHash: bytes().nullable(),
  },
});

export const SignInFailureEntity = defineEntity({
  name: 'SignInFailure',
  tableName: 'sign_in_failure',
  properties: {
    id: id(),
    workspaceId: p.uuid().nullable(),
    bucket: p.text(),
    at: instant(),
  },
});

export const AuditEntryEntity = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    at: instant(),
    actorId: p.uuid().nullable(),
    action: p.text(),
    subject: p.text().nullable(),
    outcome: p.enum(['OK', 'REFUSED']),
    detail: p.json<Record<string, unknown>>().nullable(),
  },
});

export const accessEntities = [AccountEntity, SessionEntity, SignInFailureEntity, AuditEntryEntity] as const;
