import { cnCalendar } from '@planwright/schema/calendar';
import type { PlanDefinition } from '@planwright/schema/definition';
import type { NewEvent, VersionId } from '@planwright/schema/engine';
import { type Behaviour, paced } from '@planwright/schema/simulation';
import { addDays, addMs, type Instant, instantAt, mondayOf, type Zone } from '@planwright/schema/time';
import type { Sql } from '../../../database/sql.js';
import { stableId } from '../../engine/occurrence.js';
import { type Random, seededRandom } from '../../engine/random.js';
import { paceOf } from './conduct.js';
import { type Faults, NO_FAULTS, type ProviderRoute, type QuarterSettings, ROUTES } from './quarter-settings.js';

export interface QuarterPerson {
  id: string;
  zone: Zone;
  /** No account any more from then on. */
  revokedAt?: Instant;
}

export interface QuarterEnrolment {
  id: string;
  learnerId: string;
  /** What this person and their reviewers do, by the version that they are in. */
  behaviours: ReadonlyMap<VersionId, Behaviour>;
  /** The first of their events. */
  enrolled: NewEvent;
  /** When time, or somebody, changes something next. */
  nextAt: Instant | undefined;
}

export interface Outage {
  /** A route, or `workers`. */
  of: string;
  from: Instant;
  until: Instant;
}

/** The people of some weeks, their plan and their providers, as they stand in the database before anything has happened. */
export interface Quarter {
  settings: QuarterSettings;
  faults: Faults;
  /** Drawn from for what people do, not for what workers suffer. */
  random: Random;
  workspaceId: string;
  people: Map<string, QuarterPerson>;
  mentors: readonly string[];
  hr: string;
  enrolments: readonly QuarterEnrolment[];
  versions: ReadonlyMap<VersionId, PlanDefinition>;
  integrations: ReadonlyMap<ProviderRoute, string>;
  startAt: Instant;
  endAt: Instant;
  outages: Outage[];
}

const DAY_MS = 86_400_000;
const SURNAMES = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'];

