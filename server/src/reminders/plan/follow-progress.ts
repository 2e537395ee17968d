import { addMs } from '@planwright/schema/time';
import type { Clock } from '../../clock/index.js';
import type { Sql } from '../../database/index.js';
import type { EnrolmentChange, ProgressListener } from '../../progress/index.js';
import { reason } from '../engine/reasons.js';
import { queueWorkNotices } from '../notices/queue-work-notices.js';

/**
 * In the transaction that changes an enrolment: what was planned for a closed item, a cancelled or a paused enrolment is
 * cancelled, and the enrolment is marked to be planned again. Rows are locked in the order of ids.
 */
const STATEMENT = `
with changed as (
  select c.id, c.workspace as workspace_id, c.running from unnest($1::uuid[], $2::uuid[], $3::boolean[]) as c(id, workspace, running)
  order by c.id
), marked as (
  insert into reminder_watermark as w (workspace_id, enrolment_id)
  select workspace_id, id from changed
  on conflict (enrolment_id) do update set plan_at = '-infinity', revision = w.revision + 1
)
update reminder_occurrence o
set state = 'SUPPRESSED', reason_code = case when changed.running then 'not-needed' else 'person-inactive' end,
  reason = case when changed.running then $4::jsonb else $5::jsonb end
from changed
where o.enrolment_id = changed.id and o.state in ('PLANNED', 'QUEUED')
  and (not changed.running or exists (
    select 1 from item_state i
    where i.enrolment_id = o.enrolment_id and i.item_key = o.item_key and (
      i.state in ('DONE', 'EXCUSED', 'NOT_APPLICABLE')
      or exists (select 1 from jsonb_array_elements(i.steps) as step
        where o.step_key is not null and step ->> 'key' = o.step_key and step ->> 'completedAt' is not null))))`;

const DAY_MS = 86_400_000;

const notNeeded = JSON.stringify(reason('not-needed').text);
const inactive = JSON.stringify(reason('person-inactive').text);

export async function followProgress(sql: Sql, changes: readonly EnrolmentChange[]): Promise<void> {
  const latest = new Map(changes.map((change) => [change.enrolmentId, change]));
  const list = [...latest.values()];
  await sql.rows(STATEMENT, [
    list.map(({ enrolmentId }) => enrolmentId),
    list.map(({ workspaceId }) => workspaceId),
    list.map(({ after }) => after !== null && after.status !== 'PAUSED'),
    notNeeded,
    inactive,
  ]);
}

/** The boards' listener, and after it the reminders': statements go out in this order without waiting for each other. */
export function withReminders(boards: ProgressListener, clock: Clock, wake: () => void): ProgressListener {
  return {
    changed: async (tx, changes) => {
      await Promise.all([boards.changed(tx, changes), followProgress(tx, changes)]);
    },
    // What is imported or seeded happened long ago: nobody is told of it.
    told: (tx, workspaceId, events) => {
      const since = addMs(clock.real(), -DAY_MS);
      return queueWorkNotices(
        tx,
        workspaceId,
        events.filter(({ event }) => event.recordedAt >= since && event.occurredAt >= since),
      );
    },
    committed: (cohortIds, enrolmentIds) => {
      boards.committed(cohortIds, enrolmentIds);
      wake();
    },
  };
}
