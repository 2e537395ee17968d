import { type Item, type Judgement, judgementOf, kindOf, levelsOf, stepsOf } from '../kinds/index.js';
import type { Instant } from '../time/index.js';
import type { ItemOutcome } from './evaluation.js';
import { type EnrolmentEvent, type EventOf, isScorer } from './event.js';
import { type ItemRecord, type SubmissionRecord, UNTOUCHED, withMark } from './item-record.js';

export type ProgressEvent = Extract<
  EnrolmentEvent,
  { type: 'started' | 'completed' | 'submitted' | 'reviewed' | 'scored' | 'excused' | 'reopened' }
>;

type Changes = Partial<ItemRecord>;

/** What an event makes of the record of its item. An event that no longer fits (a second start) changes nothing. */
export function progressItem(
  record: ItemRecord | undefined,
  event: ProgressEvent,
  item: Item,
  partners: readonly string[],
): ItemRecord {
  const before = record ?? UNTOUCHED;
  const changes = changesOf(before, event, item, partners);
  if (!changes) return before;
  return withMark({ ...before, ...changes }, event.occurredAt, event.recordedAt);
}

function changesOf(
  record: ItemRecord,
  event: ProgressEvent,
  item: Item,
  partners: readonly string[],
): Changes | undefined {
  const at = event.occurredAt;
  switch (event.type) {
    case 'started':
      return record.phase === 'OPEN' ? { ...touched(record, at), phase: 'STARTED', startedAt: at } : undefined;
    case 'completed':
      return { ...touched(record, at), ...done(at, 'COMPLETED'), deliveredAt: record.deliveredAt ?? at };
    case 'submitted':
      return { ...touched(record, at), ...submit(record, event.data, event, item) };
    case 'reviewed':
      return review(record, event, item, partners);
    case 'scored':
      return isScorer(event.data.by)
        ? computedScore(record, event.data.score, at, item)
        : { ...giveScore(record, event.data.score, at, item), scored: undefined };
    case 'excused':
      return { phase: 'EXCUSED', outcome: undefined, completedAt: at, submissions: withdraw(record, event.recordedAt) };
    case 'reopened':
      return reopen(record, event.recordedAt);
    default:
      return event satisfies never;
  }
}

const touched = (record: ItemRecord, at: Instant): Changes => ({
  firstActAt: record.firstActAt !== undefined && record.firstActAt < at ? record.firstActAt : at,
});

const done = (at: Instant, outcome: ItemOutcome): Changes => ({ phase: 'DONE', outcome, completedAt: at });

function submit(
  record: ItemRecord,
  data: EventOf<'submitted'>['data'],
  { occurredAt: at, actor }: { occurredAt: Instant; actor: string },
  item: Item,
): Changes {
  const lastStep = stepsOf(item).at(-1)?.key;
  const stepKey = data.stepKey ?? lastStep;
  const last = stepKey === lastStep;
  const reviewed = levelsOf(item).length > 0;
  const submission: SubmissionRecord = {
    stepKey,
    attempt: data.attempt,
    submittedAt: at,
    submittedBy: actor,
    artefact: data.artefact,
    comment: data.comment,
    forReview: last && reviewed,
  };
  const changes: Changes = {
    attempt: Math.max(record.attempt, data.attempt),
    submissions: [...record.submissions, submission],
    stepsDone:
      stepKey === undefined || record.stepsDone[stepKey] !== undefined
        ? record.stepsDone
        : { ...record.stepsDone, [stepKey]: at },
    startedAt: record.startedAt ?? at,
  };
  if (!last) return { ...changes, phase: record.phase === 'OPEN' ? 'STARTED' : record.phase };
  const delivered: Changes = { ...changes, deliveredAt: record.deliveredAt ?? at, level: 0, approvedBy: [] };
  return reviewed ? { ...delivered, phase: 'SUBMITTED' } : { ...delivered, ...done(at, 'COMPLETED') };
}

/** The submission that a review of an attempt is about. */
export function submissionForReview(record: ItemRecord, attempt: number): number {
  return record.submissions.findLastIndex((submission) => submission.forReview && submission.attempt === attempt);
}

