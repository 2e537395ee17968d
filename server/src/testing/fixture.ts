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

/** Makes a workspace with people by SQL, as the worker: `sql` sees every row. */
export async function makeWorkspace(sql: Sql, name = 'Test'): Promise<TestWorkspace> {
  // No two have one name: the second of a server is `Test 2`.
  const id = await insert(
    sql,
    `insert into workspace (name)
     select case when n = 0 then $1 else $1 || ' ' || n + 1 end
     from (select count(*)::int as n from workspace where kind = 'LIVE' and (name = $1 or name like $1 || ' %')) taken returning id`,
    [name],
  );
  return {
    id,
    department: (departmentName, parent) =>
      insert(sql, 'insert into department (workspace_id, key, name, parent_id) values ($1, $2, $3, $4) returning id', [
        id,
        crypto.randomUUID(),
        departmentName,
        parent ?? null,
      ]),
    person: async (spec) => {
      const email = spec.email ?? `${crypto.randomUUID()}@test.example`;
      const person = await insert(
        sql,
        `insert into person (workspace_id, name, email, job_role, joined_on, department_id, manager_id, active, locale)
         values ($1, $2, $3, $4, '2025-03-01', $5, $6, $7, $8) returning id`,
        [
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
