import { type EnrolmentStatus, evaluate, type NewEvent } from '@planwright/schema/engine';
import type { Language, LocalizedText } from '@planwright/schema/text';
import { addDays, type Instant, instantAt, mondayOf, plainDateIn, type Zone } from '@planwright/schema/time';
import { recordAudit } from '../../access/index.js';
import { statement, type WritingTx } from '../../database/index.js';
import {
  applyEvents,
  awaitEnrolling,
  type EnrolmentChange,
  loadEnrolments,
  type ProgressDeps,
} from '../../progress/index.js';
import { sayIn } from '../generated/messages.js';
import { beginEnrolments, insertEnrolments, type NewEnrolment } from '../write-enrolments.js';
import { chooseMentors, readMentors } from './choose-mentors.js';
import type { Match, RunDecision } from './decide-run.js';
import { currentAudience, decideFor, type RuleDeps } from './foresee-rule.js';
import { cohortFor, periodOf, roundsSoFar } from './rule-cohorts.js';
import type { Candidate } from './rule-people.js';
import type { RuleRecord } from './rule-records.js';

export interface RunRuleDeps extends RuleDeps {
  progress: ProgressDeps;
}

/** A rule that is due, locked, with what has to be known of its workspace and plan. */
export interface DueRule extends RuleRecord {
  now: Instant;
  zone: Zone;
  language: Language;
  planKey: string;
  title: LocalizedText;
}

/** People in one transaction; what is left over is done in the next one. */
const BATCH = 200;

/**
 * Runs a rule that is locked, as worker. Everything that it decides is decided again in the next run, so that a crash, a second server or
 * a part of many people leaves nothing out and does nothing twice.
 */
export async function runRule(tx: WritingTx, deps: RunRuleDeps, rule: DueRule): Promise<EnrolmentChange[]> {
  const { workspaceId, planId, now, zone } = rule;
  const current = await currentAudience(tx, deps, planId);
  if (!current) {
    await finish(tx, rule);
    return [];
  }
  // Whoever is enrolling people by hand comes first, and whoever comes later sees what we did.
  await awaitEnrolling(tx, workspaceId);
  const weekly = rule.nextWeeklyAt <= now ? rule.nextWeeklyAt : undefined;
  const subject = { workspaceId, planId, zone, now, weekly };
  const { decision, people } = await decideFor(tx, deps, rule, subject, current.audience);
  const enrol = decision.enrol.slice(0, BATCH);
  const acts = decision.acts.slice(0, BATCH);
  const changes = [
    ...(await enrolMatches(tx, deps, rule, current.version.id, enrol, people)),
    ...(await actOnLeavers(tx, deps, rule, acts)),
  ];
  if (weekly !== undefined) await count(tx, decision, weekly);
  if (enrol.length > 0 || acts.length > 0)
    await recordAudit(tx, {
      workspaceId,
      at: now,
      action: 'enrolByRule',
      subject: `Plan:${rule.planKey}`,
      outcome: 'OK',
      detail: { enrolled: enrol.length, leaving: acts.length },
    });
  const isAll = enrol.length === decision.enrol.length && acts.length === decision.acts.length;
  if (isAll) await finish(tx, rule);
  return changes;
}

const KEEP_ENROLLED = statement(
  {},
  `
insert into rule_enrolment (workspace_id, rule_id, enrolment_id, caused_by, event_on)
select $1::uuid, $2::uuid, k.enrolment, k.trigger, k."on" from jsonb_to_recordset($3::jsonb) as k(enrolment uuid, trigger text, "on" date)`,
);

