import type { Instant } from '@planwright/schema/time';
import { type Sql, statement } from '../database/index.js';

export interface AuditRecord {
  workspaceId: string;
  at: Instant;
  /** Who did or tried it; absent for the system and for somebody unknown. */
  actorId?: string;
  /** A verb: `signIn`, `publishPlan`. */
  action: string;
  /** What it was done to: a key or an id, never personal data. */
  subject?: string;
  outcome: 'OK' | 'REFUSED';
  detail?: Record<string, unknown>;
  /** The person it happened to, where it is about one: their HR sees it, too. */
  aboutId?: string;
}

/** Subjects of refused tries come from clients: no key and no id is longer. */
const MOST_CHARACTERS = 200;

const RECORD_AUDIT = statement(
  {},
  'insert into audit_entry (workspace_id, at, actor_id, action, subject, outcome, detail, about_id) values ($1, $2, $3, $4, $5, $6, $7, $8)',
);

/** Adds to the audit trail, as the worker, in the transaction of what is recorded. */
export async function recordAudit(sql: Sql, entry: AuditRecord): Promise<void> {
  await sql.rows(RECORD_AUDIT, [
    entry.workspaceId,
    entry.at,
    entry.actorId ?? null,
    entry.action,
    entry.subject?.slice(0, MOST_CHARACTERS) ?? null,
    entry.outcome,
    entry.detail === undefined ? null : JSON.stringify(entry.detail),
    entry.aboutId ?? null,
  ]);
}

const RECORD_AUDITS = statement(
  {},
  `
insert into audit_entry (workspace_id, at, actor_id, action, subject, outcome, detail, about_id)
select r."workspaceId", r.at, r."actorId", r.action, r.subject, r.outcome, r.detail, r."aboutId"
from jsonb_to_recordset($1::jsonb) as r("workspaceId" uuid, at timestamptz, "actorId" uuid, action text, subject text, outcome text,
  detail jsonb, "aboutId" uuid)`,
);

/** The same for what happened to many people at once: one statement. */
export async function recordAudits(sql: Sql, entries: readonly AuditRecord[]): Promise<void> {
  if (entries.length > 0) await sql.rows(RECORD_AUDITS, [JSON.stringify(entries)]);
}
