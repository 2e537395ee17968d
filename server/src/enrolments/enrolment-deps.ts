import type { UserErrorData } from '../access/graphql/index.js';
import type { Act } from '../access/index.js';
import type { Sql } from '../database/index.js';
import type { EnrolmentChange, ProgressDeps } from '../progress/index.js';
import type { Foresight } from './migration/start-foresight.js';

/** Which of these enrolments belong to a running experiment: nobody moves them to another version. Reads as whoever asks. */
export type RunningExperiments = (sql: Sql, enrolmentIds: readonly string[]) => Promise<ReadonlySet<string>>;

/** Who belongs to an experiment about this plan that is not over: whoever is drawn is enrolled by it, and by nothing else. Reads as whoever asks. */
export type ExperimentMembers = (sql: Sql, planId: string) => Promise<ReadonlySet<string>>;

/** A person's value before they began. */
export interface BaselineValue {
  personId: string;
  metricKey: string;
  value: number;
}

/** Keeps values of today as baselines, in the same transaction. Answers what is wrong with them, each with its path from `baseline` on. */
export type RecordBaseline = (act: Act, values: readonly BaselineValue[]) => Promise<UserErrorData[]>;

/** What this room needs from outside; wired in `start.ts`. */
export interface EnrolmentDeps {
  progress: ProgressDeps;
  runningExperiments: RunningExperiments;
}

/** What enrolling needs besides. */
export interface EnrollingDeps extends EnrolmentDeps {
  recordBaseline: RecordBaseline;
  experimentMembers: ExperimentMembers;
}

/** What foreseeing a move needs besides: a thread, since it takes seconds for thousands of people. */
export interface MigrationDeps extends EnrolmentDeps {
  foresight: Pick<Foresight, 'run'>;
}

/** After the commit boards are told which people moved. */
export function afterCommit(deps: EnrolmentDeps, changes: readonly EnrolmentChange[]): void {
  if (changes.length === 0) return;
  const cohorts = [...new Set(changes.map((change) => change.cohortId))];
  deps.progress.listener.committed(
    cohorts,
    changes.map((change) => change.enrolmentId),
  );
}
