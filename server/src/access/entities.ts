import { defineEntity, p } from '@mikro-orm/core';
import { arrayOf, bytes, id, instant } from '../database/index.js';
import { LINK_PURPOSES } from './accounts/link-token.js';
import { providerEntities } from './providers/entities.js';

export const AccountEntity = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    personId: p.uuid(),
    email: p.text().nullable(),
    passwordHash: p.text().nullable(),
    passwordChangedAt: instant().nullable(),
    lastSignInAt: instant().nullable(),
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
    provenAt: instant(),
  },
});

export const AccessLinkEntity = defineEntity({
  name: 'AccessLink',
  tableName: 'access_link',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    purpose: p.enum(LINK_PURPOSES),
    personId: p.uuid(),
    email: p.text(),
    tokenHash: bytes().nullable(),
    createdAt: instant(),
    createdBy: p.uuid().nullable(),
    expiresAt: instant(),
    usedAt: instant().nullable(),
    endedAt: instant().nullable(),
  },
});

/** What the owner of an account is told about it. */
const LETTER_KINDS = [
  'INVITATION',
  'RESET',
  'PASSWORD_CHANGED',
  'ADDRESS_CHANGED',
  'SECOND_FACTOR_CHANGED',
  'PROVIDER_LINKED',
  'EMERGENCY_SIGN_IN',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export const AccountLetterEntity = defineEntity({
  name: 'AccountLetter',
  tableName: 'account_letter',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    personId: p.uuid(),
    kind: p.enum(LETTER_KINDS),
    address: p.text(),
    linkId: p.uuid().nullable(),
    at: instant(),
    expiresAt: instant(),
    queued: p.boolean().default(false),
  },
});

export const SecondFactorEntity = defineEntity({
  name: 'SecondFactor',
  tableName: 'second_factor',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    accountId: p.uuid(),
    keyId: p.text(),
    sealed: bytes(),
    createdAt: instant(),
    confirmedAt: instant().nullable(),
    lastStep: p.bigint('string').nullable(),
    recoveryHashes: arrayOf('text'),
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
    aboutId: p.uuid().nullable(),
  },
});

export const accessEntities = [
  ...providerEntities,
  AccountEntity,
  SessionEntity,
  AccessLinkEntity,
  AccountLetterEntity,
  SecondFactorEntity,
  SignInFailureEntity,
  AuditEntryEntity,
] as const;
