import type { Instant } from '@planwright/schema/time';
import { userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../access/index.js';
import type { Tx } from '../database/index.js';
import { workspaceEnvironment } from '../plans/index.js';
import { deliverAt } from './engine/deliver-at.js';
import type { ReminderSettings } from './engine/settings.js';
import { say } from './generated/messages.js';
import { OCCURRENCE_COLUMNS, occurrenceFrom, type RawOccurrence } from './plan/occurrence-rows.js';
import { readRecipients } from './plan/subjects.js';
import { hoursIn } from './plan/workspace-hours.js';
import { deferDue } from './send/due-rows.js';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Sets when people of the workspace are reminded. What waits already goes by the new settings. */
export async function setReminderSettings(act: Act, settings: ReminderSettings): Promise<Outcome<ReminderSettings>> {
  const { tx, viewer, language, now } = act;
  const invalid = (sentence: Parameters<typeof userError>[1], path: string) =>
    refused(userError('INVALID', sentence, language, [path]));
  const { quietFrom, quietUntil, workingDaysOnly, dailyBudget } = settings;
  const slots = [...new Set(settings.slots)].sort();
  if (!TIME.test(quietFrom)) return invalid(say('badTime'), 'quietFrom');
  if (!TIME.test(quietUntil)) return invalid(say('badTime'), 'quietUntil');
  const quiet = (time: string) =>
    quietFrom < quietUntil
      ? time >= quietFrom && time < quietUntil
      : quietFrom !== quietUntil && (time >= quietFrom || time < quietUntil);
  if (slots.length < 1 || slots.length > 6 || slots.some((slot) => !TIME.test(slot) || quiet(slot)))
    return invalid(say('noSlots'), 'slots');
  if (dailyBudget < 1 || dailyBudget > 50) return invalid(say('badBudget'), 'dailyBudget');

  await tx.becomeWorker();
  const workspaceId = viewer.workspace.id;
  await tx.rows(
    `insert into reminder_settings (workspace_id, quiet_from, quiet_until, working_days_only, slots, daily_budget)
     values ($1::uuid, $2, $3, $4, $5::text[], $6)
     on conflict (workspace_id) do update set quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
       working_days_only = excluded.working_days_only, slots = excluded.slots, daily_budget = excluded.daily_budget`,
    [workspaceId, quietFrom, quietUntil, workingDaysOnly, slots, dailyBudget],
  );
  const changed = { ...settings, slots };
  await reschedule(tx, workspaceId, changed, now);
  await audited(act, { action: 'setReminderSettings', subject: workspaceId, detail: { ...changed } });
  return done(changed);
}

/** When each waiting occurrence goes out by these settings. What the daily budget had put off comes back and is put off again. */
async function reschedule(tx: Tx, workspaceId: string, settings: ReminderSettings, now: Instant): Promise<void> {
  const rows = await tx.rows<RawOccurrence>(
    `select ${OCCURRENCE_COLUMNS} from reminder_occurrence o where o.workspace_id = $1::uuid and o.state = 'PLANNED'
     order by o.id for update`,
    [workspaceId],
  );
  const waiting = rows.map(occurrenceFrom);
  const people = await readRecipients(tx, [...new Set(waiting.map(({ recipientId }) => recipientId))]);
  const environment = await workspaceEnvironment(tx, workspaceId, now);
  await deferDue(
    tx,
    waiting.flatMap((occurrence) => {
      const person = people.get(occurrence.recipientId);
      if (!person) return [];
      return [
        {
          kind: 'OCCURRENCE' as const,
          id: occurrence.id,
          deliverAt: deliverAt(occurrence, now, hoursIn(person.zone, settings, environment)),
        },
      ];
    }),
  );
}
