import { statement, type Tx } from '../../database/index.js';
import type { MentorRule } from './rule-terms.js';

/** Somebody who may be a mentor, with the people they have now. */
export interface MentorLoad {
  id: string;
  departmentId: string | null;
  mentees: number;
  /** The most people they can accompany; null = nobody has said. */
  capacity: number | null;
}

/** Whoever holds the role of a mentor, with how many people they accompany in plans that still run. */
const STATEMENT = statement(
  { id: 'uuid', departmentId: 'uuid?', capacity: 'int?', mentees: 'int' },
  `
select p.id, p.department_id as "departmentId", p.mentor_capacity as capacity, (
    select count(distinct e.person_id)::int from enrolment e join enrolment_state s on s.enrolment_id = e.id
    where e.mentor_id = p.id and s.status in ('SCHEDULED', 'ACTIVE', 'PAUSED')) as mentees
from person p where p.workspace_id = $1::uuid and p.active
  and exists (select 1 from role_grant g where g.person_id = p.id and g.role = 'MENTOR')
order by p.id`,
);

export const readMentors = (tx: Tx, workspaceId: string): Promise<MentorLoad[]> => tx.rows(STATEMENT, [workspaceId]);

/** A mentor for each, or null where nobody fits: always whoever has the fewest people at that moment and room for one more, never the person themselves. */
export function chooseMentors(
  rule: MentorRule,
  mentors: readonly MentorLoad[],
  people: readonly { personId: string; departmentId: string | null }[],
): Map<string, string | null> {
  const load = new Map(mentors.map(({ id, mentees }) => [id, mentees]));
  const chosen = new Map<string, string | null>();
  for (const { personId, departmentId } of people) {
    const mentor = poolOf(rule, mentors, departmentId)
      .filter(({ id, capacity }) => id !== personId && (capacity === null || (load.get(id) ?? 0) < capacity))
      .reduce<MentorLoad | undefined>(
        (least, one) => (least === undefined || (load.get(one.id) ?? 0) < (load.get(least.id) ?? 0) ? one : least),
        undefined,
      );
    if (mentor) load.set(mentor.id, (load.get(mentor.id) ?? 0) + 1);
    chosen.set(personId, mentor?.id ?? null);
  }
  return chosen;
}

function poolOf(rule: MentorRule, mentors: readonly MentorLoad[], departmentId: string | null): readonly MentorLoad[] {
  switch (rule) {
    case 'NONE':
      return [];
    case 'LEAST_LOADED':
      return mentors;
    case 'SAME_DEPARTMENT':
      return mentors.filter((mentor) => departmentId !== null && mentor.departmentId === departmentId);
    default:
      return rule satisfies never;
  }
}