/** Writes the workspace with everything in it but the first events. All of it comes from the seed. As the administrator. */
export async function makeQuarter(sql: Sql, settings: QuarterSettings): Promise<Quarter> {
  const { seed, people: count, weeks, definition, conduct, zones = ['Asia/Shanghai'], emailTo = 'email' } = settings;
  const random = seededRandom(seed);
  const faults = { ...NO_FAULTS, ...settings.faults };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const idOf = (what: string): string => stableId(`soak ${seed} ${what}`);
  const startsOn = settings.startsOn ?? mondayOf(addDays('2025-09-15', Math.floor(random() * 300)));
  const startAt = addMs(instantAt(startsOn, '00:00', 'UTC'), -3 * DAY_MS);
  const endAt = addMs(startAt, (weeks * 7 + 25 + faults.outageDays + faults.providerOutageDays) * DAY_MS);
  const workspaceId = idOf('workspace');
  const people = new Map<string, QuarterPerson>();
  const rows: object[] = [];
  const person = (name: string, manager?: string): string => {
    const id = idOf(name);
    const zone = pick(zones);
    people.set(id, { id, zone });
    const locale = random() < 0.7 ? 'zh-CN' : 'en';
    rows.push({ id, name: `${pick(SURNAMES)}${name}`, email: `${name}@soak.example`, zone, locale, manager });
    return id;
  };
  const many = (n: number, kind: string): string[] => Array.from({ length: n }, (_, i) => person(`${kind}-${i}`));
  const mentors = many(Math.max(1, Math.ceil(count / 10)), 'mentor');
  const superiors = many(Math.max(1, Math.ceil(count / 20)), 'superior');
  const hr = person('hr');
  const versions = new Map([
    [idOf('v1'), definition],
    [idOf('v2'), laterVersion(definition)],
  ]);
  const [firstVersion = ''] = versions.keys();
  const enrolments = Array.from({ length: count }, (_, i) => {
    const learnerId = person(`learner-${i}`, pick(superiors));
    // One in twenty has nobody to ask.
    const mentorId = random() < 0.05 ? undefined : pick(mentors);
    const pace = paceOf(conduct, seed, `learner-${i}`);
    const sample = { learner: learnerId, reviewer: mentorId ?? hr };
    const behaviours = new Map([...versions].map(([id, version]) => [id, paced(version, sample, pace)]));
    const zone = people.get(learnerId)?.zone ?? 'UTC';
    const data = { versionId: firstVersion, startsOn, zone, facts: {}, ...(mentorId ? { mentorId } : {}) };
    const enrolled: NewEvent = { type: 'enrolled', actor: 'system', occurredAt: startAt, data };
    return { id: idOf(`enrolment-${i}`), learnerId, mentorId, behaviours, enrolled, nextAt: undefined };
  });

  await sql.rows('insert into workspace (id, name) values ($1, $2)', [workspaceId, `Quarter ${seed}`]);
  await sql.rows(
    `insert into person (id, workspace_id, name, email, time_zone, locale, manager_id)
     select id, $1::uuid, name, email, zone, locale, manager from jsonb_to_recordset($2::jsonb)
       as r(id uuid, name text, email text, zone text, locale text, manager uuid)`,
    [workspaceId, JSON.stringify(rows)],
  );
  await sql.rows(`insert into role_grant (workspace_id, person_id, role) values ($1, $2, 'HR')`, [workspaceId, hr]);
  for (const { year, off, on } of Object.values(cnCalendar.years))
    await sql.rows(
      `insert into calendar_year (workspace_id, calendar, year, off, "on", published_at) values ($1, 'cn', $2, $3, $4, $5)`,
      [workspaceId, year, off, on, startAt],
    );
  const integrations = new Map(ROUTES.map((route) => [route, idOf(route)]));
  await sql.rows(
    `insert into integration (id, workspace_id, plugin_key, name, config, config_version, created_at)
     select id, $1::uuid, 'soak', id::text, '{}', 1, $3 from unnest($2::uuid[]) as id`,
    [workspaceId, [...integrations.values()], startAt],
  );
  const routes = ROUTES.flatMap((channel) => {
    const route = channel === 'email' ? emailTo : channel;
    return route === 'inbox' ? [] : [{ channel, integration: integrations.get(route) }];
  });
  await sql.rows(
    `insert into channel_route (workspace_id, channel, integration_id, contribution)
     select $1::uuid, channel, integration, 'out' from jsonb_to_recordset($2::jsonb) as r(channel text, integration uuid)`,
    [workspaceId, JSON.stringify(routes)],
  );
  await sql.rows(`insert into plan (id, workspace_id, key, title, created_at) values ($1, $2, 'soak', $3, $4)`, [
    idOf('plan'),
    workspaceId,
    definition.title,
    startAt,
  ]);
  for (const [index, [id, version]] of [...versions].entries())
    await sql.rows(
      `insert into plan_version (id, workspace_id, plan_id, number, content_hash, definition, published_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, workspaceId, idOf('plan'), index + 1, id, version, startAt],
    );
  await sql.rows(
    `insert into cohort (id, workspace_id, plan_id, name, starts_on, created_at) values ($1, $2, $3, 'Soak', $4, $5)`,
    [idOf('cohort'), workspaceId, idOf('plan'), startsOn, startAt],
  );
  await sql.rows(
    `insert into enrolment (id, workspace_id, cohort_id, person_id, plan_version_id, mentor_id, starts_on, zone, created_at)
     select r.id, $1::uuid, $2::uuid, p.id, $3::uuid, mentor, $4::date, p.time_zone, $5
     from jsonb_to_recordset($6::jsonb) as r(id uuid, learner uuid, mentor uuid) join person p on p.id = r.learner`,
    [
      workspaceId,
      idOf('cohort'),
      firstVersion,
      startsOn,
      startAt,
      JSON.stringify(enrolments.map(({ id, learnerId, mentorId }) => ({ id, learner: learnerId, mentor: mentorId }))),
    ],
  );
  const outages: Outage[] = [];
  const outage = (of: string, days: number): void => {
    if (days === 0) return;
    const from = addMs(startAt, Math.floor((3 + random() * weeks * 7) * 1440) * 60_000);
    outages.push({ of, from, until: addMs(from, days * DAY_MS) });
  };
  outage('workers', faults.outageDays);
  outage('chat', faults.providerOutageDays);
  return {
    settings,
    faults,
    random,
    workspaceId,
    people,
    mentors,
    hr,
    enrolments,
    versions,
    integrations,
    startAt,
    endAt,
    outages,
  };
}

/** The same plan with another notice before due dates and no weekly list. */
function laterVersion(definition: PlanDefinition): PlanDefinition {
  return {
    ...definition,
    reminders: (definition.reminders ?? [])
      .filter(({ use }) => use !== 'core/weekly')
      .map((reminder) =>
        reminder.use === 'core/before-due'
          ? { ...reminder, key: 'before-due-2', with: { ...reminder.with, days: 2 } }
          : reminder,
      ),
  };
}
