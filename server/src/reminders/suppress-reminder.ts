import { notFound, userError } from '../access/graphql/index.js';
import {
  type Act,
  audited,
  done,
  type EnrolmentParties,
  mayActOn,
  NotAllowed,
  type Outcome,
  refused,
} from '../access/index.js';
import { reason as reasonOf } from './engine/reasons.js';
import { say } from './generated/messages.js';
import { findOccurrences } from './reminder-records.js';

/** HR takes a planned reminder back; its place in the ledger stays, so it is not planned again. */
export async function suppressReminder(
  act: Act,
  { occurrenceId, reason }: { occurrenceId: string; reason: string },
): Promise<Outcome<{ id: string }>> {
  const { tx, viewer, language } = act;
  const [occurrence] = await findOccurrences(tx, [occurrenceId]);
  if (!occurrence) throw notFound(act);
  const parties = await tx.row<EnrolmentParties>(
    `select e.id as "enrolmentId", e.person_id as "personId", e.mentor_id as "mentorId", p.department_id as "departmentId"
     from enrolment e left join person p on p.id = e.person_id where e.id = $1::uuid`,
    [occurrence.enrolmentId],
  );
  if (!parties || !mayActOn(viewer, 'suppressReminder', parties))
    throw new NotAllowed('suppressReminder', `ReminderOccurrence:${occurrenceId}`);
  const given = reason.trim();
  if (given === '' || given.length > 500)
    return refused(userError('INVALID', say('reasonMissing'), language, ['reason']));
  await tx.becomeWorker();
  const { code, text } = reasonOf('cancelled-by-person');
  const told = { 'zh-CN': `${text['zh-CN'] ?? ''}：${given}`, en: `${text.en ?? ''}: ${given}` };
  const row = await tx.row(
    `update reminder_occurrence set state = 'SUPPRESSED', reason_code = $2, reason = $3::jsonb
     where id = $1::uuid and state in ('PLANNED', 'QUEUED') returning id`,
    [occurrenceId, code, JSON.stringify(told)],
  );
  if (!row) return refused(userError('NOT_NOW', say('notPlanned'), language, ['occurrenceId']));
  await audited(act, { action: 'suppressReminder', subject: `ReminderOccurrence:${occurrenceId}` });
  return done({ id: occurrenceId });
}
