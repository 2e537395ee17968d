import { addMs, earlierOf, type Instant, laterOf } from '@planwright/schema/time';
import type { Tx } from '../../database/index.js';
import { deliverAt } from '../engine/deliver-at.js';
import { expandOccurrences } from '../engine/expand-occurrences.js';
import { reason } from '../engine/reasons.js';
import { replan } from '../engine/replan.js';
import { PLANNING_HORIZON_MS } from '../engine/settings.js';
import type { ReminderDeps } from '../ports.js';
import { askRules, type RuleAnswer, RuleFinder, type RuleQuestion } from './ask-rules.js';
import { endOccurrences, type OccurrenceToStore, readOccurrences, storeOccurrences } from './occurrence-rows.js';
import { type Recipient, readRecipients, readSubjects, type Subject, type Subjects } from './subjects.js';
import { hoursIn, readReminderSettings } from './workspace-hours.js';

/** Enrolments in one round. */
const BATCH = 250;
/** Planned again when so much of the horizon is left. */
const AGAIN_MS = PLANNING_HORIZON_MS / 2;
/** How far back a new look goes: what happened a moment ago may fire at the moment at which it happened. */
const LOOK_BACK_MS = 24 * 3_600_000;
/** A rule that could not answer is asked again after so long, in the workspace's time. */
const RETRY_MS = 5 * 60_000;
const CLAIM_SECONDS = 30;

interface Watermark {
  enrolmentId: string;
  /** Absent = never planned. */
  plannedUntil: Instant | null;
  revision: string;
  /** What lies before was taken over from elsewhere: nobody is reminded of it. */
  historyUntil: Instant | null;
}

const CLAIM = `
update reminder_watermark w set claimed_until = clock_timestamp() + interval '${CLAIM_SECONDS} seconds'
from (
  select enrolment_id from reminder_watermark
  where workspace_id = $1::uuid and plan_at <= $2::timestamptz
    and (claimed_until is null or claimed_until < clock_timestamp())
  order by plan_at, enrolment_id limit $3 for update skip locked
) due
where w.enrolment_id = due.enrolment_id
returning w.enrolment_id as "enrolmentId", nullif(w.planned_until, '-infinity') as "plannedUntil", w.revision::text as revision,
  w.history_until as "historyUntil"`;

const HELD = `
select enrolment_id as "enrolmentId", revision::text as revision from reminder_watermark
where enrolment_id = any($1::uuid[]) order by enrolment_id for update`;

const ADVANCE = `
update reminder_watermark w set claimed_until = null, problem = r.problem,
  planned_until = case when r."plannedUntil" is null then w.planned_until else r."plannedUntil" end,
  plan_at = r."planAt"
from jsonb_to_recordset($1::jsonb) as r("enrolmentId" uuid, "plannedUntil" timestamptz, "planAt" timestamptz, problem text)
where w.enrolment_id = r."enrolmentId"`;

/**
 * Plans one batch of enrolments of the workspace: asks their rules for everything up to 48 hours ahead and stores it.
 * Rules are asked outside any transaction; people who changed meanwhile are planned again.
 * @returns how many enrolments were looked at; 0 = nothing is due for planning
 */
export async function planReminders(
  deps: ReminderDeps,
  workspaceId: string,
  now: Instant,
  batch = BATCH,
): Promise<number> {
  const finder = new RuleFinder(deps, workspaceId);
  const read = await deps.database.work(async (tx) => {
    const claimed = await tx.rows<Watermark>(CLAIM, [workspaceId, now, batch]);
    if (claimed.length === 0) return undefined;
    const ids = claimed.map(({ enrolmentId }) => enrolmentId);
    const subjects = await readSubjects(tx, deps, workspaceId, ids, now);
    return { claimed, subjects, questions: await questionsOf(tx, finder, claimed, subjects, now) };
  });
  if (!read) return 0;
  const { claimed, subjects, questions } = read;
  const answers = await askRules(questions, subjects.environment);
  for (const { problem } of answers.failed)
    deps.log.warn({ workspace: workspaceId, problem }, 'a reminder rule could not be asked');

  await deps.database.work(async (tx) => {
    const held = new Map(
      (await tx.rows<{ enrolmentId: string; revision: string }>(HELD, [claimed.map((row) => row.enrolmentId)])).map(
        (row) => [row.enrolmentId, row.revision],
      ),
    );
    const same = claimed.filter(({ enrolmentId, revision }) => held.get(enrolmentId) === revision);
    const others = claimed.filter((row) => !same.includes(row)).map(({ enrolmentId }) => enrolmentId);
    if (others.length > 0)
      await tx.rows('update reminder_watermark set claimed_until = null where enrolment_id = any($1::uuid[])', [
        others,
      ]);
    const problems = new Map(
      answers.failed.flatMap((failed) =>
        failed.subjects.map(({ enrolmentId }) => [enrolmentId, failed.problem] as const),
      ),
    );
    const failedKeys = new Set(
      answers.failed.flatMap(({ reminder, subjects }) =>
        subjects.map(({ enrolmentId }) => `${enrolmentId} ${reminder.key}`),
      ),
    );
    await store(tx, workspaceId, { same, subjects, answered: answers.answered, failedKeys, now });
    await tx.rows(ADVANCE, [
      JSON.stringify(
        same.map(({ enrolmentId, historyUntil }) => {
          const problem = problems.get(enrolmentId) ?? null;
          const over = isSilent(subjects.byEnrolment.get(enrolmentId), historyUntil);
          return {
            enrolmentId,
            problem,
            plannedUntil: problem === null ? addMs(now, PLANNING_HORIZON_MS) : null,
            planAt: problem !== null ? addMs(now, RETRY_MS) : over ? 'infinity' : addMs(now, AGAIN_MS),
          };
        }),
      ),
    ]);
  });
  return claimed.length;
}

