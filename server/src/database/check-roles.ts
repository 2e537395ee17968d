import { connect } from './connect.js';
import { migrations } from './migrations/index.js';
import { WORKER_ROLE } from './policy-sql.js';
import { StartupError } from './startup-error.js';

interface RoleFacts {
  name: string;
  superuser: boolean;
  bypass: boolean;
  owns: boolean;
  worker: boolean;
  becomes: boolean | null;
  inherits: boolean | null;
}

const ROLE_FACTS = `
  select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as bypass,
    exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and pg_has_role(r.oid, c.relowner, 'MEMBER')) as owns,
    w.oid is not null as worker,
    pg_has_role(r.oid, w.oid, 'MEMBER') as becomes,
    pg_has_role(r.oid, w.oid, 'USAGE') as inherits
  from pg_roles r left join pg_roles w on w.rolname = $1
  where r.rolname = current_user`;

/** Row-level security binds neither superusers nor owners nor BYPASSRLS: the server does not start as one of those. */
export async function checkAppRole(url: string): Promise<void> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<RoleFacts>(ROLE_FACTS, [WORKER_ROLE]);
    const problem = rows[0] ? problemOf(rows[0]) : undefined;
    if (problem) throw new StartupError(problem);
  } finally {
    await client.end();
  }
}

function problemOf(role: RoleFacts): string | undefined {
  const instead = 'give DATABASE_URL the login of an ordinary role.';
  if (role.superuser)
    return `The database role ${role.name} is a superuser and so bypasses row-level security; ${instead}`;
  if (role.bypass) return `The database role ${role.name} has BYPASSRLS; ${instead}`;
  if (!role.worker) return `The database has no role ${WORKER_ROLE}; run the migrations with DATABASE_OWNER_URL first.`;
  if (role.owns) return `The database role ${role.name} owns Planwright's tables; ${instead}`;
  if (!role.becomes)
    return `The database role ${role.name} is no member of ${WORKER_ROLE}; run the migrations with DATABASE_OWNER_URL again.`;
  if (role.inherits)
    return `The database role ${role.name} inherits the rights of ${WORKER_ROLE}; make it NOINHERIT and grant the membership again.`;
  return undefined;
}

/** All migrations of this program have run. */
export async function checkMigrated(url: string): Promise<void> {
  const client = await connect(url);
  try {
    const { rows } = await client
      .query<{ name: string }>('select name from schema_migration')
      .catch(() => ({ rows: [] }));
    const done = new Set(rows.map(({ name }) => name));
    const missing = migrations.filter(({ name }) => !done.has(name));
    if (missing.length > 0) {
      throw new StartupError(
        `The database lacks ${missing.length} migration(s), from ${missing[0]?.name} on; set DATABASE_OWNER_URL and start again.`,
      );
    }
  } finally {
    await client.end();
  }
}
