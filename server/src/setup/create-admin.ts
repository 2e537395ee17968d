import type { Instant } from '@planwright/schema/time';
import { hashPassword, recordAudit } from '../access/index.js';
import { type Database, StartupError, statement } from '../database/index.js';
import { isEmail, liveWorkspaces, namePinyin, theWorkspace } from '../people/index.js';
import { createWorkspace } from './create-workspace.js';

export interface NewAdmin {
  /** Name or id of a workspace; one of a new name is made. */
  workspaceName: string;
  name: string;
  email: string;
  password: string;
  now: Instant;
  timeZone?: string;
  locale?: string;
}

const KNOWN = statement(
  { id: 'uuid' },
  `
select id from person p where workspace_id = $1 and lower(email) = $2 and active
  and not exists (select 1 from account a where a.person_id = p.id) order by id limit 1`,
);

const GRANT = statement(
  {},
  `
insert into role_grant (workspace_id, person_id, role)
select $1::uuid, $2::uuid, r from unnest($3::text[]) r
where not exists (select 1 from role_grant g where g.person_id = $2::uuid and g.role = r and g.department_id is null)`,
);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface MadeAdmin {
  workspace: { id: string; name: string };
  /** The workspace was made with them; else it was there, and they joined it. */
  isNew: boolean;
}

const FIND_ACCOUNT = statement({ id: 'uuid' }, 'select id from account where email = $1');

const INSERT_PERSON = statement(
  { id: 'uuid' },
  'insert into person (workspace_id, name, email, name_pinyin) values ($1, $2, $3, $4) returning id',
);

const INSERT_ACCOUNT = statement(
  {},
  'insert into account (workspace_id, person_id, email, password_hash) values ($1, $2, $3, $4)',
);

/**
 * Somebody who may do everything in a workspace: in the one of this name or id, or in a new one, with which a system begins.
 * Throws StartupError with one sentence when the address is none or is taken, or when several workspaces have the name.
 */
export async function createAdmin(database: Database, admin: NewAdmin): Promise<MadeAdmin> {
  const email = admin.email.trim().toLowerCase();
  if (!isEmail(email))
    throw new StartupError(`"${admin.email}" is no e-mail address; give one like li.min@company.example.`);
  const passwordHash = await hashPassword(admin.password);
  const [workspace, ...others] = await liveWorkspaces(database, admin.workspaceName);
  if (others.length > 0) await theWorkspace(database, admin.workspaceName);
  if (!workspace && UUID.test(admin.workspaceName))
    throw new StartupError(`There is no workspace with the id ${admin.workspaceName}.`);
  return database.work(async (tx) => {
    const taken = await tx.row(FIND_ACCOUNT, [email]);
    if (taken)
      throw new StartupError(`There is an account for ${email} already; sign in with it, or give another address.`);
    const workspaceId =
      workspace?.id ??
      (await createWorkspace(tx, {
        name: admin.workspaceName,
        now: admin.now,
        ...(admin.timeZone === undefined ? {} : { timeZone: admin.timeZone }),
        ...(admin.locale === undefined ? {} : { locale: admin.locale }),
      }));
    // Whoever is on record already becomes an administrator, and not a second person of the same address.
    const person =
      (await tx.row(KNOWN, [workspaceId, email])) ??
      (await tx.row(INSERT_PERSON, [workspaceId, admin.name, email, namePinyin(admin.name)]));
    if (!person) throw new Error('no person was inserted');
    await tx.rows(GRANT, [workspaceId, person.id, ['ADMIN', 'HR', 'DESIGNER']]);
    await tx.rows(INSERT_ACCOUNT, [workspaceId, person.id, email, passwordHash]);
    await recordAudit(tx, {
      workspaceId,
      at: admin.now,
      action: 'createAdmin',
      subject: `Person:${person.id}`,
      outcome: 'OK',
    });
    return {
      workspace: { id: workspaceId, name: workspace?.name ?? admin.workspaceName.trim() },
      isNew: workspace === undefined,
    };
  });
}
