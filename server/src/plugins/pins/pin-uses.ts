import type { PlanDefinition } from '@planwright/schema/definition';
import type { Instant } from '@planwright/schema/time';
import type { Sql } from '../../database/index.js';
import type { PluginRegistry } from '../registry.js';
import { refOf } from '../releases/release.js';
import { insertPins } from './pin-records.js';
import { usesOf } from './uses-of.js';

/** Freezes what a version is published with: each rule and scorer at the release that the workspace uses now. */
export async function pinUses(
  sql: Sql,
  registry: PluginRegistry,
  version: { workspaceId: string; planVersionId: string; definition: PlanDefinition; by: string | null; at: Instant },
): Promise<void> {
  const uses = new Map(usesOf(version.definition).map((use) => [use.use, use]));
  if (uses.size === 0) return;
  const active = await registry.active(sql, version.workspaceId);
  const pins = [...uses.values()].flatMap(({ use, pluginKey }) => {
    const manifest = active.get(pluginKey)?.manifest;
    return manifest ? [{ use, ordinal: 1, ...refOf(manifest) }] : [];
  });
  await insertPins(sql, version, pins);
}
