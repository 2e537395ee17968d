import type { Instant } from '@planwright/schema/time';
import { statement, type Tx } from '../database/index.js';
import { copied } from './copied-id.js';
import { copyCohorts, INVOLVED } from './copy-cohorts.js';

/** The copy of somebody, if they were copied. */
const person = (id: string) => `(select c.id from person c where c.workspace_id = $1::uuid and c.copied_from = ${id})`;

/** What a sandbox starts with, each after what it refers to. */
const STATEMENTS = {
  departments: statement(
    {},
    `
    insert into department (id, workspace_id, key, name, parent_id, closed_at)
    select ${copied('id')}, $1::uuid, key, name, ${copied('parent_id')}, closed_at from department where workspace_id = $2::uuid`,
  ),
  departmentAliases: statement(
    {},
    `
    insert into department_alias (id, workspace_id, key, department_id)
    select ${copied('id')}, $1::uuid, key, ${copied('department_id')} from department_alias where workspace_id = $2::uuid`,
  ),
  jobRoles: statement(
    {},
    `
    insert into job_role (id, workspace_id, key, titles, duties)
    select ${copied('id')}, $1::uuid, key, titles, duties from job_role where workspace_id = $2::uuid`,
  ),
  plans: statement(
    {},
    `
    insert into plan (id, workspace_id, key, title, created_at)
    select ${copied('id')}, $1::uuid, key, title, created_at from plan where workspace_id = $2::uuid`,
  ),
  drafts: statement(
    {},
    `
    insert into plan_draft (id, workspace_id, plan_id, revision, definition, layout, based_on, updated_at, updated_by)
    select ${copied('id')}, $1::uuid, ${copied('plan_id')}, revision, definition, layout, based_on, updated_at,
      ${person('updated_by')}
    from plan_draft where workspace_id = $2::uuid`,
  ),
  versions: statement(
    {},
    `
    insert into plan_version (id, workspace_id, plan_id, number, status, content_hash, definition, layout, change_note,
      published_at, published_by)
    select ${copied('id')}, $1::uuid, ${copied('plan_id')}, number, status, content_hash, definition, layout, change_note,
      published_at, ${person('published_by')}
    from plan_version where workspace_id = $2::uuid`,
  ),
  calendars: statement(
    {},
    `
    insert into calendar_year (id, workspace_id, calendar, year, off, "on", published_at, published_by)
    select ${copied('id')}, $1::uuid, calendar, year, off, "on", published_at, ${person('published_by')}
    from calendar_year where workspace_id = $2::uuid`,
  ),
  reminderSettings: statement(
    {},
    `
    insert into reminder_settings (id, workspace_id, quiet_from, quiet_until, working_days_only, slots, daily_budget)
    select ${copied('id')}, $1::uuid, quiet_from, quiet_until, working_days_only, slots, daily_budget
    from reminder_settings where workspace_id = $2::uuid`,
  ),
  // Where the channels lead is left behind with the integrations.
  routes: statement(
    {},
    `
    insert into channel_route (id, workspace_id, channel, contribution)
    select ${copied('id')}, $1::uuid, channel, case when integration_id is not null then coalesce(contribution, channel) end
    from channel_route where workspace_id = $2::uuid`,
  ),
  enabledPlugins: statement(
    {},
    `
    insert into plugin_enablement (id, workspace_id, plugin_key, version, sha256, enabled, permissions, by, at)
    select ${copied('id')}, $1::uuid, plugin_key, version, sha256, enabled, permissions, ${person('by')}, at
    from plugin_enablement where workspace_id = $2::uuid`,
  ),
  metrics: statement(
    {},
    `
    insert into metric (id, workspace_id, key, title, unit, direction, family, scale, low, high, created_at, created_by)
    select ${copied('id')}, $1::uuid, key, title, unit, direction, family, scale, low, high, created_at, ${person('created_by')}
    from metric where workspace_id = $2::uuid`,
  ),
  pins: statement(
    {},
    `
    insert into plan_version_pin (id, workspace_id, plan_version_id, use, plugin_key, plugin_version, sha256, since, by, reason,
      ordinal)
    select ${copied('id')}, $1::uuid, ${copied('plan_version_id')}, use, plugin_key, plugin_version, sha256, since,
      ${person('by')}, reason, ordinal
    from plan_version_pin where workspace_id = $2::uuid`,
  ),
};

