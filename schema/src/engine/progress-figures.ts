import { measureFigures } from '../figures/index.js';
import type { Evaluation, ProgressFigures } from './evaluation.js';

/** The figures of one person (section 4), as exact fractions. */
export const progressOf = (
  evaluation: Pick<Evaluation, 'items' | 'stages' | 'submissions'>,
  planScore: number | undefined,
): ProgressFigures => ({
  ...measureFigures(evaluation),
  ...(planScore === undefined ? {} : { score: planScore }),
});
