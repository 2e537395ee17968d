import type { Facts } from '@planwright/schema/definition';
import { type Instant, isValidZone, type PlainDate, type Zone } from '@planwright/schema/time';
import { inEach } from '@planwright/schema/words';
import { columns, statement, type Tx } from '../database/index.js';
import { PersonEntity } from '../people/entities.js';
import { namePinyin } from '../people/index.js';
import { say, sayIn } from './generated/messages.js';
import type { PersonLine } from './history-rows.js';
import type { NotTaken } from './not-taken.js';

/** Somebody in the files as the workspace knows them. */
export interface KnownPerson {
  id: string;
  zone: Zone;
  departmentId: string | null;
  facts: Facts;
}

export interface ImportedPeople {
  byKey: Map<string, KnownPerson>;
  added: number;
  notTaken: NotTaken[];
}

interface StoredPerson {
  id: string;
  name: string;
  active: boolean;
  managerId: string | null;
  /** How the files call the superior, if they do. */
  managerKey: string | null;
  key: string | null;
  email: string | null;
  zone: Zone;
  departmentId: string | null;
  facts: Record<string, unknown>;
  jobRole: string | null;
  joinedOn: PlainDate | null;
  department: string | null;
}

const STORED = statement(
  {
    ...columns(PersonEntity, 'id', 'name', 'active', 'managerId', 'departmentId', 'facts', 'jobRole', 'joinedOn'),
    managerKey: 'text?',
    key: 'text?',
    email: 'text?',
    zone: 'text',
    department: 'text?',
  },
  `
select p.id, p.name, p.active, p.manager_id as "managerId", m.external_id as "managerKey", p.external_id as key, lower(p.email) as email, p.time_zone as zone, p.department_id as "departmentId", p.facts,
  p.job_role as "jobRole", p.joined_on as "joinedOn", d.key as department
from person p left join department d on d.id = p.department_id left join person m on m.id = p.manager_id
where p.workspace_id = $1::uuid and (p.external_id = any($2::text[]) or lower(p.email) = any($3::text[]))`,
);

const INSERT = statement(
  {},
  `
insert into person (id, workspace_id, name, email, job_role, joined_on, department_id, time_zone, locale, active, facts, external_id, name_pinyin)
select r.id, $1::uuid, r.name, r.email, r."jobRole", r."joinedOn", d.id, coalesce(r.zone, w.time_zone), w.locale, r.active,
  r.facts, r.key, r."namePinyin"
from jsonb_to_recordset($2::jsonb) as r(id uuid, key text, name text, email text, "jobRole" text, "joinedOn" date,
  department text, zone text, active boolean, facts jsonb, "namePinyin" text)
join workspace w on w.id = $1::uuid
left join department d on d.workspace_id = $1::uuid and d.key = r.department
order by r.key`,
);

/** Who has a manager now that everybody is there. */
const MANAGERS = statement(
  {},
  `
update person p set manager_id = r.manager
from jsonb_to_recordset($2::jsonb) as r(id uuid, manager uuid)
where p.workspace_id = $1::uuid and p.id = r.id and p.manager_id is null`,
);

/**
 * People in the files, found by their key or else by their e-mail address; people who exist already stay as they are. As worker.
 */
export async function importPeople(
  tx: Tx,
  workspaceId: string,
  file: string,
  lines: readonly PersonLine[],
  now: Instant,
): Promise<ImportedPeople> {
  const notTaken: NotTaken[] = [];
  const first = new Map<string, PersonLine>();
  const emails = new Map<string, number>();
  for (const line of lines) {
    const leave = (code: NotTaken['code'], text: NotTaken['text']) =>
      void notTaken.push({ file, line: line.line, code, text });
    const before = first.get(line.key);
    const email = line.email?.toLowerCase();
    const mailbox = email === undefined ? undefined : emails.get(email);
    if (before) leave('DUPLICATE', say('duplicate', { line: before.line }));
    else if (mailbox !== undefined) leave('DUPLICATE', say('emailTaken'));
    else if (line.zone !== null && !isValidZone(line.zone))
      leave('BAD_VALUE', say('badValue', { name: 'time_zone', allowed: 'Asia/Shanghai' }));
    else {
      first.set(line.key, line);
      if (email !== undefined) emails.set(email, line.line);
    }
  }
  const stored = await tx.rows(STORED, [workspaceId, [...first.keys()], [...emails.keys()]]);
  const byKey = new Map(stored.flatMap((person) => (person.key === null ? [] : [[person.key, person] as const])));
  const byEmail = new Map(stored.flatMap((person) => (person.email === null ? [] : [[person.email, person] as const])));
  const known = new Map<string, StoredPerson>();
  const fresh: (PersonLine & { id: string })[] = [];
  for (const line of first.values()) {
    const person = byKey.get(line.key) ?? byEmail.get(line.email?.toLowerCase() ?? '');
    if (person) {
      known.set(line.key, person);
      const fields = differencesOf(line, person);
      if (fields.length > 0)
        notTaken.push({
          file,
          line: line.line,
          code: 'NOT_CHANGED',
          text: say('notChanged', {
            fields: inEach((language) =>
              fields.map((each) => sayIn(language, 'differs', each)).join(sayIn(language, 'semicolon')),
            ),
          }),
        });
    }
    if (!person) fresh.push({ ...line, id: crypto.randomUUID() });
  }
  if (fresh.length > 0) {
    await addDepartments(tx, workspaceId, fresh);
    await addJobRoles(tx, workspaceId, fresh);
    await tx.rows(INSERT, [
      workspaceId,
      JSON.stringify(fresh.map((person) => ({ ...person, namePinyin: namePinyin(person.name) }))),
    ]);
    await tx.rows(ADD_IDENTITIES, [workspaceId, JSON.stringify(fresh.map(({ id, key }) => ({ id, key }))), now]);
    for (const person of await tx.rows(STORED, [workspaceId, fresh.map(({ key }) => key), []]))
      if (person.key !== null) known.set(person.key, person);
    await setManagers(tx, workspaceId, file, fresh, known, notTaken);
  }
  return { byKey: new Map([...known].map(([key, person]) => [key, asKnown(person)])), added: fresh.length, notTaken };
}

