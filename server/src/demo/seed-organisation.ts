import { addDays, type Instant, plainDateIn } from '@planwright/schema/time';
import { DEMO_ACCOUNTS, DEMO_DOMAIN, DEMO_JOB_ROLES, demoOrganisation } from '@planwright/seeds';
import { hashPassword } from '../access/index.js';
import { statement, type Tx } from '../database/index.js';
import { namePinyin } from '../people/index.js';
import { createWorkspace } from '../setup/index.js';

export interface SeededOrganisation {
  workspaceId: string;
  /** Ids by the keys of the demo company. */
  people: ReadonlyMap<string, string>;
}

const ZONE = 'Asia/Shanghai';

const INSERT_DEPARTMENT = statement(
  {},
  `insert into department (id, workspace_id, key, name, parent_id)
     select id, $1::uuid, key, name, parent from jsonb_to_recordset($2::jsonb) as d(id uuid, key text, name text, parent uuid)`,
);

const INSERT_JOB_ROLE = statement(
  {},
  `insert into job_role (workspace_id, key, titles)
     select $1::uuid, key, titles from jsonb_to_recordset($2::jsonb) as j(key text, titles jsonb)`,
);

const INSERT_PERSON = statement(
  {},
  `insert into person (id, workspace_id, name, email, job_role, joined_on, department_id, manager_id, time_zone, locale, facts, external_id,
       name_pinyin)
     select id, $1::uuid, name, email, job, joined, department, manager, $3, 'zh-CN', facts, external, pinyin
     from jsonb_to_recordset($2::jsonb) as p(id uuid, name text, email text, job text, joined date, department uuid,
       manager uuid, facts jsonb, external text, pinyin text)`,
);

const INSERT_ROLE_GRANT = statement(
  {},
  `insert into role_grant (workspace_id, person_id, role)
     select $1::uuid, person, role from jsonb_to_recordset($2::jsonb) as g(person uuid, role text)`,
);

const INSERT_ACCOUNT = statement(
  {},
  `insert into account (workspace_id, person_id, email, password_hash, demo)
     select $1::uuid, person, email, hash, true from jsonb_to_recordset($2::jsonb) as a(person uuid, email text, hash text)`,
);

/** The demo company with its departments, job roles, people, roles and the six accounts, in one statement a table. */
export async function seedOrganisation(
  tx: Tx,
  { now, password }: { now: Instant; password: string },
): Promise<SeededOrganisation> {
  const organisation = demoOrganisation();
  const workspaceId = await createWorkspace(tx, { name: organisation.name, now, timeZone: ZONE, demo: true });
  const today = plainDateIn(now, ZONE);

  const departments = new Map(organisation.departments.map(({ key }) => [key, crypto.randomUUID()]));
  await tx.rows(INSERT_DEPARTMENT, [
    workspaceId,
    JSON.stringify(
      organisation.departments.map(({ key, name, parentKey }) => ({
        id: departments.get(key),
        key,
        name,
        parent: departments.get(parentKey ?? '') ?? null,
      })),
    ),
  ]);

  await tx.rows(INSERT_JOB_ROLE, [
    workspaceId,
    JSON.stringify(Object.entries(DEMO_JOB_ROLES).map(([key, titles]) => ({ key, titles }))),
  ]);

  const people = new Map(organisation.people.map(({ key }) => [key, crypto.randomUUID()]));
  await tx.rows(INSERT_PERSON, [
    workspaceId,
    JSON.stringify(
      organisation.people.map((person) => ({
        id: people.get(person.key),
        name: person.name,
        email: person.email,
        job: person.jobRole,
        joined: addDays(today, -7 * person.joinedWeeksAgo),
        department: departments.get(person.departmentKey),
        manager: people.get(person.managerKey ?? '') ?? null,
        facts: person.teamSize > 0 ? { teamSize: person.teamSize } : {},
        external: person.key,
        pinyin: namePinyin(person.name),
      })),
    ),
    ZONE,
  ]);
  await tx.rows(INSERT_ROLE_GRANT, [
    workspaceId,
    JSON.stringify(
      organisation.people.flatMap(({ key, roles }) => roles.map((role) => ({ person: people.get(key), role }))),
    ),
  ]);

  const accounts = [];
  for (const [local, key] of Object.entries(DEMO_ACCOUNTS)) {
    accounts.push({ person: people.get(key), email: `${local}@${DEMO_DOMAIN}`, hash: await hashPassword(password) });
  }
  await tx.rows(INSERT_ACCOUNT, [workspaceId, JSON.stringify(accounts)]);
  return { workspaceId, people };
}
