import type { Text } from '@planwright/schema/words';
import { notFound, type UserErrorData, userError } from '../../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused, requireAll } from '../../access/index.js';
import { statement } from '../../database/index.js';
import { findCohorts } from '../../enrolments/index.js';
import { ReportScheduleEntity } from '../entities.js';
import { say } from '../generated/messages.js';
import { firstSending } from './next-sending.js';
import { readReaders } from './readers.js';

export interface ScheduleReport {
  cohortId: string;
  everyWeeks: number;
  weekday: number;
  recipientIds: string[];
}

const MOST_RECIPIENTS = 50;
const MOST_WEEKS = 26;

const FIND_PERSON = statement({ id: 'uuid' }, 'select id from person where id = any($1::uuid[])');

const INSERT_REPORT_SCHEDULE = statement(
  { id: 'uuid' },
  `insert into report_schedule (workspace_id, cohort_id, every_weeks, weekday, recipient_ids, next_at, created_at, created_by)
     values ($1::uuid, $2::uuid, $3, $4, $5::uuid[], $6::timestamptz, $7::timestamptz, $8::uuid) returning id`,
);

/** Sends the report of a cohort from now on, every few weeks, to people who may read it. */
export async function scheduleReport(act: Act, input: ScheduleReport): Promise<Outcome<{ scheduleId: string }>> {
  const { tx, viewer, language, now } = act;
  const [cohort] = await findCohorts(tx, [input.cohortId]);
  if (!cohort) throw notFound(act);
  const errors: UserErrorData[] = [];
  const bad = (sentence: Text, ...path: string[]) => errors.push(userError('INVALID', sentence, language, path));
  if (!Number.isInteger(input.everyWeeks) || input.everyWeeks < 1 || input.everyWeeks > MOST_WEEKS)
    bad(say('badWeeks', { most: MOST_WEEKS }), 'everyWeeks');
  if (!Number.isInteger(input.weekday) || input.weekday < 1 || input.weekday > 7) bad(say('badWeekday'), 'weekday');
  if (input.recipientIds.length === 0 || input.recipientIds.length > MOST_RECIPIENTS)
    bad(say('badRecipients', { most: MOST_RECIPIENTS }), 'recipientIds');
  if (errors.length > 0) return refused(...errors);

  const seen = await tx.rows(FIND_PERSON, [input.recipientIds]);
  if (seen.length < new Set(input.recipientIds).size) throw notFound(act);
  await tx.becomeWorker();
  const readers = await readReaders(tx, input.recipientIds);
  for (const [index, id] of input.recipientIds.entries()) {
    if (input.recipientIds.indexOf(id) < index) bad(say('recipientTwice'), 'recipientIds', String(index));
    else if (!readers.has(id)) bad(say('mayNotRead'), 'recipientIds', String(index));
  }
  if (errors.length > 0) return refused(...errors);
  const row = await tx.row(INSERT_REPORT_SCHEDULE, [
    viewer.workspace.id,
    cohort.id,
    input.everyWeeks,
    input.weekday,
    input.recipientIds,
    firstSending(input, now, viewer.workspace.timeZone),
    now,
    viewer.personId,
  ]);
  if (!row) throw new Error('a schedule was inserted but not answered');
  await audited(act, {
    action: 'scheduleReport',
    subject: `Cohort:${cohort.id}`,
    detail: { recipients: input.recipientIds.length, everyWeeks: input.everyWeeks },
  });
  return done({ scheduleId: row.id });
}

const FIND_REPORT_SCHEDULE = statement(
  { createdBy: 'uuid?' },
  'select created_by as "createdBy" from report_schedule where id = $1::uuid and cancelled_at is null',
);

/** Ends it; what was sent stays. */
export async function cancelReportSchedule(act: Act, scheduleId: string): Promise<Outcome<{ scheduleId: string }>> {
  const { tx, viewer, now } = act;
  const seen = await tx.row(FIND_REPORT_SCHEDULE, [scheduleId]);
  if (!seen) throw notFound(act);
  // It goes to people of other departments too: whoever set it up ends it, or who reaches all of them.
  requireAll(viewer, 'cancelReportSchedule', `ReportSchedule:${scheduleId}`, seen.createdBy);
  await tx.becomeWorker();
  await tx.em.nativeUpdate(ReportScheduleEntity, { id: scheduleId }, { cancelledAt: now });
  await audited(act, { action: 'cancelReportSchedule', subject: `ReportSchedule:${scheduleId}` });
  return done({ scheduleId });
}