const ADD_DEPARTMENTS = statement(
  {},
  `insert into department (workspace_id, key, name) select $1::uuid, key, key from unnest($2::text[]) as key
     on conflict (workspace_id, key) do nothing`,
);

/** The files call job roles by their keys alone: HR gives them titles afterwards. */
const ADD_JOB_ROLES = statement(
  {},
  `insert into job_role (workspace_id, key, titles)
     select $1::uuid, key, jsonb_build_object('zh-CN', key, 'en', key) from unnest($2::text[]) as key
     on conflict (workspace_id, key) do nothing`,
);

async function addJobRoles(tx: Tx, workspaceId: string, people: readonly PersonLine[]): Promise<void> {
  const keys = [...new Set(people.flatMap(({ jobRole }) => jobRole ?? []))].sort();
  if (keys.length > 0) await tx.rows(ADD_JOB_ROLES, [workspaceId, keys]);
}

const ADD_IDENTITIES = statement(
  {},
  `insert into person_identity (workspace_id, person_id, source, external_id, linked_at)
     select $1::uuid, r.id, 'HISTORY', r.key, $3::timestamptz from jsonb_to_recordset($2::jsonb) as r(id uuid, key text)
     on conflict (workspace_id, source, external_id) do nothing`,
);

async function addDepartments(tx: Tx, workspaceId: string, people: readonly PersonLine[]): Promise<void> {
  const keys = [...new Set(people.flatMap(({ department }) => (department === null ? [] : [department])))].sort();
  if (keys.length === 0) return;
  await tx.rows(ADD_DEPARTMENTS, [workspaceId, keys]);
}

async function setManagers(
  tx: Tx,
  workspaceId: string,
  file: string,
  fresh: readonly (PersonLine & { id: string })[],
  known: ReadonlyMap<string, StoredPerson>,
  notTaken: NotTaken[],
): Promise<void> {
  const above = new Map([...known.values()].map(({ id, managerId }) => [id, managerId]));
  const names = new Map([...known.values()].map(({ id, name }) => [id, name]));
  const managers = fresh.flatMap(({ id, line, managerKey }) => {
    if (managerKey === null) return [];
    const manager = known.get(managerKey);
    if (!manager) {
      notTaken.push({ file, line, code: 'UNKNOWN_PERSON', text: say('unknownPerson', { key: managerKey }) });
      return [];
    }
    const circle = circleFrom(id, manager.id, above);
    if (circle) {
      const called = circle.map((one) => names.get(one) ?? managerKey);
      notTaken.push({ file, line, code: 'CIRCLE', text: say('circle', { names: called.join(' → ') }) });
      return [];
    }
    above.set(id, manager.id);
    return [{ id, manager: manager.id }];
  });
  if (managers.length > 0) await tx.rows(MANAGERS, [workspaceId, JSON.stringify(managers)]);
}

/** The way back to a person through the superiors above; null when it does not lead back. */
function circleFrom(id: string, managerId: string, above: ReadonlyMap<string, string | null>): string[] | null {
  const way = [id];
  for (let at: string | null | undefined = managerId; at; at = above.get(at)) {
    way.push(at);
    if (at === id) return way;
    // Whoever stands in a circle of old does not make this one.
    if (way.length > above.size + 2) return null;
  }
  return null;
}

/** Where the file differs about somebody that the workspace knows. What the file leaves out is no difference. */
function differencesOf(line: PersonLine, stored: StoredPerson): { field: string; given: string; stored: string }[] {
  const told: [string, string | null, string | null][] = [
    ['name', line.name, stored.name],
    ['email', line.email?.toLowerCase() ?? null, stored.email],
    ['department', line.department, stored.department],
    ['job_role', line.jobRole, stored.jobRole],
    ['manager', line.managerKey, stored.managerKey],
    ['joined_on', line.joinedOn, stored.joinedOn],
    ['time_zone', line.zone, stored.zone],
    ['active', line.active ? null : 'no', stored.active ? 'yes' : 'no'],
    ...Object.entries(line.facts).map(([fact, value]): [string, string, string | null] => [
      `fact.${fact}`,
      String(value),
      stored.facts[fact] === undefined ? null : String(stored.facts[fact]),
    ]),
  ];
  return told.flatMap(([field, given, there]) =>
    given === null || given === there ? [] : [{ field, given, stored: there ?? '–' }],
  );
}

function asKnown({ id, zone, departmentId, facts, jobRole, joinedOn, department }: StoredPerson): KnownPerson {
  const own = Object.entries(facts).filter((entry): entry is [string, string | number | boolean] =>
    ['string', 'number', 'boolean'].includes(typeof entry[1]),
  );
  return {
    id,
    zone,
    departmentId,
    facts: {
      ...Object.fromEntries(own),
      ...(jobRole === null ? {} : { jobRole }),
      ...(joinedOn === null ? {} : { joinedOn }),
      ...(department === null ? {} : { department }),
    },
  };
}
