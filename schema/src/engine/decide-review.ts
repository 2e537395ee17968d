import { findItem, type PlanDefinition } from '../definition/index.js';
import { type Instant, isInstant } from '../time/index.js';
import type { Decision, Who } from './decide-progress.js';
import type { Evaluation } from './evaluation.js';
import type { NewEvent, ReviewDecision } from './event.js';
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
  if (!item)
    return refuse(
      'INVALID',
      ['itemKey'],
      '计划中没有这一项，刷新后再试',
      'The plan has no such item. Reload and try again',
    );
  if (who.by === 'LEARNER') return refuse('INVALID', [], '不能反馈自己提交的内容', 'You cannot review your own work');
  const submission = evaluation.submissions.findLast(
    (one) => one.itemKey === itemKey && one.attempt === attempt && one.reviewBy !== undefined,
  );
  if (!submission)
    return refuse('INVALID', ['submissionId'], '没有等待反馈的这次提交', 'There is no such submission to review');
  if (submission.decision !== undefined) {
    return refuse('ALREADY_REVIEWED', [], '这次提交已有反馈', 'This submission has been reviewed already');
  }
  if (evaluation.status === 'CANCELLED') {
    return refuse('NOT_NOW', [], '计划已取消，无需反馈', 'The plan was cancelled. No review is needed');
  }
  if (evaluation.items.find(({ key }) => key === itemKey)?.state !== 'SUBMITTED') {
    return refuse('NOT_NOW', [], '此项已不在等待反馈', 'This item no longer waits for a review');
  }
  if (score !== undefined && !inRange(score))
    return refuse('INVALID', ['score'], '填写 0–100 的分数', 'Give a score from 0 to 100');
  const badCriterion = criteria?.findIndex((criterion) => !inRange(criterion.score)) ?? -1;
  if (badCriterion >= 0) {
    return refuse(
      'INVALID',
      ['criteria', String(badCriterion), 'score'],
      '填写 0–100 的分数',
      'Give a score from 0 to 100',
    );
  }
  if (comment !== undefined && comment.length > MOST_COMMENT_CHARACTERS) {
    return refuse(
      'INVALID',
      ['comment'],
      '反馈太长，最多 4,000 字',
      'The comment is too long. Keep it within 4,000 characters',
    );
  }
  const at = act.occurredAt ?? now;
  if (!isInstant(at) || at > now || at < submission.submittedAt) {
    return refuse(
      'INVALID',
      ['occurredAt'],
      '反馈时间须在提交之后、现在之前',
      'The review lies between the submission and now',
    );
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
