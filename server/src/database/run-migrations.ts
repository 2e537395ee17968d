import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from 'pg';
import { accessPolicy } from './access-policy.js';
import { connect, connectionOptions } from './connect.js';
import { migrations } from './migrations/index.js';
import { identifier, policyHash, policySql, WORKER_ROLE } from './policy-sql.js';
import { StartupError } from './startup-error.js';

/** One number for all Planwright migrators of a database. */
const MIGRATION_LOCK = 20_261_123;

export interface MigrationResult {
  applied: string[];
  policyChanged: boolean;
  /** What a migration changed that somebody should hear of, a sentence each; absent where there is nothing. */
  notes?: string[];
}

/**
 * Brings the database up to this program: roles, tables, policies. Several may start at once: one works, the others wait
 * for a session-level lock (a transaction-bound one would deadlock with CREATE INDEX CONCURRENTLY).
 * `ownerUrl` is the login that owns the tables, `appRole` the login name of the API. `install` is for what later rooms keep in the
 * database beside our tables; it runs as the owner, one at a time.
 */
export async function runMigrations(
  ownerUrl: string,
  appRole: string,
  install: (owner: Client) => Promise<void> = async () => undefined,
): Promise<MigrationResult> {
  const lock = await connect(ownerUrl);
  try {
    await lock.query(`set lock_timeout = '60s'`);
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]).catch(() => {
      throw new StartupError(
        'Another migration holds the database for more than a minute; wait for it and start again.',
      );
    });
    await ensureRoles(lock, appRole);
    const applied = await migrateTables(ownerUrl);
    const notes = applied.includes('20261130u1-workspace-names') ? await renamedWorkspaces(lock) : [];
    await install(lock);
    const policyChanged = await applyPolicy(lock, appRole);
    return { applied, policyChanged, ...(notes.length === 0 ? {} : { notes }) };
  } finally {
    await lock.end();
  }
}

/** Those whose name another one had, as their audit trails say. */
async function renamedWorkspaces(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ id: string; from: string; to: string }>(
    `select workspace_id as id, detail ->> 'from' as "from", detail ->> 'to' as "to" from audit_entry
     where action = 'renameWorkspace' order by at, id`,
  );
  return rows.map(
    ({ id, from, to }) => `Two workspaces were called “${from}”; the later one (${id}) is called “${to}” now.`,
  );
}

async function ensureRoles(client: Client, appRole: string): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
    [appRole, WORKER_ROLE],
  ]);
  if (!rows.some(({ rolname }) => rolname === appRole)) {
    throw new StartupError(`The database has no role ${appRole}; create it as an ordinary login role and start again.`);
  }
  const member = await client.query<{ member: boolean }>(
    `select coalesce((select pg_has_role($1, oid, 'MEMBER') from pg_roles where rolname = $2), false) as member`,
    [appRole, WORKER_ROLE],
  );
  if (member.rows[0]?.member) return;
  try {
    if (!rows.some(({ rolname }) => rolname === WORKER_ROLE)) await client.query(`create role ${WORKER_ROLE} nologin`);
    await client.query(`grant ${WORKER_ROLE} to ${identifier(appRole)}`);
  } catch {
    throw new StartupError(
      `The owner role may not create roles; run "create role ${WORKER_ROLE} nologin; alter role ${appRole} noinherit; grant ${WORKER_ROLE} to ${appRole};" as an administrator once.`,
    );
  }
}

async function migrateTables(ownerUrl: string): Promise<string[]> {
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    ensureDatabase: false,
    extensions: [Migrator],
    pool: { min: 0, max: 2 },
    driverOptions: { ...connectionOptions, options: '-c lock_timeout=10s -c statement_timeout=300s' },
    logger: () => undefined,
    migrations: {
      tableName: 'schema_migration',
      migrationsList: migrations,
      allOrNothing: false,
      snapshot: false,
      silent: true,
    },
  });
  try {
    return (await orm.migrator.up()).map(({ name }) => name);
  } finally {
    await orm.close(true);
  }
}

/** Policies are not history: they are replaced as a whole when the policy file says something else than last time. */
async function applyPolicy(client: Client, appRole: string): Promise<boolean> {
  await client.query(
    'create table if not exists schema_policy (hash text not null, applied_at timestamptz not null default now())',
  );
  const { rows: tables } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not in ('schema_migration', 'schema_policy')`,
  );
  const bare = tables.filter(({ name }) => !accessPolicy[name]);
  if (bare.length > 0)
    throw new StartupError(
      `No access policy names the table ${bare.map(({ name }) => name).join(', ')}; add it to access-policy.ts.`,
    );

  const hash = policyHash(appRole);
  const { rows } = await client.query<{ hash: string }>('select hash from schema_policy');
  if (rows.length === 1 && rows[0]?.hash === hash) return false;
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = '10s'`);
    for (const statement of policySql(appRole)) await client.query(statement);
    await client.query(`grant select on schema_migration, schema_policy to ${identifier(appRole)}`);
    await client.query(`revoke all on function person_cards(uuid[]) from public`);
    await client.query(`grant execute on function person_cards(uuid[]) to ${identifier(appRole)}, ${WORKER_ROLE}`);
    await client.query('delete from schema_policy');
    await client.query('insert into schema_policy (hash) values ($1)', [hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  return true;
}
