import { createHash } from 'node:crypto';
import type { Sql } from '../database/sql.js';
import type { Role } from '../people/role.js';

export interface TestPerson {
  id: string;
  workspaceId: string;
  name: string;
  email: string;
}

export interface PersonSpec {
  name: string;
  department?: string;
  manager?: TestPerson;
  /** `{ HR: departmentId }` is HR of that department. */
  roles?: readonly (Role | { HR: string })[];
  email?: string;
  jobRole?: string;
  active?: boolean;
  locale?: string;
}

export interface TestWorkspace {
  id: string;
  department(name: string, parent?: string): Promise<string>;
  person(spec: PersonSpec): Promise<TestPerson>;
}

/**
 * Makes a workspace with people by SQL, as the worker: `sql` sees every row. Departments and people have the same ids in each run:
 * what is drawn at random for people follows from their ids, and a verdict must not depend on the luck of one run.
 */
export async function makeWorkspace(sql: Sql, name = 'Test'): Promise<TestWorkspace> {
  let made = 0;
  const nextId = (): string => {
    made += 1;
    return uuidOf(`${id}/${made}`);
  };
  // No two have one name: the second of a server is `Test 2`.
  const taken = await sql.row<{ n: number }>(
    `select count(*)::int as n from workspace where kind = 'LIVE' and (name = $1 or name like $1 || ' %')`,
    [name],
  );
  const ownName = taken?.n ? `${name} ${taken.n + 1}` : name;
  const id = await insert(sql, 'insert into workspace (id, name) values ($1, $2) returning id', [
    uuidOf(ownName),
    ownName,
  ]);
  return {
    id,
    department: (departmentName, parent) =>
      insert(
        sql,
        'insert into department (id, workspace_id, key, name, parent_id) values ($1, $2, $3, $4, $5) returning id',
        [nextId(), id, nextId(), departmentName, parent ?? null],
      ),
    person: async (spec) => {
      const personId = nextId();
      const email = spec.email ?? `${personId}@test.example`;
      const person = await insert(
        sql,
        `insert into person (id, workspace_id, name, email, job_role, joined_on, department_id, manager_id, active, locale)
         values ($1, $2, $3, $4, $5, '2025-03-01', $6, $7, $8, $9) returning id`,
        [
          personId,
          id,
          spec.name,
          email,
          spec.jobRole ?? null,
          spec.department ?? null,
          spec.manager?.id ?? null,
          spec.active ?? true,
          spec.locale ?? 'en',
        ],
      );
      for (const grant of spec.roles ?? []) {
        const [role, department] = typeof grant === 'string' ? [grant, null] : ['HR', grant.HR];
        await sql.rows(
          'insert into role_grant (workspace_id, person_id, role, department_id) values ($1, $2, $3, $4)',
          [id, person, role, department],
        );
      }
      await sql.rows(
        `insert into account (workspace_id, person_id, email, password_hash) values ($1, $2, $3, 'none')`,
        [id, person, email.toLowerCase()],
      );
      return { id: person, workspaceId: id, name: spec.name, email };
    },
  };
}

async function insert(sql: Sql, statement: string, parameters: unknown[]): Promise<string> {
  const row = await sql.row<{ id: string }>(statement, parameters);
  if (!row) throw new Error('nothing was inserted');
  return row.id;
}

/** A uuid that follows from the text, in the form of a random one. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
