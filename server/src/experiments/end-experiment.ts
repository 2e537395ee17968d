import { plainDateIn } from '@planwright/schema';
import { notFound } from '../access/graphql/request-error.js';
import { userError } from '../access/graphql/user-error.js';
import { type Act, audited, done, type Outcome, refused } from '../access/outcome.js';
import { findMetric } from '../outcomes/read-metrics.js';
import type { ExperimentDeps } from './experiment-deps.js';
import { findExperiment, lockExperiment } from './experiment-records.js';
import { freezeResults } from './frozen-results.js';
import { messages } from './messages.js';
import { readExperimentData } from './read-experiment-data.js';

export interface EndExperiment {
  experimentId: string;
  reason: string;
  /** CANCEL = nobody looks at results; STOP = what is measured so far gives an estimate, but never a verdict. */
  how: 'CANCEL' | 'STOP';
}

/**
 * Ends an experiment that nobody opened yet, with its reason. People keep the version that they run and are free for another
 * experiment. Before its day the data decide nothing: whoever could stop when it looks good would always find something.
 */
export async function endExperiment(
  act: Act,
  { analyses, progress: { definitions } }: ExperimentDeps,
  { experimentId, reason: given, how }: EndExperiment,
): Promise<Outcome<object>> {
  const { tx, viewer, language, now } = act;
  const seen = await findExperiment(tx, experimentId);
  if (!seen) throw notFound(act);
  const reason = given.trim();
  if (reason === '' || reason.length > 2000)
    return refused(userError('INVALID', messages.reasonMissing(), language, ['reason']));
  const today = plainDateIn(now, viewer.workspace.timeZone);
  await tx.becomeWorker();
  const experiment = await lockExperiment(tx, experimentId);
  const notNow = (sentence: ReturnType<typeof messages.notRunning>) =>
    refused(userError('NOT_NOW', sentence, language, ['experimentId']));
  if (experiment.status !== 'RUNNING' && experiment.status !== 'DESIGNED') return notNow(messages.endedAlready());
  if (how === 'STOP') {
    if (experiment.status !== 'RUNNING') return notNow(messages.notRunning());
    if (today >= experiment.analysisOn) return notNow(messages.openInstead());
  }
  const workspaceId = viewer.workspace.id;
  const metric = await findMetric(tx, workspaceId, experiment.metricKey);
  if (!metric) throw new Error('the metric of an experiment is gone');
  await tx.rows(
    `update experiment set status = $2, end_reason = $3, ended_at = $4::timestamptz, ended_by = $5::uuid where id = $1::uuid`,
    [experimentId, how === 'CANCEL' ? 'CANCELLED' : 'STOPPED', reason, now, viewer.personId],
  );
  if (how === 'STOP') {
    const read = await readExperimentData(tx, definitions, { workspaceId, experiment, metric, until: today });
    const data = { ...read, exploratory: 'STOPPED' as const };
    const analysis = await analyses.analyse(data);
    const found = { data, analysis, status: 'STOPPED' as const };
    await freezeResults(tx, experiment, found, { now, by: viewer.personId, until: today });
  }
  await audited(act, {
    action: how === 'CANCEL' ? 'cancelExperiment' : 'stopExperiment',
    subject: `Experiment:${experimentId}`,
    detail: { reason },
  });
  return done({});
}
