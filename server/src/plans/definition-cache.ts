import type { PlanDefinition } from '@planwright/schema/definition';
import type { VersionId } from '@planwright/schema/engine';
import { columns, type Sql, statement } from '../database/index.js';
import { PlanVersionEntity } from './entities.js';

const LOAD = statement(
  columns(PlanVersionEntity, 'id', 'definition'),
  'select id, definition from plan_version where id = any($1::uuid[])',
);

/**
 * Definitions of published versions by id. A version never changes, so a cached one is never wrong; who may know of a
 * version is decided where its id is read, under row-level security.
 */
export class DefinitionCache {
  readonly #definitions = new Map<VersionId, PlanDefinition>();
  readonly #capacity: number;

  constructor(capacity = 500) {
    this.#capacity = capacity;
  }

  /** Definitions of all given versions; one statement for those that are not in memory, none when all are. */
  async load(sql: Sql, versionIds: readonly VersionId[]): Promise<Record<VersionId, PlanDefinition>> {
    const wanted = [...new Set(versionIds)];
    const missing = wanted.filter((id) => !this.#definitions.has(id));
    const found: Record<VersionId, PlanDefinition> = {};
    if (missing.length > 0) {
      const rows = await sql.rows(LOAD, [missing]);
      for (const { id, definition } of rows) this.#keep(id, definition);
      for (const { id, definition } of rows) found[id] = definition;
    }
    for (const id of wanted) {
      const definition = this.#definitions.get(id);
      if (definition) found[id] = definition;
    }
    return found;
  }

  /** The definition when it is in memory; no statement. */
  peek(id: VersionId): PlanDefinition | undefined {
    return this.#definitions.get(id);
  }

  #keep(id: VersionId, definition: PlanDefinition): void {
    const oldest = this.#definitions.keys().next();
    if (this.#definitions.size >= this.#capacity && !oldest.done) this.#definitions.delete(oldest.value);
    this.#definitions.set(id, definition);
  }
}
