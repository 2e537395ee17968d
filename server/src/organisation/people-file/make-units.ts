import { inEach } from '@planwright/schema/words';
import { columns, type Sql, statement } from '../../database/index.js';
import { DepartmentEntity, JobRoleEntity } from '../../people/entities.js';
import { namePinyin } from '../../people/index.js';
import type { ImportAct } from './decide-import.js';
import { keyOfTitle, type NewUnits } from './new-units.js';
import type { MadeUnits } from './person-changes.js';

const KEYS = statement(
  columns(DepartmentEntity, 'key'),
  `select key from department where workspace_id = $1::uuid union select key from department_alias where workspace_id = $1::uuid`,
);

const JOB_ROLE_KEYS = statement(
  columns(JobRoleEntity, 'key'),
  'select key from job_role where workspace_id = $1::uuid',
);

/** All in one statement: whether each parent is there is asked at its end. */
const INSERT_DEPARTMENTS = statement(
  {},
  `
insert into department (id, workspace_id, key, name, parent_id)
select r.id, $1::uuid, r.key, r.name, r."parentId"
from jsonb_to_recordset($2::jsonb) as r(id uuid, key text, name text, "parentId" uuid)`,
);

const INSERT_JOB_ROLES = statement(
  {},
  `
insert into job_role (workspace_id, key, titles)
select $1::uuid, r.key, r.titles from jsonb_to_recordset($2::jsonb) as r(key text, titles jsonb)`,
);

/** Makes what a file names and nobody has made: two statements, however many there are. As worker. */
export async function makeUnits({ tx, workspaceId }: ImportAct, units: NewUnits): Promise<MadeUnits> {
  return {
    departments: await makeDepartments(tx, workspaceId, units.departments),
    jobRoles: await makeJobRoles(tx, workspaceId, units.jobRoles),
  };
}

async function makeDepartments(
  tx: Sql,
  workspaceId: string,
  departments: NewUnits['departments'],
): Promise<Map<string, string>> {
  const made = new Map(departments.map(({ key }) => [key, crypto.randomUUID()]));
  if (departments.length === 0) return made;
  const keyFor = freeKeys(
    (await tx.rows(KEYS, [workspaceId])).map(({ key }) => key),
    'department',
  );
  const rows = departments.map(({ key, name, parent }) => ({
    id: made.get(key),
    key: keyFor(name),
    name,
    parentId: parent && ('id' in parent ? parent.id : made.get(parent.key)),
  }));
  await tx.rows(INSERT_DEPARTMENTS, [workspaceId, JSON.stringify(rows)]);
  return made;
}

/** Until somebody translates it, a title is the same in every language. */
async function makeJobRoles(tx: Sql, workspaceId: string, titles: readonly string[]): Promise<Map<string, string>> {
  if (titles.length === 0) return new Map();
  const keyFor = freeKeys(
    (await tx.rows(JOB_ROLE_KEYS, [workspaceId])).map(({ key }) => key),
    'job',
  );
  const rows = titles.map((title) => ({ key: keyFor(title), titles: inEach(() => title) }));
  await tx.rows(INSERT_JOB_ROLES, [workspaceId, JSON.stringify(rows)]);
  return new Map(rows.map(({ key }, index) => [keyOfTitle(titles[index] ?? ''), key]));
}

const LONGEST_KEY = 50;

/** `销售部` → `xiaoshoubu`, and `xiaoshoubu-2` for the next one of that name. */
function freeKeys(taken: readonly string[], fallback: string): (name: string) => string {
  const known = new Set(taken);
  return (name) => {
    const [spelt = ''] = namePinyin(name).trim().split(' ');
    const stem = spelt.replace(/[^a-z0-9]+/g, '').slice(0, LONGEST_KEY) || fallback;
    let key = stem;
    for (let count = 2; known.has(key); count += 1) key = `${stem}-${count}`;
    known.add(key);
    return key;
  };
}
