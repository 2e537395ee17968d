import { type Statement, statement, type Tx, upsertRows } from '../database/index.js';
import type { ProjectionChanges } from './projection-changes.js';
import { ITEM, STATE, SUBMISSION } from './projection-rows.js';

/**
 * Writes all changed rows in one statement, as worker. Every list comes as one JSON parameter, so that enrolling a
 * hundred people costs as many statements as enrolling one. Lists that are empty are no part of it: an act changes two or three,
 * and each table that is named costs PostgreSQL time.
 */
export async function writeProjections(tx: Tx, workspaceId: string, changes: ProjectionChanges): Promise<void> {
  const parts = PARTS.filter(([name]) => changes[name].length > 0);
  if (parts.length === 0) return;
  const rows = parts.map(([name]) => JSON.stringify(changes[name]));
  await tx.rows(statementOf(parts), [workspaceId, ...rows]);
}

type Part = readonly [name: keyof ProjectionChanges, write: (rows: string) => string];

const statements = new Map<string, Statement>();

/** The same text for the same lists, so that PostgreSQL parses and plans it once a connection. */
function statementOf(parts: readonly Part[]): Statement {
  const key = parts.map(([name]) => name).join();
  const known = statements.get(key);
  if (known !== undefined) return known;
  const writes = parts.map(([name, write], index) => `"${name}" as (\n${write(`$${index + 2}::jsonb`)}\n)`);
  // The workspace is named also where no part asks for it: every parameter needs a type.
  const writing = statement({ workspaceId: 'uuid' }, `with ${writes.join(',\n')}\nselect $1::uuid as "workspaceId"`);
  statements.set(key, writing);
  return writing;
}

const PARTS: readonly Part[] = [
  [
    'enrolments',
    (rows) => `  update enrolment e set plan_version_id = r."versionId", mentor_id = r."mentorId"
  from jsonb_to_recordset(${rows}) as r(id uuid, "versionId" uuid, "mentorId" uuid)
  where e.id = r.id and e.workspace_id = $1::uuid
    and (e.plan_version_id, e.mentor_id) is distinct from (r."versionId", r."mentorId")`,
  ],
  ['states', upsertRows('enrolment_state', STATE, ['enrolmentId'])],
  ['items', upsertRows('item_state', ITEM, ['enrolmentId', 'itemKey'])],
  [
    'goneItems',
    (rows) => `  delete from item_state i using jsonb_to_recordset(${rows}) as r("enrolmentId" uuid, "itemKey" text)
  where i.enrolment_id = r."enrolmentId" and i.item_key = r."itemKey"`,
  ],
  // The id is made of where it was submitted, and for which time.
  ['submissions', upsertRows('submission', SUBMISSION, ['id'], ['enrolmentId', 'itemKey', 'stepKey', 'attempt'])],
  [
    'goneSubmissions',
    (rows) => `  delete from submission s using jsonb_to_recordset(${rows}) as r(id uuid) where s.id = r.id`,
  ],
  [
    'partners',
    (rows) => `  insert into enrolment_partner (workspace_id, enrolment_id, item_key, person_id)
  select $1::uuid, "enrolmentId", "itemKey", "personId"
  from jsonb_to_recordset(${rows}) as r("enrolmentId" uuid, "itemKey" text, "personId" uuid)`,
  ],
  [
    'gonePartners',
    (rows) => `  delete from enrolment_partner p
  using jsonb_to_recordset(${rows}) as r("enrolmentId" uuid, "itemKey" text, "personId" uuid)
  where p.enrolment_id = r."enrolmentId" and p.item_key = r."itemKey" and p.person_id = r."personId"`,
  ],
];

// Declared with the module, so that each part is checked whether a test happens to write it or not.
statementOf(PARTS);
