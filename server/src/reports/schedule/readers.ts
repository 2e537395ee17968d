import type { Scope, Sql } from '../../database/index.js';
import { loadReach } from '../../people/index.js';

/** Of these people those who may read reports now, with what they may reach: active ones who are HR or administrators. As worker. */
export async function readReaders(sql: Sql, personIds: readonly string[]): Promise<Map<string, Scope>> {
  const readers = new Map<string, Scope>();
  for (const id of new Set(personIds)) {
    const reach = await loadReach(sql, id);
    if (reach && (reach.roles.has('ADMIN') || reach.roles.has('HR'))) readers.set(id, reach.scope);
  }
  return readers;
}
