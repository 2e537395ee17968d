import type { Instant } from '@planwright/schema/time';
import { columns, type Sql, statement } from '../../database/index.js';
import { PlanVersionPinEntity } from '../entities.js';
import type { ReleaseRef } from '../releases/release.js';

/** Which release a published version uses for one of its rules; the last one written counts. */
export interface Pin extends ReleaseRef {
  planVersionId: string;
  use: string;
  ordinal: number;
}

const READ_PINS = statement(
  { ...columns(PlanVersionPinEntity, 'planVersionId', 'use', 'pluginKey', 'sha256', 'ordinal'), version: 'text' },
  `select distinct on (plan_version_id, use) plan_version_id as "planVersionId", use, plugin_key as "pluginKey",
       plugin_version as version, sha256, ordinal
     from plan_version_pin where plan_version_id = any($1::uuid[]) order by plan_version_id, use, ordinal desc`,
);

/** Pins of versions as they hold now. */
export function readPins(sql: Sql, versionIds: readonly string[]): Promise<Pin[]> {
  return sql.rows(READ_PINS, [versionIds]);
}

export interface NewPin extends ReleaseRef {
  use: string;
  ordinal: number;
}

const INSERT_PINS = statement(
  {},
  `insert into plan_version_pin (workspace_id, plan_version_id, use, plugin_key, plugin_version, sha256, since, by, reason, ordinal)
     select $1::uuid, $2::uuid, use, "pluginKey", version, sha256, $3::timestamptz, $4::uuid, $5, ordinal
     from jsonb_to_recordset($6::jsonb) as r(use text, "pluginKey" text, version text, sha256 text, ordinal int)`,
);

export async function insertPins(
  sql: Sql,
  of: { workspaceId: string; planVersionId: string; by: string | null; at: Instant; reason?: string },
  pins: readonly NewPin[],
): Promise<void> {
  if (pins.length === 0) return;
  await sql.rows(INSERT_PINS, [
    of.workspaceId,
    of.planVersionId,
    of.at,
    of.by,
    of.reason ?? null,
    JSON.stringify(pins),
  ]);
}