/** People who were never planned are planned from their enrolment on; others from a day before the last look, so that nothing falls between. */
function startOf({ plannedUntil, historyUntil }: Watermark, enrolledAt: Instant, now: Instant): Instant {
  const start =
    plannedUntil === null
      ? earlierOf(enrolledAt, now)
      : addMs(earlierOf(addMs(plannedUntil, -PLANNING_HORIZON_MS), now), -LOOK_BACK_MS);
  return historyUntil === null ? start : laterOf(start, historyUntil);
}

/** Nothing more can come, or all of it lay in a past that was taken over: whoever moves its last date makes it speak again. */
function isSilent(subject: Subject | undefined, historyUntil: Instant | null): boolean {
  if (!subject || subject.over) return true;
  return historyUntil !== null && subject.dueAt !== undefined && subject.dueAt < historyUntil;
}

async function questionsOf(
  tx: Tx,
  finder: RuleFinder,
  claimed: readonly Watermark[],
  { byEnrolment }: Subjects,
  now: Instant,
): Promise<RuleQuestion[]> {
  const until = addMs(now, PLANNING_HORIZON_MS);
  const questions = new Map<string, RuleQuestion>();
  for (const watermark of claimed) {
    const subject = byEnrolment.get(watermark.enrolmentId);
    if (!subject?.active || (watermark.historyUntil !== null && isSilent(subject, watermark.historyUntil))) continue;
    const from = startOf(watermark, subject.progress.enrolledAt, now);
    for (const reminder of subject.definition.reminders ?? []) {
      const key = `${subject.versionId} ${reminder.key}`;
      const question = questions.get(key);
      if (question) {
        question.subjects.push(subject);
        if (from < question.from) question.from = from;
      } else {
        const rule = await finder.find(tx, subject.versionId, reminder.use);
        questions.set(key, { reminder, rule, subjects: [subject], from, until });
      }
    }
  }
  return [...questions.values()];
}

interface ToStore {
  same: readonly Watermark[];
  subjects: Subjects;
  answered: readonly RuleAnswer[];
  failedKeys: ReadonlySet<string>;
  now: Instant;
}

async function store(
  tx: Tx,
  workspaceId: string,
  { same, subjects, answered, failedKeys, now }: ToStore,
): Promise<void> {
  const fresh = new Map<string, OccurrenceToStore[]>(same.map(({ enrolmentId }) => [enrolmentId, []]));
  const silentUntil = new Map(same.map(({ enrolmentId, historyUntil }) => [enrolmentId, historyUntil ?? '']));
  for (const { reminder, rule, firings, subjects: asked } of answered) {
    for (const subject of asked) {
      const own = firings.get(subject.enrolmentId) ?? [];
      fresh.get(subject.enrolmentId)?.push(
        // Asked in one question with others, whose past is their own.
        ...expandOccurrences(subject.enrolmentId, reminder, own, subject.recipients)
          .filter(({ at }) => at >= (silentUntil.get(subject.enrolmentId) ?? ''))
          .map((occurrence) => ({
            ...occurrence,
            catchUp: rule.catchUp,
            provisional: isProvisional(subject, occurrence),
            deliverAt: occurrence.at,
          })),
      );
    }
  }
  const all = [...fresh.values()].flat();
  const enrolledAt = (id: string) => subjects.byEnrolment.get(id)?.progress.enrolledAt ?? now;
  const from = same.map((row) => startOf(row, enrolledAt(row.enrolmentId), now)).sort()[0] ?? now;
  const [stored, recipients, settings] = await Promise.all([
    readOccurrences(
      tx,
      same.map(({ enrolmentId }) => enrolmentId),
      from,
      all.map(({ id }) => id),
    ),
    readRecipients(tx, [...new Set(all.map(({ recipientId }) => recipientId))]),
    readReminderSettings(tx, workspaceId),
  ]);
  const write: OccurrenceToStore[] = [];
  const suppress: Parameters<typeof endOccurrences>[1][number][] = [];
  const byId = new Map(all.map((occurrence) => [occurrence.id, occurrence]));
  const storedOf = Map.groupBy(stored, ({ enrolmentId }) => enrolmentId);
  for (const { enrolmentId } of same) {
    const mine = (storedOf.get(enrolmentId) ?? []).filter(
      ({ ruleKey }) => !failedKeys.has(`${enrolmentId} ${ruleKey}`),
    );
    const changes = replan(mine, fresh.get(enrolmentId) ?? [], now);
    for (const { id } of [...changes.insert, ...changes.change, ...changes.revive]) {
      const occurrence = byId.get(id);
      const recipient = occurrence && recipients.get(occurrence.recipientId);
      if (!occurrence || !recipient) continue;
      write.push({ ...occurrence, deliverAt: deliverAt(occurrence, now, hoursOf(recipient)) });
    }
    const code = subjects.byEnrolment.get(enrolmentId)?.active ? 'not-needed' : 'person-inactive';
    for (const { id } of changes.suppress) suppress.push({ id, state: 'SUPPRESSED', code, text: reason(code).text });
  }
  function hoursOf({ zone }: Recipient) {
    return hoursIn(zone, settings, subjects.environment);
  }
  await storeOccurrences(tx, workspaceId, write, now);
  await endOccurrences(tx, suppress);
}

/** Whether a year that is not published yet may still move the date that this is about. */
function isProvisional({ progress }: Subject, { itemKey, stepKey }: { itemKey?: string; stepKey?: string }): boolean {
  const item = progress.items.find(({ key }) => key === itemKey);
  if (!item) return false;
  return stepKey === undefined ? item.provisional : item.steps.some((step) => step.key === stepKey && step.provisional);
}
