import type { ProgressFigures, Share } from './evaluation.js';

const add = (a: Share, b: Share): Share => ({ count: a.count + b.count, of: a.of + b.of });

const NOBODY: ProgressFigures = {
  completion: { count: 0, of: 0 },
  onTime: { count: 0, of: 0 },
  feedbackGiven: { count: 0, of: 0 },
  feedbackInTime: { count: 0, of: 0 },
  overdue: 0,
  waiting: 0,
};

/** Figures of several people: numerators and denominators added up, never means of percentages. Scores are not pooled. */
export function poolFigures(figures: readonly ProgressFigures[]): ProgressFigures {
  return figures.reduce<ProgressFigures>(
    (sum, one) => ({
      completion: add(sum.completion, one.completion),
      onTime: add(sum.onTime, one.onTime),
      feedbackGiven: add(sum.feedbackGiven, one.feedbackGiven),
      feedbackInTime: add(sum.feedbackInTime, one.feedbackInTime),
      overdue: sum.overdue + one.overdue,
      waiting: sum.waiting + one.waiting,
    }),
    NOBODY,
  );
}
