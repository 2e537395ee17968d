import { createHash } from 'node:crypto';
import { accessPolicy, inWorkspace, type TablePolicy } from './access-policy.js';

/** The role that projections, the ticker and the writes of commands run as. It sees every row; nobody can sign in as it. */
export const WORKER_ROLE = 'planwright_worker';

/**
 * The policy file as SQL: switches row-level security on, replaces every policy and every grant.
 * Run by the owner; `appRole` is the login of the API.
 */
export function policySql(appRole: string, policy: Record<string, TablePolicy> = accessPolicy): string[] {
  const app = identifier(appRole);
  return [
    `grant usage on schema public to ${app}, ${WORKER_ROLE}`,
    ...Object.entries(policy).flatMap(([name, table]) => tableSql(identifier(name), table, app)),
  ];
}

function tableSql(table: string, { clauses, appendOnly }: TablePolicy, app: string): string[] {
  const rules = Object.values(clauses);
  const policies =
    rules.length === 0
      ? []
      : [
          `create policy reader on ${table} for select to ${app} using (${inWorkspace} and (${rules.map((rule) => `(${rule})`).join(' or ')}))`,
          `grant select on ${table} to ${app}`,
        ];
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `drop policy if exists reader on ${table}`,
    `drop policy if exists worker on ${table}`,
    `drop policy if exists owner on ${table}`,
    `revoke all on ${table} from public, ${app}, ${WORKER_ROLE}`,
    ...policies,
    `create policy worker on ${table} to ${WORKER_ROLE} using (true) with check (true)`,
    `create policy owner on ${table} to current_user using (true) with check (true)`,
    `grant select, insert${appendOnly ? '' : ', update, delete'} on ${table} to ${WORKER_ROLE}`,
  ];
}

/** Changes when the SQL would: then it is applied again. */
export function policyHash(appRole: string): string {
  return createHash('sha256').update(policySql(appRole).join(';\n')).digest('hex');
}

/** `name` as a quoted SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
