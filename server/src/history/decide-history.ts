import { findItem, type PlanDefinition } from '@planwright/schema/definition';
import {
  type ActorRole,
  decideProgress,
  decideReview,
  type Evaluation,
  type NewEvent,
  type ProgressAction,
  type Refusal,
  type Who,
} from '@planwright/schema/engine';
import { deliverableOf } from '@planwright/schema/kinds';
import type { LocalizedText } from '@planwright/schema/text';
import type { Instant } from '@planwright/schema/time';
import { say } from './generated/messages.js';
import type { EventLine } from './history-rows.js';
import { isNotTakenCode, type NotTakenCode } from './not-taken.js';

/** One row of the history with what it names looked up. */
export interface HistoryAct {
  row: EventLine;
  at: Instant;
  /** Whoever did it, or becomes mentor; absent = the import itself speaks. */
  byId: string | null;
  /** The new due date of `change-due`. */
  dueAt: Instant | null;
}

export type HistoryDecision = { events: NewEvent[] } | { refused: { code: NotTakenCode; text: LocalizedText } };

/** Who speaks where a row names nobody. */
export const HISTORY_ACTOR = 'connector:history';

const isFile = (definition: PlanDefinition, itemKey: string): boolean => {
  const item = findItem(definition, itemKey)?.item;
  return item !== undefined && deliverableOf(item) === 'FILE';
};

/**
 * What a row becomes at its moment: by the decisions that people's own acts are decided by, so a history holds nothing
 * that could not have happened here.
 * @param now when it is recorded: its own moment, or that of the last event when it comes late
 */
export function decideHistory(
  definition: PlanDefinition,
  evaluation: Evaluation,
  { row, at, byId, dueAt }: HistoryAct,
  learnerId: string,
  now: Instant,
): HistoryDecision {
  if (evaluation.status === 'CANCELLED') return refusedAs('NOT_NOW', say('isOver'));
  const itemKey = row.itemKey ?? '';
  // Learners act when they are recorded; an import that records their past for them is a connector.
  const isLate = at < now;
  const by: ActorRole = byId === null || isLate ? 'CONNECTOR' : byId === learnerId ? 'LEARNER' : 'HR';
  const who = { by, actor: byId ?? HISTORY_ACTOR };
  const when = isLate ? { occurredAt: at } : {};
  const progress = (action: ProgressAction, as: Who = who): HistoryDecision =>
    answered(
      decideProgress(
        definition,
        evaluation,
        {
          action,
          itemKey,
          ...when,
          ...(row.stepKey === null ? {} : { stepKey: row.stepKey }),
          ...(row.score === null ? {} : { score: row.score }),
          ...(row.minutes === null ? {} : { minutes: row.minutes }),
          ...(row.artefact === null ? {} : { artefact: row.artefact }),
          ...(row.comment === null ? {} : { comment: row.comment }),
        },
        as,
        now,
      ),
    );
  const event = (event: Pick<NewEvent, 'type' | 'data'>): HistoryDecision => ({
    events: [{ ...event, actor: who.actor, occurredAt: at } as NewEvent],
  });
  const reason = row.comment ?? '';
  switch (row.kind) {
    case 'start':
      return progress('START');
    case 'complete':
      return progress('COMPLETE');
    case 'submit':
      // What was a file then lies where the row says.
      return progress('SUBMIT', isFile(definition, itemKey) ? { ...who, by: 'CONNECTOR' } : who);
    case 'score':
      return progress('SCORE');
    case 'excuse':
      return progress('EXCUSE');
    case 'reopen':
      return progress('REOPEN');
    case 'review': {
      const submission = evaluation.submissions.findLast(
        (one) => one.itemKey === itemKey && one.reviewBy !== undefined,
      );
      if (!submission || row.decision === null) return refusedAs('NOT_NOW', say('nothingToReview'));
      const { attempt } = submission;
      const act = {
        itemKey,
        attempt,
        decision: row.decision,
        ...when,
        ...(row.score === null ? {} : { score: row.score }),
        ...(row.comment === null ? {} : { comment: row.comment }),
      };
      return answered(decideReview(definition, evaluation, act, { ...who, by: isLate ? 'CONNECTOR' : 'HR' }, now));
    }
    case 'change-due':
      if (!evaluation.items.some(({ key }) => key === itemKey))
        return refusedAs('INVALID', say('noItem', { key: itemKey }));
      return event({ type: 'dueChanged', data: { itemKey, reason, at: dueAt ?? at, ...stepOf(row) } });
    case 'assign-mentor':
      return event({ type: 'mentorAssigned', data: { personId: byId ?? '' } });
    case 'pause':
      return evaluation.status === 'PAUSED' || evaluation.status === 'COMPLETED'
        ? refusedAs('NOT_NOW', say('alreadyPaused'))
        : event({ type: 'paused', data: { reason } });
    case 'resume':
      return evaluation.status === 'PAUSED'
        ? event({ type: 'resumed', data: { reason } })
        : refusedAs('NOT_NOW', say('notPaused'));
    case 'cancel':
      return event({ type: 'cancelled', data: { reason } });
    default:
      return row.kind satisfies never;
  }
}

const stepOf = ({ stepKey }: EventLine) => (stepKey === null ? {} : { stepKey });

function answered(decision: { events: NewEvent[] } | { refusal: Refusal }): HistoryDecision {
  if ('events' in decision) return decision;
  const { code, message } = decision.refusal;
  return refusedAs(isNotTakenCode(code) ? code : 'INVALID', message);
}

const refusedAs = (code: NotTakenCode, text: LocalizedText): HistoryDecision => ({ refused: { code, text } });
