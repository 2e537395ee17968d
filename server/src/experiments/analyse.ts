import { plainDateIn } from '@planwright/schema';
import { notFound } from '../access/graphql/request-error.js';
import { userError } from '../access/graphql/user-error.js';
import { type Act, audited, done, type Outcome, refused } from '../access/outcome.js';
import { findMetric } from '../outcomes/read-metrics.js';
import type { ExperimentDeps } from './experiment-deps.js';
import { findExperiment, lockExperiment } from './experiment-records.js';
import { messages } from './messages.js';
import { readExperimentData } from './read-experiment-data.js';

/** Ends an experiment on its day: what is found is kept as it is found. Once; asking again changes nothing. */
export async function closeExperiment(
  act: Act,
  { analyses, progress: { definitions } }: ExperimentDeps,
  experimentId: string,
): Promise<Outcome<object>> {
  const { tx, viewer, language, now } = act;
  const seen = await findExperiment(tx, experimentId);
  if (!seen) throw notFound(act);
  const today = plainDateIn(now, viewer.workspace.timeZone);
  if (seen.status === 'DESIGNED')
    return refused(userError('NOT_NOW', messages.notRunning(), language, ['experimentId']));
  if (today < seen.analysisOn)
    return refused(userError('RESULTS_LOCKED', messages.locked(seen.analysisOn), language, ['experimentId']));
  await tx.becomeWorker();
  const experiment = await lockExperiment(tx, experimentId);
  if (experiment.status === 'ANALYSED') return done({});
  const workspaceId = viewer.workspace.id;
  const metric = await findMetric(tx, workspaceId, experiment.metricKey);
  if (!metric) throw new Error('the metric of an experiment is gone');
  const data = await readExperimentData(tx, definitions, { workspaceId, experiment, metric, until: today });
  const analysis = analyses.analyse(data);
  await tx.rows(
    `update experiment set status = 'ANALYSED', analysis = $2::jsonb, analysed_at = $3::timestamptz where id = $1::uuid`,
    [experimentId, JSON.stringify(analysis), now],
  );
  await audited(act, {
    action: 'analyseExperiment',
    subject: `Experiment:${experimentId}`,
    detail: { verdicts: analysis.comparisons.map(({ verdict }) => verdict) },
  });
  return done({});
}
