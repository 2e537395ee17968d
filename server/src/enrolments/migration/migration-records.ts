import type { Instant } from '@planwright/schema/time';
import { columns, listOf, type Sql, statement } from '../../database/index.js';
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
const COLUMNS = listOf(MIGRATION, 'm');

const FIND_MIGRATIONS = statement(MIGRATION, `select ${COLUMNS} from plan_migration m where m.id = any($1::uuid[])`);

export function findMigrations(sql: Sql, ids: readonly string[]): Promise<MigrationRecord[]> {
  return sql.rows(FIND_MIGRATIONS, [ids]);
}

const FIND_MIGRATIONS_OF_PLANS = statement(
  MIGRATION,
  `select ${COLUMNS} from plan_migration m where m.plan_id = any($1::uuid[]) order by m.plan_id, m.at desc, m.id`,
);

/** Newest first within each plan. */
export function findMigrationsOfPlans(sql: Sql, planIds: readonly string[]): Promise<MigrationRecord[]> {
  return sql.rows(FIND_MIGRATIONS_OF_PLANS, [planIds]);
}
