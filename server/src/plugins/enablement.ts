import type { PluginManifest } from '@planwright/plugin-sdk';
import { canonicalJson } from '@planwright/schema/definition';
import type { Instant } from '@planwright/schema/time';
import { columns, type Sql, statement } from '../database/index.js';
import { PluginEnablementEntity } from './entities.js';
import type { ReleaseRef } from './releases/release.js';

/** What a workspace has decided about a plugin. */
export interface Enablement extends ReleaseRef {
  enabled: boolean;
  /** What was shown and agreed to. */
  permissions: PluginManifest['permissions'];
}

const READ_ENABLEMENTS = statement(
  columns(PluginEnablementEntity, 'pluginKey', 'version', 'sha256', 'enabled', 'permissions'),
  `select plugin_key as "pluginKey", version, sha256, enabled, permissions from plugin_enablement where workspace_id = $1::uuid`,
);

/** Decisions of a workspace by the plugin's key; none = never decided. Read as the worker. */
export async function readEnablements(sql: Sql, workspaceId: string): Promise<Map<string, Enablement>> {
  const rows = await sql.rows(READ_ENABLEMENTS, [workspaceId]);
  return new Map(rows.map((row) => [row.pluginKey, row]));
}

const WRITE_ENABLEMENT = statement(
  {},
  `insert into plugin_enablement (workspace_id, plugin_key, version, sha256, enabled, permissions, by, at)
     values ($1::uuid, $2, $3, $4, $5, $6::jsonb, $7::uuid, $8::timestamptz)
     on conflict (workspace_id, plugin_key) do update set version = excluded.version, sha256 = excluded.sha256,
       enabled = excluded.enabled, permissions = excluded.permissions, by = excluded.by, at = excluded.at`,
);

export async function writeEnablement(
  sql: Sql,
  decision: Enablement & { workspaceId: string; by: string; at: Instant },
): Promise<void> {
  await sql.rows(WRITE_ENABLEMENT, [
    decision.workspaceId,
    decision.pluginKey,
    decision.version,
    decision.sha256,
    decision.enabled,
    JSON.stringify(decision.permissions),
    decision.by,
    decision.at,
  ]);
}

/** Permissions in one form: order and empty lists mean nothing. */
export function permissionsKey(permissions: unknown): string {
  const given = new Map(typeof permissions === 'object' && permissions !== null ? Object.entries(permissions) : []);
  const known = Object.fromEntries(
    [...given].flatMap(([name, value]) => {
      if (Array.isArray(value)) return value.length > 0 ? [[name, [...value].map(String).sort()]] : [];
      return value === false || value === null || value === undefined ? [] : [[name, value]];
    }),
  );
  return canonicalJson(known);
}

/** Rules of the house run without asking: they reach nothing outside their process. */
export function needsNoConsent({ id, permissions }: PluginManifest): boolean {
  return id === 'core' && permissionsKey(permissions) === permissionsKey({});
}
