import { type Sql, statement } from '../../database/index.js';
import { namePinyin } from '../../people/index.js';
import { isProgram, type OrganisationAct } from '../organisation-act.js';
import type { FieldChange } from './person-change.js';
import { linksDifferently, type Weighed } from './weigh-person.js';

const ROWS = `jsonb_to_recordset($2::jsonb) as r(id uuid, name text, "givenName" text, "familyName" text, email text, "employeeNumber" text,
    "departmentId" uuid, "jobRole" text, "managerId" uuid, "joinedOn" date, locale text, "timeZone" text, facts jsonb,
    "mentorCapacity" int, "mentorExperienceYears" double precision, "namePinyin" text)`;

/** Managers follow by `SET_MANAGERS`: they may stand below. */
const INSERT = statement(
  {},
  `
insert into person (id, workspace_id, name, given_name, family_name, email, employee_number, department_id, job_role, joined_on,
  locale, time_zone, facts, mentor_capacity, mentor_experience_years, name_pinyin)
select r.id, $1::uuid, r.name, r."givenName", r."familyName", r.email, r."employeeNumber", r."departmentId", r."jobRole", r."joinedOn",
  r.locale, r."timeZone", r.facts, r."mentorCapacity", r."mentorExperienceYears", r."namePinyin"
from ${ROWS}`,
);

/** Two may swap what only one can have: first nobody has it. */
const FREE = statement(
  {},
  'update person set email = null, employee_number = null where workspace_id = $1::uuid and id = any($2::uuid[])',
);

const UPDATE = statement(
  {},
  `
update person p set name = r.name, given_name = r."givenName", family_name = r."familyName", email = r.email,
  employee_number = r."employeeNumber", department_id = r."departmentId", job_role = r."jobRole", joined_on = r."joinedOn",
  locale = r.locale, time_zone = r."timeZone", facts = r.facts, mentor_capacity = r."mentorCapacity",
  mentor_experience_years = r."mentorExperienceYears", name_pinyin = r."namePinyin"
from ${ROWS}
where p.workspace_id = $1::uuid and p.id = r.id`,
);

const SET_MANAGERS = statement(
  {},
  `
update person p set manager_id = r."managerId"
from jsonb_to_recordset($2::jsonb) as r(id uuid, "managerId" uuid)
where p.workspace_id = $1::uuid and p.id = r.id and p.manager_id is distinct from r."managerId"`,
);

/** The account of somebody who left has no address any more once it is somebody else's. */
const FREE_ADDRESSES = statement(
  {},
  `
update account a set email = null from person p
where a.workspace_id = $1::uuid and p.id = a.person_id and not p.active and a.email = any($2::text[])`,
);

/** An account signs in by the person's address. */
const READDRESS = statement(
  {},
  `
update account a set email = lower(r.email) from jsonb_to_recordset($2::jsonb) as r(id uuid, email text)
where a.workspace_id = $1::uuid and a.person_id = r.id and r.email is not null`,
);

/** One identity of each source: another external id takes the place of the one before. */
const LINK = statement(
  {},
  `
with given as (
  select * from jsonb_to_recordset($2::jsonb) as r("personId" uuid, source text, "externalId" text, owns text[])
), gone as (
  delete from person_identity i using given g
  where i.workspace_id = $1::uuid and i.person_id = g."personId" and i.source = g.source and i.external_id <> g."externalId"
)
insert into person_identity (workspace_id, person_id, source, external_id, owns, linked_at)
select $1::uuid, "personId", source, "externalId", owns, $3::timestamptz from given
on conflict (workspace_id, source, external_id) do update set owns = excluded.owns`,
);

const RECORD = statement(
  {},
  `
insert into audit_entry (workspace_id, at, actor_id, action, subject, outcome, detail, about_id)
select $1::uuid, $2::timestamptz, $3::uuid, r.action, 'Person:' || r.id, 'OK', r.detail, r.id
from jsonb_to_recordset($4::jsonb) as r(id uuid, action text, detail jsonb)`,
);

