import { type Sql, statement, type WritingTx } from '../../database/index.js';
import type { OrganisationListener } from '../../organisation/index.js';
import { say } from '../generated/messages.js';
import type { Notice, NoticeSource, NoticeWords } from './notice.js';

export const ORGANISATION_NOTICES = 'organisation';

/** After that nobody needs to hear of it any more. */
const FRESH = `interval '7 days'`;

/** Once for each period, when it begins. */
const TELL_DEPUTIES = statement(
  {},
  `
insert into notice (workspace_id, source, subject_id, step, recipient_id, at, deliver_at, expires_at)
select d.workspace_id, '${ORGANISATION_NOTICES}', d.id, 'deputy', d.deputy_id, greatest(d.starts_at, d.created_at),
  greatest(d.starts_at, d.created_at), greatest(d.starts_at, d.created_at) + ${FRESH}
from deputy d where d.workspace_id = $1::uuid and d.mentor_id = any($2::uuid[]) and d.state = 'RUNNING'
on conflict (source, subject_id, step, recipient_id) do nothing`,
);

/** Each successor hears once of a departure, whatever the number of people they take over. */
const TELL_SUCCESSORS = statement(
  {},
  `
insert into notice (workspace_id, source, subject_id, step, recipient_id, at, deliver_at, expires_at)
select h.workspace_id, '${ORGANISATION_NOTICES}', h.leaver_id, 'handed-over:' || $3::text, h.to_id, $3::timestamptz, $3::timestamptz,
  $3::timestamptz + ${FRESH}
from hand_over h where h.workspace_id = $1::uuid and h.leaver_id = any($2::uuid[]) and h.to_id is not null
group by h.workspace_id, h.leaver_id, h.to_id order by h.leaver_id, h.to_id
on conflict (source, subject_id, step, recipient_id) do nothing`,
);

/** Deputies and successors hear of what is theirs now. */
export const tellOrganisation: OrganisationListener = {
  left: async (tx: WritingTx, leavers, now) => {
    const workspaceId = leavers[0]?.workspaceId;
    if (workspaceId !== undefined)
      await tx.rows(TELL_SUCCESSORS, [workspaceId, leavers.map(({ personId }) => personId), now]);
    return [];
  },
  stoodIn: async (tx: WritingTx, workspaceId, mentorIds) => {
    await tx.rows(TELL_DEPUTIES, [workspaceId, mentorIds]);
  },
};

/** A name is no markup. */
const plain = (name: string): string => name.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');

const DEPUTIES = statement(
  { id: 'uuid', mentor: 'text' },
  `select d.id, m.name as mentor from deputy d join person m on m.id = d.mentor_id where d.id = any($1::uuid[]) and d.state = 'RUNNING'`,
);

/** Those that were given to somebody else meanwhile do not count. */
const HANDED_OVER = statement(
  { leaverId: 'uuid', toId: 'uuid!', leaver: 'text', people: 'int' },
  `
select h.leaver_id as "leaverId", h.to_id as "toId", l.name as leaver, count(distinct h.person_id)::int as people
from hand_over h join person l on l.id = h.leaver_id join person p on p.id = h.person_id
left join enrolment e on e.id = h.enrolment_id
where h.leaver_id = any($1::uuid[]) and h.to_id = any($2::uuid[])
  and case h.kind when 'MENTEE' then e.mentor_id else p.manager_id end = h.to_id
group by h.leaver_id, h.to_id, l.name`,
);

/** What deputies and successors are told: that somebody's people are theirs now. */
export class OrganisationNotices implements NoticeSource {
  async words(sql: Sql, notices: readonly Notice[]): Promise<Map<string, NoticeWords>> {
    const subjects = notices.map(({ subjectId }) => subjectId);
    const [deputies, handedOver] = await Promise.all([
      sql.rows(DEPUTIES, [subjects]),
      sql.rows(HANDED_OVER, [subjects, notices.map(({ recipientId }) => recipientId)]),
    ]);
    const mentorOf = new Map(deputies.map(({ id, mentor }) => [id, mentor]));
    const takenOver = new Map(handedOver.map((row) => [`${row.leaverId} ${row.toId}`, row]));
    return new Map(
      notices.flatMap(({ id, step, subjectId, recipientId }) => {
        const mentor = step === 'deputy' ? mentorOf.get(subjectId) : undefined;
        if (mentor !== undefined) {
          const name = plain(mentor);
          return [[id, told(say('organisation.deputyTitle', { name }), say('organisation.deputyText', { name }))]];
        }
        const taken = takenOver.get(`${subjectId} ${recipientId}`);
        if (step === 'deputy' || !taken) return [];
        const { people } = taken;
        const name = plain(taken.leaver);
        const title = say('organisation.handedOverTitle', { name, people });
        return [[id, told(title, say('organisation.handedOverText', { name }))]];
      }),
    );
  }

  /** Whoever accompanies people signs in. */
  async outsideLink(): Promise<undefined> {
    return undefined;
  }
}

const told = (title: NoticeWords['title'], text: NoticeWords['text']): NoticeWords => ({
  title,
  text,
  link: '/reviews',
  private: false,
});
