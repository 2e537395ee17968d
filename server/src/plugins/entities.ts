import { defineEntity, p } from '@mikro-orm/core';
import type { Json, PluginManifest } from '@planwright/plugin-sdk';
import type { Text } from '@planwright/schema/words';
import { arrayOf, bytes, id, instant } from '../database/index.js';
import type { Config } from './integrations/config-schema.js';

export const PluginReleaseEntity = defineEntity({
  name: 'PluginRelease',
  tableName: 'plugin_release',
  properties: {
    id: id(),
    pluginKey: p.text(),
    version: p.text(),
    sha256: p.text(),
    manifest: p.json<PluginManifest>(),
    bundle: bytes(),
    foundAt: instant(),
  },
});

export const PluginEnablementEntity = defineEntity({
  name: 'PluginEnablement',
  tableName: 'plugin_enablement',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    pluginKey: p.text(),
    version: p.text(),
    sha256: p.text(),
    enabled: p.boolean(),
    permissions: p.json<PluginManifest['permissions']>(),
    by: p.uuid().nullable(),
    at: instant(),
  },
});

export const PlanVersionPinEntity = defineEntity({
  name: 'PlanVersionPin',
  tableName: 'plan_version_pin',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    planVersionId: p.uuid(),
    use: p.text(),
    pluginKey: p.text(),
    pluginVersion: p.text(),
    sha256: p.text(),
    since: instant(),
    by: p.uuid().nullable(),
    reason: p.text().nullable(),
    ordinal: p.integer(),
  },
});

export const IntegrationEntity = defineEntity({
  name: 'Integration',
  tableName: 'integration',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    pluginKey: p.text(),
    name: p.text(),
    config: p.json<Config>(),
    configVersion: p.integer(),
    health: p.enum(['UNKNOWN', 'HEALTHY', 'FAILING', 'OPEN_CIRCUIT']).default('UNKNOWN'),
    lastVerdict: p.text().nullable(),
    problem: p.json<Text[]>().nullable(),
    checkedAt: instant().nullable(),
    createdAt: instant(),
    createdBy: p.uuid().nullable(),
    removedAt: instant().nullable(),
  },
});

export const IntegrationSecretEntity = defineEntity({
  name: 'IntegrationSecret',
  tableName: 'integration_secret',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    integrationId: p.uuid(),
    name: p.text(),
    keyId: p.text(),
    sealed: bytes(),
    changedAt: instant(),
  },
});

export const IntegrationTokenEntity = defineEntity({
  name: 'IntegrationToken',
  tableName: 'integration_token',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    integrationId: p.uuid(),
    name: p.text(),
    keyId: p.text().nullable(),
    sealed: bytes().nullable(),
    refreshAt: instant().nullable(),
    expiresAt: instant().nullable(),
    fetchUntil: instant().nullable(),
  },
});

export const IntegrationKvEntity = defineEntity({
  name: 'IntegrationKv',
  tableName: 'integration_kv',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    integrationId: p.uuid(),
    key: p.text(),
    value: p.json<Json>(),
  },
});

export const IntegrationBucketEntity = defineEntity({
  name: 'IntegrationBucket',
  tableName: 'integration_bucket',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    integrationId: p.uuid(),
    key: p.text(),
    fullUntil: instant(),
    taken: arrayOf('timestamptz').defaultRaw(`'{}'`),
  },
});

export const IntegrationCircuitEntity = defineEntity({
  name: 'IntegrationCircuit',
  tableName: 'integration_circuit',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    integrationId: p.uuid(),
    host: p.text(),
    outcomes: p.integer().default(0),
    opened: p.integer().default(0),
    openUntil: instant().nullable(),
    probeUntil: instant().nullable(),
  },
});

export const pluginsEntities = [
  PluginReleaseEntity,
  PluginEnablementEntity,
  PlanVersionPinEntity,
  IntegrationEntity,
  IntegrationSecretEntity,
  IntegrationTokenEntity,
  IntegrationKvEntity,
  IntegrationBucketEntity,
  IntegrationCircuitEntity,
] as const;
