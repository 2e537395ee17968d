import { statement, type WritingTx } from '../../database/index.js';
import type { OrganisationListener } from '../../organisation/index.js';
import { reason } from '../engine/reasons.js';

/**
 * What waited for somebody who has left is not sent, and whoever has come into their place is planned for. What is on its way to a channel is
 * asked about once more before each attempt, and people who have left get none.
 */
const SILENCE = statement(
  {},
  `
with gone as (
  update reminder_occurrence set state = 'SUPPRESSED', reason_code = 'person-inactive', reason = $2::jsonb, claimed_until = null
  where recipient_id = any($1::uuid[]) and state = 'PLANNED' returning workspace_id, enrolment_id
), untold as (
  update notice set state = 'SUPPRESSED', claimed_until = null where recipient_id = any($1::uuid[]) and state = 'PLANNED'
)
insert into reminder_watermark as w (workspace_id, enrolment_id)
select distinct workspace_id, enrolment_id from gone order by enrolment_id
on conflict (enrolment_id) do update set plan_at = '-infinity', revision = w.revision + 1`,
);

/** The people of these mentors are planned again: what is said to a mentor is said to who stands in for them. */
const PLAN_AGAIN = statement(
  {},
  `
insert into reminder_watermark as w (workspace_id, enrolment_id)
select e.workspace_id, e.id from enrolment e join enrolment_state s on s.enrolment_id = e.id
where e.workspace_id = $1::uuid and e.mentor_id = any($2::uuid[]) and s.status <> 'CANCELLED'
  and (s.status <> 'COMPLETED' or s.waiting > 0) order by e.id
on conflict (enrolment_id) do update set plan_at = '-infinity', revision = w.revision + 1`,
);

/** Who has another superior is planned again: what is said to a superior is said to the one of now. */
const PLAN_TEAM_AGAIN = statement(
  {},
  `
insert into reminder_watermark as w (workspace_id, enrolment_id)
select e.workspace_id, e.id from enrolment e join enrolment_state s on s.enrolment_id = e.id
where e.workspace_id = $1::uuid and e.person_id = any($2::uuid[]) and s.status not in ('CANCELLED', 'COMPLETED') order by e.id
on conflict (enrolment_id) do update set plan_at = '-infinity', revision = w.revision + 1`,
);

const inactive = JSON.stringify(reason('person-inactive').text);

/** Nothing is said to people who have left, and what is said to a mentor goes to their deputy meanwhile. */
export const silenceAboutLeavers: OrganisationListener = {
  left: async (tx: WritingTx, leavers) => {
    await tx.rows(SILENCE, [leavers.map(({ personId }) => personId), inactive]);
    return [];
  },
  changed: async (tx: WritingTx, people) => {
    const led = people.filter(({ fields }) => fields.includes('managerId')).map(({ personId }) => personId);
    if (people[0] && led.length > 0) await tx.rows(PLAN_TEAM_AGAIN, [people[0].workspaceId, led]);
  },
  stoodIn: async (tx: WritingTx, workspaceId, mentorIds) => {
    await tx.rows(PLAN_AGAIN, [workspaceId, mentorIds]);
  },
};
