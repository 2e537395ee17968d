import type { PlanDefinition } from '@planwright/schema/definition';
import type { Sql } from '../database/index.js';
import type { VersionItems } from './board-data.js';
import { versionItems } from './version-items.js';

/**
 * Items of published versions by id. A version never changes, so what is kept is never wrong; who may know of a version
 * is decided where its id was read.
 */
export class VersionItemsCache {
  readonly #versions = new Map<string, VersionItems>();

  constructor(private readonly capacity = 500) {}

  /** The same without the database; undefined when one of them is not in memory. */
  kept(ids: Iterable<string>): VersionItems[] | undefined {
    const found: VersionItems[] = [];
    for (const id of new Set(ids)) {
      const version = this.#versions.get(id);
      if (!version) return undefined;
      found.push(version);
    }
    return found;
  }

  /** The versions in the order asked; one statement for those that are not in memory. */
  async load(sql: Sql, ids: Iterable<string>): Promise<VersionItems[]> {
    const wanted = [...new Set(ids)];
    const missing = wanted.filter((id) => !this.#versions.has(id));
    const found = new Map(wanted.flatMap((id) => this.#versions.get(id) ?? []).map((version) => [version.id, version]));
    if (missing.length > 0) {
      const rows = await sql.rows<{ id: string; number: number; definition: PlanDefinition }>(
        'select id, number, definition from plan_version where id = any($1::uuid[])',
        [missing],
      );
      for (const row of rows) {
        const version = versionItems(row);
        found.set(version.id, version);
        this.#keep(version);
      }
    }
    return wanted.flatMap((id) => found.get(id) ?? []);
  }

  #keep(version: VersionItems): void {
    const oldest = this.#versions.keys().next();
    if (this.#versions.size >= this.capacity && !oldest.done) this.#versions.delete(oldest.value);
    this.#versions.set(version.id, version);
  }
}
