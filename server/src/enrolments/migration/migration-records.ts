import type { Instant } from '@planwright/schema/time';
import type { Sql } from '../../database/sql.js';

export interface MigrationRecord {
  id: string;
  planId: string;
  fromVersionId: string;
  toVersionId: string;
  at: Instant;
  byId: string | null;
  moved: number;
  undoneAt: Instant | null;
}

const COLUMNS = `id, plan_id as "planId", from_version_id as "fromVersionId", to_version_id as "toVersionId", at,
  by_id as "byId", moved, undone_at as "undoneAt"`;

export function findMigrations(sql: Sql, ids: readonly string[]): Promise<MigrationRecord[]> {
  return sql.rows<MigrationRecord>(`select ${COLUMNS} from plan_migration where id = any($1::uuid[])`, [ids]);
}

/** Newest first within each plan. */
export function findMigrationsOfPlans(sql: Sql, planIds: readonly string[]): Promise<MigrationRecord[]> {
  return sql.rows<MigrationRecord>(
    `select ${COLUMNS} from plan_migration where plan_id = any($1::uuid[]) order by plan_id, at desc, id`,
    [planIds],
  );
}