/** Writes people who were weighed, tells the listeners, and leaves it in the audit trail. As worker. */
export async function writePeople(act: OrganisationAct, people: readonly Weighed[]): Promise<void> {
  const { tx, workspaceId, now, listeners } = act;
  const added = people.filter(({ before }) => !before);
  const changed = people.filter(({ before, changes }) => before && changes.length > 0);
  const moved = (field: FieldChange['field']) =>
    changed.filter(({ changes }) => changes.some((change) => change.field === field));
  if (added.length > 0) await tx.rows(INSERT, [workspaceId, rowsOf(added)]);
  const readdressed = moved('email');
  const renumbered = moved('employeeNumber');
  const freed = [...new Set([...readdressed, ...renumbered])];
  if (freed.length > 1) await tx.rows(FREE, [workspaceId, freed.map(({ personId }) => personId)]);
  if (changed.length > 0) await tx.rows(UPDATE, [workspaceId, rowsOf(changed)]);
  const led = [...added.filter(({ after }) => after.managerId !== null), ...moved('managerId')];
  if (led.length > 0) await tx.rows(SET_MANAGERS, [workspaceId, rowsOf(led)]);
  const linked = people.filter(({ before, change }) => linksDifferently(before, change));
  if (linked.length > 0) await link(tx, act, linked);
  await record(act, people);

  const rehired = moved('jobRoleKey');
  for (const listener of listeners) {
    if (added.length > 0)
      await listener.joined?.(
        tx,
        added.map(({ personId, after: { departmentId, jobRole, joinedOn } }) => ({
          workspaceId,
          personId,
          departmentId,
          jobRole,
          joinedOn,
        })),
        now,
      );
    if (changed.length > 0)
      await listener.changed?.(
        tx,
        changed.map(({ personId, changes }) => ({ workspaceId, personId, fields: changes.map(({ field }) => field) })),
        now,
      );
    if (rehired.length > 0)
      await listener.changedJob?.(
        tx,
        rehired.map(({ personId, before, after }) => ({
          workspaceId,
          personId,
          fromJobRole: before?.jobRole ?? null,
          toJobRole: after.jobRole,
          becameLead: false,
          endedLead: false,
        })),
        now,
      );
  }
  if (readdressed.length > 0) await readdress(act, readdressed);
}

async function readdress(
  { tx, workspaceId, now, listeners }: OrganisationAct,
  people: readonly Weighed[],
): Promise<void> {
  const addresses = people.flatMap(({ after: { email } }) => email?.toLowerCase() ?? []);
  await tx.rows(FREE_ADDRESSES, [workspaceId, addresses]);
  await tx.rows(READDRESS, [workspaceId, rowsOf(people)]);
  const told = people.map(({ personId, before, after }) => ({
    workspaceId,
    personId,
    accountId: before?.accountId ?? null,
    from: before?.email ?? null,
    to: after.email,
  }));
  for (const listener of listeners) await listener.readdressed?.(tx, told, now);
}

const rowsOf = (people: readonly Weighed[]): string =>
  JSON.stringify(people.map(({ after }) => ({ ...after, namePinyin: namePinyin(after.name) })));

async function link(sql: Sql, { workspaceId, now }: OrganisationAct, people: readonly Weighed[]): Promise<void> {
  const given = people.map(({ personId, change: { identity } }) => ({ personId, ...identity }));
  await sql.rows(LINK, [workspaceId, JSON.stringify(given), now]);
}

/** Names and addresses are told by their field alone: an audit trail is never erased. */
const TOLD: ReadonlySet<FieldChange['field']> = new Set(['departmentId', 'jobRoleKey', 'managerId', 'joinedOn']);

async function record({ tx, workspaceId, now, actor }: OrganisationAct, people: readonly Weighed[]): Promise<void> {
  const entries = people.map(({ personId, before, changes, change }) => ({
    id: personId,
    action: before ? 'updatePerson' : 'createPerson',
    detail: {
      fields: changes.map(({ field }) => field),
      ...Object.fromEntries(
        changes.flatMap(({ field, from, to }) => (before && TOLD.has(field) ? [[field, { from, to }]] : [])),
      ),
      ...(isProgram(actor) ? { source: actor.source } : change.identity ? { source: change.identity.source } : {}),
    },
  }));
  await tx.rows(RECORD, [workspaceId, now, isProgram(actor) ? null : actor.personId, JSON.stringify(entries)]);
}
