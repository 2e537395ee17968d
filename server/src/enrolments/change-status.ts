import type { EnrolmentStatus, NewEvent } from '@planwright/schema/engine';
import { userError } from '../access/graphql/index.js';
import { type Act, type Outcome, refused } from '../access/index.js';
import type { ProgressDeps } from '../progress/index.js';
import { type ActedOn, actOnEnrolment, reasonOf } from './act-on-enrolment.js';
import { say } from './generated/messages.js';

export interface ChangeStatus {
  enrolmentId: string;
  to: 'cancelled' | 'cancellationUndone' | 'paused' | 'resumed';
  reason: string;
}

const ACTIONS = {
  cancelled: 'cancelEnrolment',
  cancellationUndone: 'undoCancellation',
  paused: 'pauseEnrolment',
  resumed: 'resumeEnrolment',
} as const;

/** Cancels, takes a cancellation back, pauses or resumes. HR only: a mentor asks HR. */
export async function changeStatus(act: Act, deps: ProgressDeps, input: ChangeStatus): Promise<Outcome<ActedOn>> {
  const { viewer, language, now } = act;
  const { enrolmentId, to } = input;
  const reason = reasonOf(input.reason);
  if (reason === undefined) return refused(userError('INVALID', say('reasonMissing'), language, ['reason']));
  return actOnEnrolment(act, deps, {
    action: ACTIONS[to],
    enrolmentId,
    ofCancelled: to === 'cancellationUndone',
    decide: ({ evaluation }) => {
      const sentence = objection(to, evaluation.status);
      if (sentence) return { error: userError('NOT_NOW', sentence, language, ['enrolmentId']) };
      const event: NewEvent = { type: to, actor: viewer.personId, occurredAt: now, data: { reason } };
      return { events: [event] };
    },
  });
}

function objection(to: ChangeStatus['to'], status: EnrolmentStatus) {
  switch (to) {
    case 'cancelled':
      return undefined;
    case 'cancellationUndone':
      return status === 'CANCELLED' ? undefined : say('notCancelled');
    case 'paused':
      if (status === 'COMPLETED') return say('isOver');
      return status === 'PAUSED' ? say('alreadyPaused') : undefined;
    case 'resumed':
      return status === 'PAUSED' ? undefined : say('notPaused');
    default:
      return to satisfies never;
  }
}
