import type { RequestContext } from '../access/graphql/context.js';
import type { ProgressDeps } from '../progress/apply-events.js';
import type { EnrolmentChange } from '../progress/progress-listener.js';

/** What this room needs from outside; wired in `start.ts`. */
export interface EnrolmentDeps {
  progress: ProgressDeps;
}

/** After the commit: what was read before is old, and boards are told. */
export function afterCommit(context: RequestContext, deps: EnrolmentDeps, changes: readonly EnrolmentChange[]): void {
  context.loaders.clear();
  if (changes.length === 0) return;
  const cohorts = [...new Set(changes.map((change) => change.cohortId))];
  deps.progress.listener.committed(
    cohorts,
    changes.map((change) => change.enrolmentId),
  );
}