const PEOPLE = statement(
  {},
  `
with chosen as (
  select * from person where workspace_id = $2::uuid
    and case when $3::uuid is null then active or ($4::boolean and id in (${INVOLVED})) else id = $3::uuid end
)
insert into person (id, workspace_id, name, email, job_role, joined_on, department_id, manager_id, time_zone, locale, facts,
  external_id, active, copied_from, employee_number, given_name, family_name, name_pinyin, mentor_capacity,
  mentor_experience_years, left_at)
select ${copied('p.id')}, $1::uuid, p.name, p.email, p.job_role, p.joined_on, ${copied('p.department_id')},
  (select ${copied('m.id')} from chosen m where m.id = p.manager_id), p.time_zone, p.locale, p.facts, p.external_id, p.active, p.id,
  p.employee_number, p.given_name, p.family_name, p.name_pinyin, p.mentor_capacity, p.mentor_experience_years, p.left_at
from chosen p`,
);

const ROLES = statement(
  {},
  `
insert into role_grant (id, workspace_id, person_id, role, department_id, source, granted_at)
select ${copied('g.id')}, $1::uuid, c.id, g.role, ${copied('g.department_id')}, g.source, g.granted_at
from role_grant g join person c on c.workspace_id = $1::uuid and c.copied_from = g.person_id
where g.workspace_id = $2::uuid`,
);

const DEPUTIES = statement(
  {},
  `
insert into deputy (id, workspace_id, mentor_id, deputy_id, from_on, until_on, starts_at, ends_at, state, created_at)
select ${copied('d.id')}, $1::uuid, m.id, q.id, d.from_on, d.until_on, d.starts_at, d.ends_at, d.state, d.created_at
from deputy d
join person m on m.workspace_id = $1::uuid and m.copied_from = d.mentor_id
join person q on q.workspace_id = $1::uuid and q.copied_from = d.deputy_id
where d.workspace_id = $2::uuid and d.state <> 'ENDED'`,
);

export interface WorkspaceCopy {
  from: string;
  into: string;
  /** Nobody but this person. */
  only: string | undefined;
  cohorts: boolean;
  now: Instant;
}

/**
 * Copies departments, job roles, people with their roles and deputies, plans with drafts, versions, layouts and pins, calendar years, how reminders
 * go out, which plugins run and what is measured, into an empty workspace, as worker; its cohorts with how far everybody is, where
 * they are wanted. Accounts, sessions, identities, integrations with their secrets, surveys and measurements stay behind.
 */
export async function copyWorkspace(tx: Tx, { from, into, only, cohorts, now }: WorkspaceCopy): Promise<void> {
  const copy = [into, from];
  await Promise.all([
    tx.rows(STATEMENTS.departments, copy),
    tx.rows(STATEMENTS.departmentAliases, copy),
    tx.rows(STATEMENTS.jobRoles, copy),
    tx.rows(PEOPLE, [...copy, only ?? null, cohorts]),
    tx.rows(ROLES, copy),
    tx.rows(DEPUTIES, copy),
    tx.rows(STATEMENTS.plans, copy),
    tx.rows(STATEMENTS.drafts, copy),
    tx.rows(STATEMENTS.versions, copy),
    tx.rows(STATEMENTS.calendars, copy),
    tx.rows(STATEMENTS.reminderSettings, copy),
    tx.rows(STATEMENTS.routes, copy),
    tx.rows(STATEMENTS.enabledPlugins, copy),
    tx.rows(STATEMENTS.metrics, copy),
    tx.rows(STATEMENTS.pins, copy),
  ]);
  if (cohorts) await copyCohorts(tx, from, into, now);
}
