import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PluginManifest } from '@planwright/plugin-sdk';
import type { Instant } from '@planwright/schema/time';
import type { Logger } from 'pino';
import { columns, type Database, type Sql, statement } from '../../database/index.js';
import { PluginReleaseEntity } from '../entities.js';
import type { LoadedRelease } from '../host/plugin-host.js';
import type { FoundPlugin } from './plugin-folders.js';
import type { ReleaseRef } from './release.js';

interface ReleaseRow extends ReleaseRef {
  manifest: PluginManifest;
}

const COLUMNS = `plugin_key as "pluginKey", version, sha256, manifest`;

const KEEP = statement(
  {},
  `insert into plugin_release (plugin_key, version, sha256, manifest, bundle, found_at)
         values ($1, $2, $3, $4::jsonb, $5, $6::timestamptz) on conflict do nothing`,
);

const VERSIONS = statement(
  columns(PluginReleaseEntity, 'pluginKey', 'version', 'sha256', 'manifest'),
  `select ${COLUMNS} from plugin_release where plugin_key = any($1::text[]) order by plugin_key, found_at, version`,
);

const MANIFEST = statement(
  columns(PluginReleaseEntity, 'manifest'),
  'select manifest from plugin_release where plugin_key = $1 and version = $2 and sha256 = $3',
);

const READ = statement(
  columns(PluginReleaseEntity, 'manifest', 'bundle'),
  'select manifest, bundle from plugin_release where plugin_key = $1 and version = $2 and sha256 = $3',
);

/**
 * Every release this installation has ever had, with its code: a plan that pins one runs with it also when the folder
 * holds a newer one by now.
 */
export class ReleaseStore {
  readonly #database: Database;
  readonly #log: Logger;
  readonly #folder: string;
  readonly #manifests = new Map<string, PluginManifest>();
  readonly #loaded = new Map<string, Promise<LoadedRelease | undefined>>();

  /** `folder`: where code is laid down for the processes of plugins; nobody else may read it. */
  constructor(database: Database, log: Logger, folder: string) {
    this.#database = database;
    this.#log = log;
    this.#folder = folder;
  }

  /** Keeps what was found; a release that is known stays as it is. */
  async keep({ manifest, bundle }: FoundPlugin, now: Instant): Promise<void> {
    await this.#database.work((tx) =>
      tx.rows(KEEP, [manifest.id, manifest.version, manifest.sha256, JSON.stringify(manifest), bundle, now]),
    );
  }

  /** All releases of some plugins, newest found last, without their code. */
  versions(sql: Sql, pluginKeys: readonly string[]): Promise<ReleaseRow[]> {
    return sql.rows(VERSIONS, [pluginKeys]);
  }

  /** What a release says of itself, without its code; absent when it was never here. */
  async manifest(sql: Sql, ref: ReleaseRef): Promise<PluginManifest | undefined> {
    const name = nameOf(ref);
    const known = this.#manifests.get(name);
    if (known) return known;
    const row = await sql.row(MANIFEST, [ref.pluginKey, ref.version, ref.sha256]);
    if (row) this.#manifests.set(name, row.manifest);
    return row?.manifest;
  }

  /** The release ready to be started; absent when it was never here, or its stored code is not what it was. `sql`: where a transaction is open already. */
  load(ref: ReleaseRef, sql?: Sql): Promise<LoadedRelease | undefined> {
    const name = nameOf(ref);
    const known = this.#loaded.get(name);
    if (known) return known;
    const loading = this.#load(ref, sql);
    this.#loaded.set(name, loading);
    // What failed or is not here yet is looked for again.
    loading.then(
      (found) => found ?? this.#loaded.delete(name),
      () => this.#loaded.delete(name),
    );
    return loading;
  }

  async #load({ pluginKey, version, sha256 }: ReleaseRef, sql?: Sql): Promise<LoadedRelease | undefined> {
    const read = (tx: Sql) => tx.row(READ, [pluginKey, version, sha256]);
    const row = await (sql ? read(sql) : this.#database.look(read));
    if (!row) return undefined;
    if (hashOf(row.bundle) !== sha256) {
      this.#log.error({ plugin: pluginKey, version }, 'the stored code of a plugin was changed; it does not run');
      return undefined;
    }
    const bundle = await this.#layDown(sha256, row.bundle);
    return { id: pluginKey, version, sha256, manifest: row.manifest, bundle };
  }

  /** The file is named by its content and appears at once, whole: several servers may share the folder. */
  async #layDown(sha256: string, bundle: Buffer): Promise<string> {
    const file = path.join(this.#folder, `${sha256}.mjs`);
    const there = await readFile(file).catch(() => undefined);
    if (there && hashOf(there) === sha256) return file;
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const fresh = path.join(this.#folder, `${randomUUID()}.tmp`);
    await writeFile(fresh, bundle, { mode: 0o600, flag: 'wx' });
    await rename(fresh, file);
    return file;
  }
}

const nameOf = ({ pluginKey, version, sha256 }: ReleaseRef): string => `${pluginKey}@${version}#${sha256}`;

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
