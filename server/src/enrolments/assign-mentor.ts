import { notFound, userError } from '../access/graphql/index.js';
import type { Act, Outcome } from '../access/index.js';
import { columns, statement } from '../database/index.js';
import { PersonEntity } from '../people/entities.js';
import type { ProgressDeps } from '../progress/index.js';
import { type ActedOn, actOnEnrolment } from './act-on-enrolment.js';
import { say } from './generated/messages.js';

const ASSIGN_MENTOR = statement(
  columns(PersonEntity, 'name', 'active'),
  'select name, active from person where id = $1::uuid',
);

/** The mentor from now on; reviews that were due before stay with the one who had them then. */
export async function assignMentor(
  act: Act,
  deps: ProgressDeps,
  { enrolmentId, mentorId }: { enrolmentId: string; mentorId: string },
): Promise<Outcome<ActedOn>> {
  const { tx, viewer, language, now } = act;
  const mentor = await tx.row(ASSIGN_MENTOR, [mentorId]);
  if (!mentor) throw notFound(act);
  return actOnEnrolment(act, deps, {
    action: 'assignMentor',
    enrolmentId,
    decide: ({ personId }) => {
      if (personId === mentorId) return { error: userError('INVALID', say('ownMentor'), language, ['mentorId']) };
      if (!mentor.active) {
        return { error: userError('INVALID', say('notActive', { name: mentor.name }), language, ['mentorId']) };
      }
      return {
        events: [{ type: 'mentorAssigned', actor: viewer.personId, occurredAt: now, data: { personId: mentorId } }],
      };
    },
  });
}
