import type { ItemEvaluation, ProgressFigures, Share, StageEvaluation, SubmissionEvaluation } from './evaluation.js';

/** The figures of one person (section 4), as exact fractions. */
export function progressOf(
  items: readonly ItemEvaluation[],
  stages: readonly StageEvaluation[],
  submissions: readonly SubmissionEvaluation[],
  planScore: number | undefined,
): ProgressFigures {
  const needed = stages.reduce((sum, stage) => sum + stage.needed, 0);
  const done = stages.reduce((sum, stage) => sum + stage.done, 0);
  const judged = items.filter((item) => item.onTime !== undefined && item.state !== 'NOT_APPLICABLE');
  const forReview = submissions.filter((submission) => submission.reviewBy !== undefined);
  // `inTime` is set exactly when a submission was reviewed or its time has passed.
  const counted = forReview.filter((submission) => submission.inTime !== undefined);
  const figures: ProgressFigures = {
    // A plan with nothing needed counts 1.
    completion: needed === 0 ? { count: 1, of: 1 } : { count: done, of: needed },
    onTime: share(judged, (item) => item.onTime === true),
    feedbackGiven: share(counted, (submission) => submission.reviewedAt !== undefined),
    feedbackInTime: share(counted, (submission) => submission.inTime === true),
    overdue: items.filter((item) => item.overdue).length,
    waiting: submissions.filter((submission) => submission.waiting).length,
  };
  if (planScore !== undefined) figures.score = planScore;
  return figures;
}

function share<T>(things: readonly T[], counts: (thing: T) => boolean): Share {
  return { count: things.filter(counts).length, of: things.length };
}
