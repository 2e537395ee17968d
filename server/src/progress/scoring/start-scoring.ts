import { Ticker } from '../../clock/index.js';
import type { ProgressDeps } from '../apply-events.js';
import { dueScores, type ScoringBasis } from './give-scores.js';

/** Scores are asked for as soon as the act that wants them is committed; the ticker finds what that misses. */
export function startScoring(basis: ScoringBasis, deps: ProgressDeps): { progress: ProgressDeps; scoring: Ticker } {
  let isWanted = false;
  const progress: ProgressDeps = {
    ...deps,
    scoresWanted: () => {
      isWanted = true;
    },
    listener: {
      ...deps.listener,
      committed: (cohortIds, enrolmentIds) => {
        deps.listener.committed(cohortIds, enrolmentIds);
        if (!isWanted) return;
        isWanted = false;
        void scoring.wake();
      },
    },
  };
  const scoring = new Ticker({
    clock: basis.clock,
    work: dueScores(basis, progress),
    onError: (error) => basis.log.error({ err: error }, 'scores could not be asked for; it is tried again'),
  });
  return { progress, scoring };
}
