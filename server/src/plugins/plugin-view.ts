import { createHash } from 'node:crypto';
import type { PluginManifest } from '@planwright/plugin-sdk';
import type { Text } from '@planwright/schema/words';
import { type Sql, statement } from '../database/index.js';
import { type Enablement, needsNoConsent, permissionsKey, readEnablements } from './enablement.js';
import { say } from './generated/messages.js';
import type { ReleaseHealth } from './host/plugin-host.js';
import type { PluginDeps } from './plugin-deps.js';
import type { InstalledPlugin } from './registry.js';
import { refOf } from './releases/release.js';

export type PluginStatus = 'READY' | 'DISABLED' | 'BROKEN';

/** A plugin as a workspace sees it. */
export interface PluginView {
  key: string;
  /** What runs here, or would if it were enabled; absent when it cannot be read. */
  manifest: PluginManifest | undefined;
  /** The newest one, whose permissions are to be agreed to. */
  newest: PluginManifest | undefined;
  version: string;
  /** All releases this installation has had. */
  versions: string[];
  status: PluginStatus;
  enabled: boolean;
  consented: boolean;
  problem: Text | undefined;
  health: ReleaseHealth['state'];
  usedByPlans: number;
}

/** A plugin has no row of its own: its id follows from its key. */
export function pluginUuid(key: string): string {
  const hex = createHash('sha256').update(`plugin ${key}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

const USED = statement(
  { plans: 'int', pluginKey: 'text' },
  `
select plugin_key as "pluginKey", count(distinct v.plan_id)::int as plans
from plan_version_pin p join plan_version v on v.id = p.plan_version_id
where p.workspace_id = $1::uuid and v.status = 'PUBLISHED' group by plugin_key`,
);

/** Every plugin that is installed, and those that are gone but still counted on. `sql` reads as the worker. */
export async function readPlugins(
  sql: Sql,
  { registry, host }: Pick<PluginDeps, 'registry' | 'host'>,
  workspaceId: string,
): Promise<PluginView[]> {
  const decided = await readEnablements(sql, workspaceId);
  const used = new Map((await sql.rows(USED, [workspaceId])).map((row) => [row.pluginKey, row.plans]));
  const installed = registry.installed();
  const known = new Set(installed.map(({ key }) => key));
  const missing = [...new Set([...decided.keys(), ...used.keys()])].filter((key) => !known.has(key)).sort();
  const gone = missing.map(
    (key): InstalledPlugin => ({ key, broken: { key, version: '', title: undefined, problem: say('gone') } }),
  );
  const releases = await registry.store.versions(sql, [...known, ...missing]);
  return Promise.all(
    [...installed, ...gone].map(async (plugin) => {
      const decision = decided.get(plugin.key);
      const active = await registry.activeManifest(sql, plugin, decision);
      const stored = releases.filter(({ pluginKey }) => pluginKey === plugin.key);
      const manifest = active ?? plugin.manifest ?? stored.at(-1)?.manifest;
      const health = await healthOf(sql, { registry, host }, active);
      return {
        key: plugin.key,
        manifest,
        newest: plugin.manifest ?? manifest,
        version: manifest?.version ?? plugin.broken?.version ?? '',
        versions: [...new Set(stored.map(({ version }) => version))],
        usedByPlans: used.get(plugin.key) ?? 0,
        ...stateOf(plugin, decision, active, health),
      };
    }),
  );
}

async function healthOf(
  sql: Sql,
  { registry, host }: Pick<PluginDeps, 'registry' | 'host'>,
  active: PluginManifest | undefined,
): Promise<ReleaseHealth> {
  const release = active && (await registry.pinned(refOf(active), sql));
  return release ? host.health(release) : { state: 'idle', restarts: 0 };
}

function stateOf(
  { manifest, broken }: InstalledPlugin,
  decision: Enablement | undefined,
  active: PluginManifest | undefined,
  health: ReleaseHealth,
): Pick<PluginView, 'status' | 'enabled' | 'consented' | 'problem' | 'health'> {
  const free = manifest !== undefined && needsNoConsent(manifest);
  const consented =
    free || (decision !== undefined && permissionsKey(decision.permissions) === permissionsKey(manifest?.permissions));
  const enabled = decision?.enabled ?? free;
  const waiting =
    enabled && !consented && manifest ? say('notNewestConsented', { version: manifest.version }) : undefined;
  const failing = health.state === 'broken' ? sentenceOf(health) : undefined;
  const status = broken || failing ? 'BROKEN' : active ? 'READY' : 'DISABLED';
  return { status, enabled, consented, problem: broken?.problem ?? failing ?? waiting, health: health.state };
}

function sentenceOf({ problem }: ReleaseHealth): Text {
  const fallback = say('doesNotStart');
  return { ...fallback, ...problem };
}
