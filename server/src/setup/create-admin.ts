import type { Instant } from '@planwright/schema';
import { recordAudit } from '../access/audit.js';
import { hashPassword } from '../access/password.js';
import type { Database } from '../database/database.js';
import { StartupError } from '../database/startup-error.js';
import { createWorkspace } from './create-workspace.js';

export interface NewAdmin {
  workspaceName: string;
  name: string;
  email: string;
  password: string;
  now: Instant;
  timeZone?: string;
  locale?: string;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * The first person of a new system: a workspace and somebody who may do everything in it.
 * Throws StartupError with one sentence when the address is none, or is taken.
 */
export async function createAdmin(database: Database, admin: NewAdmin): Promise<void> {
  const email = admin.email.trim().toLowerCase();
  if (!EMAIL.test(email))
    throw new StartupError(`"${admin.email}" is no e-mail address; give one like li.min@company.example.`);
  const passwordHash = await hashPassword(admin.password);
  await database.work(async (tx) => {
    const taken = await tx.row<{ id: string }>('select id from account where email = $1', [email]);
    if (taken)
      throw new StartupError(`There is an account for ${email} already; sign in with it, or give another address.`);
    const workspaceId = await createWorkspace(tx, {
      name: admin.workspaceName,
      now: admin.now,
      ...(admin.timeZone === undefined ? {} : { timeZone: admin.timeZone }),
      ...(admin.locale === undefined ? {} : { locale: admin.locale }),
    });
    const person = await tx.row<{ id: string }>(
      'insert into person (workspace_id, name, email) values ($1, $2, $3) returning id',
      [workspaceId, admin.name, email],
    );
    if (!person) throw new Error('no person was inserted');
    for (const role of ['ADMIN', 'HR', 'DESIGNER']) {
      await tx.rows('insert into role_grant (workspace_id, person_id, role) values ($1, $2, $3)', [
        workspaceId,
        person.id,
        role,
      ]);
    }
    await tx.rows('insert into account (workspace_id, person_id, email, password_hash) values ($1, $2, $3, $4)', [
      workspaceId,
      person.id,
      email,
      passwordHash,
    ]);
    await recordAudit(tx, {
      workspaceId,
      at: admin.now,

      action: 'createAdmin',
      subject: `Person:${person.id}`,
      outcome: 'OK',
    });
  });
}
