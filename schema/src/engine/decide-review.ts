import { findItem, type PlanDefinition } from '../definition/index.js';
import { type Instant, isInstant } from '../time/index.js';
import type { Decision, Who } from './decide-progress.js';
import type { Evaluation } from './evaluation.js';
import type { NewEvent, ReviewDecision } from './event.js';
import { say } from './generated/messages.js';
import { refuse } from './refusal.js';

export interface ReviewAct {
  itemKey: string;
  attempt: number;
  decision: ReviewDecision;
  score?: number;
  criteria?: { key: string; score: number }[];
  comment?: string;
  occurredAt?: Instant;
}

/** As long as a comment with a submission may be. */
const MOST_COMMENT_CHARACTERS = 4000;

const inRange = (score: number): boolean => score >= 0 && score <= 100;

/**
 * What a review becomes: `reviewed`, and before it `scored` where a score comes along, so that a link on the score sees
 * it the moment the item is done.
 * @param now the time of recording, the same that `evaluation` was made at
 */
export function decideReview(
  definition: PlanDefinition,
  evaluation: Evaluation,
  act: ReviewAct,
  who: Who,
  now: Instant,
): Decision {
  const { itemKey, attempt, decision, score, criteria, comment } = act;
  const item = findItem(definition, itemKey)?.item;
  if (!item) return refuse('INVALID', ['itemKey'], say('decideReview.planNoSuch'));
  if (who.by === 'LEARNER') return refuse('INVALID', [], say('decideReview.youCannotReview'));
  const submission = evaluation.submissions.findLast(
    (one) => one.itemKey === itemKey && one.attempt === attempt && one.reviewBy !== undefined,
  );
  if (!submission) return refuse('INVALID', ['submissionId'], say('decideReview.thereNoSuch'));
  if (submission.decision !== undefined) {
    return refuse('ALREADY_REVIEWED', [], say('decideReview.submissionBeenReviewed'));
  }
  if (evaluation.status === 'CANCELLED') {
    return refuse('NOT_NOW', [], say('decideReview.planCancelledNo'));
  }
  if (evaluation.items.find(({ key }) => key === itemKey)?.state !== 'SUBMITTED') {
    return refuse('NOT_NOW', [], say('decideReview.itemNoLonger'));
  }
  if (score !== undefined && !inRange(score)) return refuse('INVALID', ['score'], say('decideReview.giveScoreFrom'));
  const badCriterion = criteria?.findIndex((criterion) => !inRange(criterion.score)) ?? -1;
  if (badCriterion >= 0) {
    return refuse('INVALID', ['criteria', String(badCriterion), 'score'], say('decideReview.giveScoreFrom'));
  }
  if (comment !== undefined && comment.length > MOST_COMMENT_CHARACTERS) {
    return refuse('INVALID', ['comment'], say('decideReview.commentTooLong'));
  }
  const at = act.occurredAt ?? now;
  if (!isInstant(at) || at > now || at < submission.submittedAt) {
    return refuse('INVALID', ['occurredAt'], say('decideReview.reviewLiesBetween'));
  }
  const base = { occurredAt: at, actor: who.actor };
  const events: NewEvent[] = [];
  if (score !== undefined) events.push({ ...base, type: 'scored', data: { itemKey, score, by: who.actor } });
  events.push({
    ...base,
    type: 'reviewed',
    data: {
      itemKey,
      attempt,
      decision,
      ...(comment === undefined ? {} : { comment }),
      ...(criteria === undefined ? {} : { criteria }),
    },
  });
  return { events };
}
