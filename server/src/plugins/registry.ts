import type { ContributionManifest, PluginManifest } from '@planwright/plugin-sdk';
import type { PluginCatalogue } from '@planwright/schema/rules';
import type { Instant } from '@planwright/schema/time';
import type { Logger } from 'pino';
import type { Database, Sql } from '../database/index.js';
import { type Enablement, needsNoConsent, permissionsKey, readEnablements } from './enablement.js';
import type { LoadedRelease } from './host/plugin-host.js';
import { type BrokenPlugin, type FoundPlugin, localized, readPluginFolders } from './releases/plugin-folders.js';
import { type ReleaseRef, refOf } from './releases/release.js';
import { ReleaseStore } from './releases/release-store.js';

/** A plugin that is installed: its newest release, or what is wrong with it. */
export type InstalledPlugin =
  | { key: string; manifest: PluginManifest; broken?: undefined }
  | { key: string; manifest?: undefined; broken: BrokenPlugin };

/** What a workspace uses of a plugin now: the newest release it has agreed to. */
export interface ActivePlugin {
  key: string;
  manifest: PluginManifest;
}

export interface RegistryOptions {
  database: Database;
  log: Logger;
  folders: readonly string[];
  cacheFolder: string;
  now: Instant;
}

/** Which plugins there are, in which releases, and what a workspace may use of them. Nothing of a plugin runs here. */
export class PluginRegistry {
  readonly store: ReleaseStore;
  readonly #options: RegistryOptions;
  #installed = new Map<string, InstalledPlugin>();

  private constructor(options: RegistryOptions) {
    this.#options = options;
    this.store = new ReleaseStore(options.database, options.log, options.cacheFolder);
  }

  /** Looks at the folders. What is broken in them is listed and logged; it never keeps the server from starting. */
  static async start(options: RegistryOptions): Promise<PluginRegistry> {
    const registry = new PluginRegistry(options);
    await registry.reload(options.now);
    return registry;
  }

  /** Looks at the folders again. */
  async reload(now: Instant): Promise<void> {
    const { folders, log } = this.#options;
    const installed = new Map<string, InstalledPlugin>();
    for (const finding of await readPluginFolders(folders)) {
      const plugin = 'found' in finding ? await this.#keep(finding.found, now) : undefined;
      if (plugin) installed.set(plugin.key, plugin);
      else if ('broken' in finding)
        installed.set(finding.broken.key, { key: finding.broken.key, broken: finding.broken });
    }
    for (const { key, broken } of installed.values())
      if (broken) log.warn({ plugin: key, problem: broken.problem.en }, 'a plugin is broken and stays off');
    this.#installed = installed;
  }

  /** In the order of their keys. */
  installed(): InstalledPlugin[] {
    return [...this.#installed.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  find(key: string): InstalledPlugin | undefined {
    return this.#installed.get(key);
  }

  /** What the workspace has enabled, by key. `sql` reads as the worker. */
  async active(sql: Sql, workspaceId: string): Promise<Map<string, ActivePlugin>> {
    const decided = await readEnablements(sql, workspaceId);
    const active = new Map<string, ActivePlugin>();
    for (const plugin of this.installed()) {
      const manifest = await this.activeManifest(sql, plugin, decided.get(plugin.key));
      if (manifest) active.set(plugin.key, { key: plugin.key, manifest });
    }
    return active;
  }

  /** Newer permissions wait for consent; until then the release that was agreed to goes on. */
  async activeManifest(
    sql: Sql,
    { manifest }: InstalledPlugin,
    decision: Enablement | undefined,
  ): Promise<PluginManifest | undefined> {
    if (!decision) return manifest && needsNoConsent(manifest) ? manifest : undefined;
    if (!decision.enabled) return undefined;
    if (manifest && permissionsKey(manifest.permissions) === permissionsKey(decision.permissions)) return manifest;
    return this.store.manifest(sql, decision);
  }

  /** What plans of the workspace may use, by the name they use it by. */
  async catalogue(sql: Sql, workspaceId: string): Promise<PluginCatalogue> {
    const entries: [string, PluginCatalogue[string]][] = [];
    for (const { key, manifest } of (await this.active(sql, workspaceId)).values()) {
      for (const contribution of manifest.contributes) {
        if (!usedByPlans(contribution)) continue;
        const { kind, title, of, configSchema } = contribution;
        entries.push([
          `${key}/${contribution.key}`,
          {
            kind,
            plugin: `${key}@${manifest.version}`,
            version: manifest.version,
            title: localized(title),
            ...(of ? { of } : {}),
            configSchema,
          },
        ]);
      }
    }
    return Object.fromEntries(entries);
  }

  /** The release that a workspace uses of a plugin now, ready to be started. */
  async release(sql: Sql, workspaceId: string, pluginKey: string): Promise<LoadedRelease | undefined> {
    const plugin = (await this.active(sql, workspaceId)).get(pluginKey);
    return plugin && this.store.load(refOf(plugin.manifest), sql);
  }

  /** One release by its name, for what is pinned. */
  pinned(ref: ReleaseRef, sql?: Sql): Promise<LoadedRelease | undefined> {
    return this.store.load(ref, sql);
  }

  async #keep(found: FoundPlugin, now: Instant): Promise<InstalledPlugin> {
    await this.store.keep(found, now);
    return { key: found.key, manifest: found.manifest };
  }
}

export function usedByPlans({ kind }: ContributionManifest): boolean {
  return kind === 'REMINDER_RULE' || kind === 'SCORER';
}
