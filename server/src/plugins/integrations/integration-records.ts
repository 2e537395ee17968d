import type { Instant } from '@planwright/schema/time';
import type { Text } from '@planwright/schema/words';
import { columns, listOf, type Sql, statement, type WritingTx } from '../../database/index.js';
import { IntegrationEntity } from '../entities.js';
import type { Config } from './config-schema.js';

export type Health = 'UNKNOWN' | 'HEALTHY' | 'FAILING' | 'OPEN_CIRCUIT';

export interface IntegrationRecord {
  id: string;
  workspaceId: string;
  pluginKey: string;
  name: string;
  /** Without secrets. */
  config: Config;
  configVersion: number;
  health: Health;
  lastVerdict: string | null;
  /** What the last check said, in both languages. */
  problem: Text[] | null;
  checkedAt: Instant | null;
}

const INTEGRATION = columns(
  IntegrationEntity,
  'id',
  'workspaceId',
  'pluginKey',
  'name',
  'config',
  'configVersion',
  'health',
  'lastVerdict',
  'problem',
  'checkedAt',
);
const COLUMNS = listOf(INTEGRATION, 'i');

const LIST_INTEGRATIONS = statement(
  INTEGRATION,
  `select ${COLUMNS} from integration i where i.workspace_id = $1::uuid and i.removed_at is null order by i.name, i.id`,
);

/** Those that are not removed, by name. */
export function listIntegrations(sql: Sql, workspaceId: string): Promise<IntegrationRecord[]> {
  return sql.rows(LIST_INTEGRATIONS, [workspaceId]);
}

const FIND_INTEGRATION = statement(
  INTEGRATION,
  `select ${COLUMNS} from integration i where i.id = $1::uuid and i.removed_at is null`,
);

export function findIntegration(sql: Sql, id: string): Promise<IntegrationRecord | undefined> {
  return sql.row(FIND_INTEGRATION, [id]);
}

const FIND_INTEGRATIONS = statement(
  INTEGRATION,
  `select ${COLUMNS} from integration i where i.id = any($1::uuid[]) and i.removed_at is null`,
);

export function findIntegrations(sql: Sql, ids: readonly string[]): Promise<IntegrationRecord[]> {
  return sql.rows(FIND_INTEGRATIONS, [ids]);
}

const FIND_REMOVED = statement(
  { id: 'uuid' },
  `select id from integration i where workspace_id = $1::uuid and plugin_key = $2 and name = $3 and removed_at is not null
       and exists (select 1 from integration_secret s where s.integration_id = i.id)
     order by removed_at desc limit 1 for update`,
);

/** The last one of this name that was removed but kept its secrets; it is locked. */
export function findRemoved(
  sql: Sql,
  { workspaceId, pluginKey, name }: Pick<IntegrationRecord, 'workspaceId' | 'pluginKey' | 'name'>,
): Promise<{ id: string } | undefined> {
  return sql.row(FIND_REMOVED, [workspaceId, pluginKey, name]);
}

export async function bringBack(tx: WritingTx, id: string): Promise<void> {
  await tx.em.nativeUpdate(IntegrationEntity, { id }, { removedAt: null });
}

export interface NewIntegration {
  workspaceId: string;
  pluginKey: string;
  name: string;
  config: Config;
  configVersion: number;
  by: string;
  now: Instant;
}

const INSERT_INTEGRATION = statement(
  { id: 'uuid' },
  `insert into integration (workspace_id, plugin_key, name, config, config_version, created_at, created_by)
     values ($1::uuid, $2, $3, $4::jsonb, $5, $6::timestamptz, $7::uuid)
     on conflict (workspace_id, name) where removed_at is null do nothing returning id`,
);

/** Answers nothing when the name is taken. */
export async function insertIntegration(sql: Sql, made: NewIntegration): Promise<string | undefined> {
  const row = await sql.row(INSERT_INTEGRATION, [
    made.workspaceId,
    made.pluginKey,
    made.name,
    JSON.stringify(made.config),
    made.configVersion,
    made.now,
    made.by,
  ]);
  return row?.id;
}

const UPDATE_INTEGRATION = statement(
  {},
  `with tokens as (delete from integration_token where integration_id = $1::uuid),
       circuits as (delete from integration_circuit where integration_id = $1::uuid)
     update integration set name = $2, config = $3::jsonb, config_version = $4, health = 'UNKNOWN', last_verdict = null,
       problem = null, checked_at = null where id = $1::uuid`,
);

/** A changed configuration has not been checked yet, and what providers were asked with the old one counts no more. */
export async function updateIntegration(
  sql: Sql,
  { id, name, config, configVersion }: Pick<IntegrationRecord, 'id' | 'name' | 'config' | 'configVersion'>,
): Promise<void> {
  await sql.rows(UPDATE_INTEGRATION, [id, name, JSON.stringify(config), configVersion]);
}

const IS_NAME_TAKEN = statement(
  { taken: 'int' },
  'select 1 as taken from integration where workspace_id = $1::uuid and name = $2 and ($3::uuid is null or id <> $3::uuid) and removed_at is null',
);

export async function isNameTaken(sql: Sql, workspaceId: string, name: string, but?: string): Promise<boolean> {
  const row = await sql.row(IS_NAME_TAKEN, [workspaceId, name, but ?? null]);
  return row !== undefined;
}

const REMOVE_INTEGRATION = statement(
  {},
  `with tokens as (delete from integration_token where integration_id = $1::uuid),
       secrets as (delete from integration_secret where integration_id = $1::uuid and $2::boolean),
       pages as (delete from integration_kv where integration_id = $1::uuid and $2::boolean),
       buckets as (delete from integration_bucket where integration_id = $1::uuid),
       circuits as (delete from integration_circuit where integration_id = $1::uuid)
     update integration set removed_at = $3::timestamptz where id = $1::uuid`,
);

/** What it has sent stays in history, so the row stays too. Tokens go always, secrets when asked. */
export async function removeIntegration(sql: Sql, id: string, eraseSecrets: boolean, now: Instant): Promise<void> {
  await sql.rows(REMOVE_INTEGRATION, [id, eraseSecrets, now]);
}

export async function noteCheck(
  tx: WritingTx,
  id: string,
  { health, verdict, problem, now }: { health: Health; verdict: string; problem: Text[] | null; now: Instant },
): Promise<void> {
  await tx.em.nativeUpdate(IntegrationEntity, { id }, { health, lastVerdict: verdict, problem, checkedAt: now });
}
