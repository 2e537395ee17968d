import { setImmediate as breathe } from 'node:timers/promises';
import type { PlanDefinition } from '@planwright/schema/definition';
import { type Environment, evaluate, type VersionId } from '@planwright/schema/engine';
import { type PlanProgress, planProgress } from '@planwright/schema/rules';
import type { Language } from '@planwright/schema/text';
import type { Instant, Zone } from '@planwright/schema/time';
import type { Sql } from '../../database/index.js';
import { workspaceEnvironment } from '../../plans/index.js';
import { readEvents, versionsNamed } from '../../progress/index.js';
import type { Recipients } from '../engine/expand-occurrences.js';
import type { ReminderDeps } from '../ports.js';
import { readHr } from './read-hr.js';

/** One enrolment as reminders see it now. */
export interface Subject {
  enrolmentId: string;
  learnerId: string;
  learnerName: string;
  versionId: VersionId;
  definition: PlanDefinition;
  progress: PlanProgress;
  recipients: Recipients;
  /** The learner is there, and the plan is neither cancelled nor paused. */
  active: boolean;
  /** Nothing can happen in it any more. */
  over: boolean;
  /** The last due date of the plan. */
  dueAt: Instant | undefined;
  /** Of the watermark when this was read; another one = something has happened since. */
  revision: string;
}

export interface Subjects {
  environment: Environment;
  byEnrolment: Map<string, Subject>;
}

/** Evaluations without a pause, about a millisecond each. */
const AT_A_STRETCH = 8;

interface Row {
  id: string;
  learnerId: string;
  learnerName: string;
  learnerActive: boolean;
  departmentId: string | null;
  mentorId: string | null;
  /** Who stands in for the mentor now. */
  deputyId: string | null;
  managerId: string | null;
  createdAt: Instant;
  revision: string | null;
}

const STATEMENT = `
select e.id, e.person_id as "learnerId", p.name as "learnerName", p.active as "learnerActive",
  p.department_id as "departmentId", m.id as "mentorId", d.id as "deputyId", s.id as "managerId", e.created_at as "createdAt", w.revision::text as revision
from enrolment e
join person p on p.id = e.person_id
left join person m on m.id = e.mentor_id and m.active
left join lateral (
  select q.id from deputy y join person q on q.id = y.deputy_id and q.active
  where y.mentor_id = m.id and y.state = 'RUNNING' and q.id <> e.person_id
) d on true
left join person s on s.id = p.manager_id and s.active
left join reminder_watermark w on w.enrolment_id = e.id
where e.workspace_id = $1::uuid and e.id = any($2::uuid[])`;

/** Folds the events of these enrolments at `now` and finds out who stands behind each role. As worker; five statements for any number. */
export async function readSubjects(
  sql: Sql,
  { definitions }: Pick<ReminderDeps, 'definitions'>,
  workspaceId: string,
  enrolmentIds: readonly string[],
  now: Instant,
): Promise<Subjects> {
  const [rows, environment, recorded, hr] = await Promise.all([
    sql.rows<Row>(STATEMENT, [workspaceId, enrolmentIds]),
    workspaceEnvironment(sql, workspaceId, now),
    readEvents(sql, enrolmentIds),
    readHr(sql, workspaceId),
  ]);
  const events = new Map([...recorded].map(([id, stored]) => [id, stored.map(({ event }) => event)]));
  const known = await definitions.load(sql, versionsNamed([...events.values()].flat()));
  const byEnrolment = new Map<string, Subject>();
  for (const [index, row] of rows.entries()) {
    // The same process answers requests: nobody waits for more than a few of these.
    if (index % AT_A_STRETCH === AT_A_STRETCH - 1) await breathe();
    const own = events.get(row.id) ?? [];
    if (own.length === 0) continue;
    const evaluation = evaluate(known, own, environment);
    const definition = known[evaluation.versionId];
    if (!definition) continue;
    const { status } = evaluation;
    byEnrolment.set(row.id, {
      enrolmentId: row.id,
      learnerId: row.learnerId,
      learnerName: row.learnerName,
      versionId: evaluation.versionId,
      definition,
      progress: planProgress(definition, evaluation, {
        person: row.id,
        enrolledAt: row.createdAt,
        hasMentor: row.mentorId !== null,
      }),
      recipients: {
        LEARNER: row.learnerActive ? [row.learnerId] : [],
        MENTOR: [row.deputyId ?? row.mentorId].filter((id) => id !== null),
        SUPERIOR: row.managerId === null ? [] : [row.managerId],
        HR: hr.of(row.departmentId),
      },
      active: row.learnerActive && status !== 'CANCELLED' && status !== 'PAUSED',
      over:
        status === 'CANCELLED' || (status === 'COMPLETED' && evaluation.submissions.every(({ waiting }) => !waiting)),
      dueAt: evaluation.dueAt,
      revision: row.revision ?? '0',
    });
  }
  return { environment, byEnrolment };
}

/** Who gets a message: their clock, their language, and how they are reached. */
export interface Recipient {
  id: string;
  name: string;
  active: boolean;
  zone: Zone;
  language: Language;
  email: string | null;
  facts: Record<string, unknown>;
}

export async function readRecipients(sql: Sql, ids: readonly string[]): Promise<Map<string, Recipient>> {
  const rows = await sql.rows<Omit<Recipient, 'language'> & { locale: string }>(
    `select id, name, active, time_zone as zone, locale, email, facts from person where id = any($1::uuid[])`,
    [ids],
  );
  return new Map(
    rows.map(({ locale, ...person }) => [person.id, { ...person, language: locale === 'en' ? 'en' : 'zh-CN' }]),
  );
}
