import { plainDateIn } from '@planwright/schema/time';
import { notFound, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../access/index.js';
import { findMetric } from '../outcomes/index.js';
import { type Asked, analyseBetween, type RunAct } from './analyse-between.js';
import type { ExperimentDeps } from './experiment-deps.js';
import { findExperiment, lockExperiment } from './experiment-records.js';
import { freezeResults } from './frozen-results.js';
import { say } from './generated/messages.js';
import { readExperimentData } from './read-experiment-data.js';

/**
 * Opens the results, from the analysis date on. What is found is kept with its digest and never changes again; whoever opens
 * them twice finds what was opened first.
 */
export function openResults(
  run: RunAct,
  { analyses, progress: { definitions } }: ExperimentDeps,
  experimentId: string,
): Promise<Outcome<object>> {
  return analyseBetween(run, analyses, {
    read: async (act): Promise<Outcome<Asked>> => {
      const { tx, viewer, language, now } = act;
      const seen = await findExperiment(tx, experimentId);
      if (!seen) throw notFound(act);
      const today = plainDateIn(now, viewer.workspace.timeZone);
      if (seen.status !== 'RUNNING' && seen.status !== 'ANALYSED')
        return refused(userError('NOT_NOW', say('notRunning'), language, ['experimentId']));
      if (today < seen.analysisOn)
        return refused(
          userError('RESULTS_LOCKED', say('locked', { day: seen.analysisOn }), language, ['experimentId']),
        );
      await tx.becomeWorker();
      const experiment = await lockExperiment(tx, experimentId);
      if (experiment.status === 'ANALYSED') return done({ data: null });
      if (experiment.status !== 'RUNNING')
        return refused(userError('NOT_NOW', say('notRunning'), language, ['experimentId']));
      const workspaceId = viewer.workspace.id;
      const metric = await findMetric(tx, workspaceId, experiment.metricKey);
      if (!metric) throw new Error('the metric of an experiment is gone');
      return done({
        data: await readExperimentData(tx, definitions, { workspaceId, experiment, metric, until: today }),
      });
    },
    write: async (act, { data, analysis }) => {
      const { tx, viewer, now } = act;
      const experiment = await lockExperiment(tx, experimentId);
      const digest = await freezeResults(
        tx,
        experiment,
        { data, analysis, status: 'ANALYSED' },
        { now, by: viewer.personId, until: experiment.analysisOn },
      );
      await audited(act, {
        action: 'analyseExperiment',
        subject: `Experiment:${experimentId}`,
        detail: { digest, verdicts: analysis.comparisons.map(({ verdict }) => verdict) },
      });
      return done({});
    },
    changing: stillComing,
  });
}

export const stillComing = ({ language }: Act) => userError('NOT_NOW', say('stillComing'), language, ['experimentId']);
