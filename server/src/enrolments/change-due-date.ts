import type { Instant } from '@planwright/schema/time';
import { userError } from '../access/graphql/index.js';
import { type Act, type Outcome, refused } from '../access/index.js';
import type { ProgressDeps } from '../progress/index.js';
import { type ActedOn, actOnEnrolment, reasonOf } from './act-on-enrolment.js';
import { say } from './generated/messages.js';

export interface ChangeDueDate {
  enrolmentId: string;
  itemKey: string;
  stepKey?: string;
  at: Instant;
  reason: string;
}

/** Moves one due date of one person by a recorded act. */
export async function changeDueDate(act: Act, deps: ProgressDeps, input: ChangeDueDate): Promise<Outcome<ActedOn>> {
  const { viewer, language, now } = act;
  const { enrolmentId, itemKey, stepKey, at } = input;
  const reason = reasonOf(input.reason);
  if (reason === undefined) return refused(userError('INVALID', say('reasonMissing'), language, ['reason']));
  return actOnEnrolment(act, deps, {
    action: 'changeDueDate',
    enrolmentId,
    decide: ({ evaluation }) => {
      const item = evaluation.items.find((candidate) => candidate.key === itemKey);
      if (!item) return { error: userError('INVALID', say('noSuchItem'), language, ['itemKey']) };
      if (stepKey !== undefined && !item.steps.some((step) => step.key === stepKey)) {
        return { error: userError('INVALID', say('noSuchStep'), language, ['stepKey']) };
      }
      if (item.state === 'DONE' || item.state === 'EXCUSED') {
        return { error: userError('NOT_NOW', say('doneAlready'), language, ['itemKey']) };
      }
      if (item.opensAt !== undefined && at < item.opensAt) {
        return { error: userError('INVALID', say('dueBeforeOpen'), language, ['at']) };
      }
      const data = { itemKey, ...(stepKey === undefined ? {} : { stepKey }), reason, at };
      return { events: [{ type: 'dueChanged', actor: viewer.personId, occurredAt: now, data }] };
    },
  });
}