async function enrolMatches(
  tx: WritingTx,
  deps: RunRuleDeps,
  rule: DueRule,
  versionId: string,
  matches: readonly Match[],
  people: ReadonlyMap<string, Candidate>,
): Promise<EnrolmentChange[]> {
  if (matches.length === 0) return [];
  const { id: ruleId, workspaceId, planId, title, language, now } = rule;
  const mentors = rule.mentorRule === 'NONE' ? [] : await readMentors(tx, workspaceId);
  const personOf = (personId: string): Candidate => {
    const person = people.get(personId);
    if (!person) throw new Error('a match without its person');
    return person;
  };
  const mentorOf = chooseMentors(
    rule.mentorRule,
    mentors,
    matches.map(({ personId }) => ({ personId, departmentId: personOf(personId).departmentId })),
  );
  const rounds = await roundsSoFar(
    tx,
    ruleId,
    matches.map(({ personId }) => personId),
  );
  const groups = Map.groupBy(matches, ({ personId, startsOn }) => {
    const period = periodOf(rule.cohorts, startsOn);
    return `${rounds(personId, period) + 1} ${period}`;
  });
  const changes: EnrolmentChange[] = [];
  for (const [key, group] of groups) {
    const [round = '1', period = ''] = key.split(' ');
    const [first = now] = group.map(({ startsOn }) => startsOn).sort();
    const cohortId = await cohortFor(
      tx,
      { ruleId, workspaceId, planId, title, language, now },
      { period, round: Number(round) },
      first,
    );
    const enrolling = { workspaceId, cohortId, versionId, actor: 'system', now };
    const wanted = group.map(
      ({ personId, startsOn }): NewEnrolment => ({
        personId,
        zone: personOf(personId).timeZone,
        startsOn,
        mentorId: mentorOf.get(personId) ?? null,
        facts: personOf(personId).facts,
      }),
    );
    const rows = await insertEnrolments(tx, enrolling, wanted);
    const causes = new Map(group.map((match) => [match.personId, match]));
    const kept = rows.map(({ id, personId }) => {
      const cause = causes.get(personId);
      return { enrolment: id, trigger: cause?.trigger, on: cause?.eventOn };
    });
    await tx.rows(KEEP_ENROLLED, [workspaceId, ruleId, JSON.stringify(kept)]);
    changes.push(...(await beginEnrolments(tx, deps.progress, enrolling, rows, (id) => personOf(id).facts)));
  }
  return changes;
}

const COUNT = statement(
  {},
  `
update rule_enrolment r set missed_runs = k.missed, missed_at = $2::timestamptz
from jsonb_to_recordset($1::jsonb) as k(enrolment uuid, missed int) where r.enrolment_id = k.enrolment`,
);

async function count(tx: WritingTx, { counted }: RunDecision, weekly: Instant): Promise<void> {
  if (counted.length === 0) return;
  const rows = counted.map(({ enrolmentId, missedRuns }) => ({ enrolment: enrolmentId, missed: missedRuns }));
  await tx.rows(COUNT, [JSON.stringify(rows), weekly]);
}

const ACTED = statement(
  {},
  `
update rule_enrolment r set acted = k.acted
from jsonb_to_recordset($1::jsonb) as k(enrolment uuid, acted text) where r.enrolment_id = k.enrolment`,
);

const AFTER = { paused: 'PAUSED', cancelled: 'CANCELLED', resumed: null } as const;

async function actOnLeavers(
  tx: WritingTx,
  { progress }: RunRuleDeps,
  { workspaceId, language, now }: DueRule,
  acts: RunDecision['acts'],
): Promise<EnrolmentChange[]> {
  if (acts.length === 0) return [];
  const actOf = new Map(acts.map(({ enrolmentId, act }) => [enrolmentId, act]));
  const loaded = await loadEnrolments(tx, progress, workspaceId, [...actOf.keys()], now);
  const events = new Map<string, { events: NewEvent[] }>();
  for (const { row, events: recorded } of loaded.enrolments) {
    const act = actOf.get(row.id);
    // Somebody may have changed it between our look and the lock.
    if (!act || !fits(act, evaluate(loaded.definitions, recorded, loaded.environment).status)) continue;
    const reason = sayIn(language, act === 'resumed' ? 'ruleResumed' : 'ruleLeft');
    events.set(row.id, { events: [{ type: act, actor: 'system', occurredAt: now, data: { reason } }] });
  }
  const { changes } = await applyEvents(tx, progress, loaded, events);
  const acted = acts.map(({ enrolmentId, act }) => ({ enrolment: enrolmentId, acted: AFTER[act] }));
  await tx.rows(ACTED, [JSON.stringify(acted)]);
  return changes;
}

function fits(act: RunDecision['acts'][number]['act'], status: EnrolmentStatus): boolean {
  switch (act) {
    case 'paused':
      return status === 'SCHEDULED' || status === 'ACTIVE';
    case 'cancelled':
      return status === 'SCHEDULED' || status === 'ACTIVE' || status === 'PAUSED';
    case 'resumed':
      return status === 'PAUSED';
    default:
      return act satisfies never;
  }
}

const FINISH = statement(
  {},
  `
update enrolment_rule set last_run_at = $2::timestamptz, wanted_at = null,
  next_weekly_at = case when next_weekly_at <= $2::timestamptz then $3::timestamptz else next_weekly_at end
where id = $1::uuid`,
);

async function finish(tx: WritingTx, { id, now, zone }: DueRule): Promise<void> {
  await tx.rows(FINISH, [id, now, nextWeekly(now, zone)]);
}

/** Everybody is looked at on Monday mornings, before people begin to work. */
export function nextWeekly(now: Instant, zone: Zone): Instant {
  const monday = mondayOf(plainDateIn(now, zone));
  const ofThisWeek = instantAt(monday, '06:00', zone);
  return ofThisWeek > now ? ofThisWeek : instantAt(addDays(monday, 7), '06:00', zone);
}
