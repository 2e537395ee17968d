import type { Instant } from '@planwright/schema/time';
import type { Sql } from '../../database/sql.js';
import { columns, statement } from '../../database/statement.js';
import { PlanMigrationEntity } from '../entities.js';

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

const MIGRATION = columns(
  PlanMigrationEntity,
  'id',
  'planId',
  'fromVersionId',
  'toVersionId',
  'at',
  'byId',
  'moved',
  'undoneAt',
);

const FIND_MIGRATIONS = statement(MIGRATION, `select ${COLUMNS} from plan_migration where id = any($1::uuid[])`);

export function findMigrations(sql: Sql, ids: readonly string[]): Promise<MigrationRecord[]> {
  return sql.rows(FIND_MIGRATIONS, [ids]);
}

const FIND_MIGRATIONS_OF_PLANS = statement(
  MIGRATION,
  `select ${COLUMNS} from plan_migration where plan_id = any($1::uuid[]) order by plan_id, at desc, id`,
);

/** Newest first within each plan. */
export function findMigrationsOfPlans(sql: Sql, planIds: readonly string[]): Promise<MigrationRecord[]> {
  return sql.rows(FIND_MIGRATIONS_OF_PLANS, [planIds]);
}
