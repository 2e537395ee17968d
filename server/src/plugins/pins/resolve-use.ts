import type { ContributionManifest } from '@planwright/plugin-sdk';
import type { Sql } from '../../database/index.js';
import type { LoadedRelease } from '../host/plugin-host.js';
import type { PluginRegistry } from '../registry.js';
import { refOf } from '../releases/release.js';
import { readPins } from './pin-records.js';

/** A rule or scorer ready to be asked. */
export interface ResolvedUse {
  release: LoadedRelease;
  contribution: ContributionManifest;
}

/**
 * What a published version uses under a name: the release it pins, or, for a version from before there were pins, the one
 * that is enabled now. Absent when the plugin is switched off or gone: the plan runs on without it. `sql` reads as the worker.
 */
export async function resolveUse(
  sql: Sql,
  registry: PluginRegistry,
  { workspaceId, versionId, use }: { workspaceId: string; versionId: string | undefined; use: string },
): Promise<ResolvedUse | undefined> {
  const [pluginKey = '', key = ''] = use.split('/');
  const active = (await registry.active(sql, workspaceId)).get(pluginKey);
  if (!active) return undefined;
  const pin = versionId === undefined ? undefined : (await readPins(sql, [versionId])).find((one) => one.use === use);
  const release = await registry.pinned(pin ?? refOf(active.manifest), sql);
  const contribution = release?.manifest.contributes.find((one) => one.key === key && one.kind !== 'CHANNEL');
  return release && contribution ? { release, contribution } : undefined;
}