function review(
  record: ItemRecord,
  { data, occurredAt: at, actor }: EventOf<'reviewed'>,
  item: Item,
  partners: readonly string[],
): Changes | undefined {
  const position = submissionForReview(record, data.attempt);
  const submission = record.submissions[position];
  if (!submission || submission.decision !== undefined) return undefined;
  const criteria = data.criteria ?? submission.criteria;
  if (data.decision === 'APPROVE') {
    const levels = levelsOf(item);
    const approvedBy = [...record.approvedBy, actor];
    const level = levels[record.level];
    // Only partners are listed in the events, so only they can be waited for one by one.
    const waitsForMore =
      level?.mode === 'ALL' && level.by === 'PEER' && partners.some((partner) => !approvedBy.includes(partner));
    if (waitsForMore) return { approvedBy };
    if (record.level + 1 < levels.length) return { level: record.level + 1, approvedBy: [] };
  }
  const decided: SubmissionRecord = {
    ...submission,
    reviewedAt: at,
    reviewedBy: actor,
    decision: data.decision,
    reviewComment: data.comment,
    criteria,
  };
  const submissions = record.submissions.with(position, decided);
  switch (data.decision) {
    case 'APPROVE':
      return { submissions, ...done(at, 'APPROVED') };
    case 'REJECT':
      return { submissions, ...done(at, 'REJECTED') };
    case 'RETURN':
      return { submissions, phase: 'RETURNED', level: 0, approvedBy: [] };
    default:
      return data.decision satisfies never;
  }
}

/**
 * What a plugin made of what people gave: it is no try, passes and fails nobody, and leaves each attempt the score that it
 * was given.
 */
function computedScore(record: ItemRecord, score: number, at: Instant, item: Item): Changes {
  const better = !kindOf(item).bestCounts && (record.best === undefined || score > record.best.score);
  return { scored: score, best: better ? { score, at } : record.best };
}

function giveScore(record: ItemRecord, score: number, at: Instant, item: Item): Changes {
  const best = record.best === undefined || score > record.best.score ? { score, at } : record.best;
  if (!kindOf(item).bestCounts) {
    const position = record.submissions.findLastIndex((submission) => submission.forReview);
    const latest = record.submissions[position];
    return {
      best,
      score,
      submissions: latest ? record.submissions.with(position, { ...latest, score }) : record.submissions,
    };
  }
  const judgement = judgementOf(item);
  const over = record.phase === 'DONE' || record.phase === 'EXCUSED';
  const scored: Changes = { best, score: Math.max(score, record.score ?? 0) };
  // What was tried once too often is no try; a course goes on to show its best score.
  if (over && judgement?.by === 'ATTEMPTS') return { best };
  if (over || judgement === undefined) return scored;
  return {
    ...touched(record, at),
    ...scored,
    trials: [...record.trials, score],
    attempt: record.attempt + 1,
    startedAt: record.startedAt ?? at,
    ...judged(judgement, score, at, record),
  };
}

/** What a score decides. An assessment is failed when its attempts are used up; without a limit it may be tried again. */
function judged(judgement: Judgement, score: number, at: Instant, record: ItemRecord): Changes {
  const deliveredAt = record.deliveredAt ?? at;
  const reached = score >= judgement.mark;
  switch (judgement.by) {
    case 'REACHING':
      return reached ? { ...done(at, 'COMPLETED'), deliveredAt } : { phase: 'STARTED' };
    case 'ATTEMPTS': {
      const tries = record.tries + 1;
      if (reached) return { tries, ...done(at, 'PASSED'), deliveredAt };
      const usedUp = judgement.attempts !== undefined && tries >= judgement.attempts;
      return usedUp ? { tries, ...done(at, 'FAILED'), deliveredAt } : { tries, phase: 'STARTED' };
    }
    default:
      return judgement satisfies never;
  }
}

/** Back to open: what was delivered counts no longer; submissions and the numbers of attempts stay as history. */
function reopen(record: ItemRecord, recordedAt: Instant): Changes {
  return {
    submissions: withdraw(record, recordedAt),
    phase: 'OPEN',
    outcome: undefined,
    startedAt: undefined,
    deliveredAt: undefined,
    completedAt: undefined,
    score: undefined,
    scored: undefined,
    tries: 0,
    trials: [],
    level: 0,
    approvedBy: [],
    stepsDone: {},
  };
}

/** Nobody owes a review any more for what still waited; what was late by then stays late. */
function withdraw({ submissions }: ItemRecord, at: Instant): readonly SubmissionRecord[] {
  const waits = (one: SubmissionRecord) => one.forReview && one.decision === undefined && one.withdrawnAt === undefined;
  return submissions.some(waits)
    ? submissions.map((one) => (waits(one) ? { ...one, withdrawnAt: at } : one))
    : submissions;
}
