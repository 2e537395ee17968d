import type { Sql } from '../../database/index.js';
import type { ToldEvent } from '../../progress/index.js';

export const WORK_NOTICES = 'work';

/** After that nobody needs to hear of it any more. */
const FRESH_DAYS = 7;

/**
 * Queues what people are to hear of work, in the transaction in which it happened: whoever reviews that work came in, the
 * learner what a review said, a partner that they share a task. Nobody hears of what they did themselves.
 */
const STATEMENT = `
with told as (
  select * from jsonb_to_recordset($2::jsonb) as t("enrolmentId" uuid, seq int, type text, actor text, at timestamptz,
    "itemKey" text, attempt int, "personIds" jsonb)
), recipients as (
  select t.*, x.id as recipient from told t
  join enrolment e on e.id = t."enrolmentId"
  join person p on p.id = e.person_id
  cross join lateral (
    select case s.review_by when 'SUPERIOR' then p.manager_id when 'MENTOR' then coalesce((
        select d.deputy_id from deputy d where d.mentor_id = e.mentor_id and d.state = 'RUNNING' and d.deputy_id <> e.person_id
      ), e.mentor_id) end as id
    from submission s
    where t.type = 'submitted' and s.enrolment_id = e.id and s.item_key = t."itemKey" and s.attempt = t.attempt and s.waiting
    union
    select w.person_id from submission s join enrolment_partner w on w.enrolment_id = e.id and w.item_key = s.item_key
    where t.type = 'submitted' and s.enrolment_id = e.id and s.item_key = t."itemKey" and s.attempt = t.attempt and s.waiting
      and s.review_by = 'PEER'
    union
    select e.person_id where t.type = 'reviewed'
    union
    select chosen.id::uuid from jsonb_array_elements_text(t."personIds") as chosen(id)
    where t.type = 'partnersChosen' and not exists (
      select 1 from progress_event before where before.enrolment_id = e.id and before.type = 'partnersChosen'
        and before.seq < t.seq and before.data ->> 'itemKey' = t."itemKey" and before.data -> 'personIds' ? chosen.id)
  ) x
)
insert into notice (workspace_id, source, subject_id, step, recipient_id, at, deliver_at, expires_at)
select $1::uuid, '${WORK_NOTICES}', r."enrolmentId", r.type || ':' || r.seq, r.recipient, r.at, r.at,
  r.at + interval '${FRESH_DAYS} days'
from recipients r join person who on who.id = r.recipient and who.active
where r.recipient is not null and r.recipient::text <> r.actor
on conflict (source, subject_id, step, recipient_id) do nothing`;

/** As worker. */
export async function queueWorkNotices(sql: Sql, workspaceId: string, told: readonly ToldEvent[]): Promise<void> {
  if (told.length === 0) return;
  const rows = told.map(({ enrolmentId, event: { seq, type, actor, recordedAt, data } }) => ({
    enrolmentId,
    seq,
    type,
    actor,
    at: recordedAt,
    itemKey: data.itemKey,
    ...('attempt' in data ? { attempt: data.attempt } : {}),
    ...('personIds' in data ? { personIds: data.personIds } : {}),
  }));
  await sql.rows(STATEMENT, [workspaceId, JSON.stringify(rows)]);
}
