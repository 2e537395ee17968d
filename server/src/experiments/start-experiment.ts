import { notFound, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../access/index.js';
import { createCohort } from '../enrolments/index.js';
import { findPlans } from '../plans/index.js';
import type { EnrolmentChange, ProgressDeps } from '../progress/index.js';
import { enrolMembers } from './enrol-members.js';
import { ExperimentEntity } from './entities.js';
import { findExperiment, findMembers, lockExperiment } from './experiment-records.js';
import { say } from './generated/messages.js';

/** Creates the cohort and enrols everybody on their version, in one act: all of it or nothing. */
export async function startExperiment(
  act: Act,
  deps: ProgressDeps,
  experimentId: string,
): Promise<Outcome<{ changes: EnrolmentChange[] }>> {
  const { tx, language, now } = act;
  const seen = await findExperiment(tx, experimentId);
  const [plan] = seen ? await findPlans(tx, [seen.planId]) : [];
  if (!seen || !plan) throw notFound(act);
  if (seen.status !== 'DESIGNED')
    return refused(userError('NOT_NOW', say('startedAlready'), language, ['experimentId']));
  const cohort = await createCohort(act, { planKey: plan.key, name: seen.cohortName, startsOn: seen.startsOn });
  if (!cohort.ok) return cohort;
  // From here on as worker. Two who start it at once: the second sees that it has started.
  const { status } = await lockExperiment(tx, experimentId);
  if (status !== 'DESIGNED') return refused(userError('NOT_NOW', say('startedAlready'), language, ['experimentId']));
  const { cohortId } = cohort.value;
  const enrolled = await enrolMembers(act, deps, seen, cohortId, await findMembers(tx, experimentId));
  if (!enrolled.ok) return enrolled;
  await tx.em.nativeUpdate(ExperimentEntity, { id: experimentId }, { status: 'RUNNING', cohortId, startedAt: now });
  await audited(act, { action: 'startExperiment', subject: `Experiment:${experimentId}`, detail: { cohortId } });
  return done({ changes: enrolled.value });
}
