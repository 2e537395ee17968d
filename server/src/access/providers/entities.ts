import { defineEntity, p } from '@mikro-orm/core';
import { arrayOf, bytes, id, instant } from '../../database/index.js';
import type { RoleMapping } from './role-mapping.js';

/** A company's own sign-in, by OpenID Connect. */
export const IdentityProviderEntity = defineEntity({
  name: 'IdentityProvider',
  tableName: 'identity_provider',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    name: p.text(),
    issuer: p.text(),
    clientId: p.text(),
    keyId: p.text(),
    sealed: bytes(),
    enabled: p.boolean(),
    createsPeople: p.boolean(),
    onlyWay: p.boolean(),
    emailDomains: arrayOf('text'),
    sameAsScim: p.boolean(),
    roleMapping: p.json<RoleMapping>().nullable(),
    emergencyPersonId: p.uuid().nullable(),
    createdAt: instant(),
    createdBy: p.uuid(),
    changedAt: instant(),
  },
});

/** What somebody is sent to their provider for. */
export const OIDC_PURPOSES = ['SIGN_IN', 'LINK', 'INVITATION', 'PROOF'] as const;
export type OidcPurpose = (typeof OIDC_PURPOSES)[number];

/** A way to the provider and back that is not over. */
export const OidcTransactionEntity = defineEntity({
  name: 'OidcTransaction',
  tableName: 'oidc_transaction',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    providerId: p.uuid(),
    purpose: p.enum(OIDC_PURPOSES),
    personId: p.uuid().nullable(),
    sessionId: p.uuid().nullable(),
    linkId: p.uuid().nullable(),
    ticketHash: bytes().nullable(),
    stateHash: bytes().nullable(),
    bindingHash: bytes().nullable(),
    nonce: p.text().nullable(),
    verifier: p.text().nullable(),
    returnTo: p.text(),
    createdAt: instant(),
  },
});

/** A session that came in through a provider. */
export const ProviderSessionEntity = defineEntity({
  name: 'ProviderSession',
  tableName: 'provider_session',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    sessionId: p.uuid(),
    providerId: p.uuid(),
    provenAt: instant(),
    keyId: p.text(),
    sealed: bytes(),
  },
});

export const providerEntities = [IdentityProviderEntity, OidcTransactionEntity, ProviderSessionEntity] as const;
