import { type PlainDate, plainDateIn } from '@planwright/schema/time';
import type { Text } from '@planwright/schema/words';
import { notFound, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../access/index.js';
import { findMetric } from '../outcomes/index.js';
import { type Asked, analyseBetween, type RunAct } from './analyse-between.js';
import { ExperimentEntity } from './entities.js';
import type { ExperimentDeps } from './experiment-deps.js';
import { type ExperimentRecord, findExperiment, lockExperiment } from './experiment-records.js';
import { freezeResults } from './frozen-results.js';
import { say } from './generated/messages.js';
import { stillComing } from './open-results.js';
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
export function endExperiment(
  run: RunAct,
  { analyses, progress: { definitions } }: ExperimentDeps,
  input: EndExperiment,
): Promise<Outcome<object>> {
  if (input.how === 'CANCEL')
    return run(async (act) => {
      const ending = await mayEnd(act, input);
      if (!ending.ok) return ending;
      await markEnded(act, input, 'CANCELLED');
      return done({});
    });
  return analyseBetween(run, analyses, {
    read: async (act): Promise<Outcome<Asked>> => {
      const ending = await mayEnd(act, input);
      if (!ending.ok) return ending;
      const workspaceId = act.viewer.workspace.id;
      const { experiment, today } = ending.value;
      const metric = await findMetric(act.tx, workspaceId, experiment.metricKey);
      if (!metric) throw new Error('the metric of an experiment is gone');
      const read = await readExperimentData(act.tx, definitions, { workspaceId, experiment, metric, until: today });
      return done({ data: { ...read, exploratory: 'STOPPED' } });
    },
    write: async (act, { data, analysis }) => {
      const { tx, viewer, now } = act;
      await markEnded(act, input, 'STOPPED');
      const experiment = await lockExperiment(tx, input.experimentId);
      const until = plainDateIn(now, viewer.workspace.timeZone);
      await freezeResults(tx, experiment, { data, analysis, status: 'STOPPED' }, { now, by: viewer.personId, until });
      return done({});
    },
    changing: stillComing,
  });
}

/** The experiment, its row locked, if it may be ended now. As worker from here on. */
async function mayEnd(
  act: Act,
  { experimentId, reason: given, how }: EndExperiment,
): Promise<Outcome<{ experiment: ExperimentRecord; today: PlainDate }>> {
  const { tx, viewer, language, now } = act;
  const seen = await findExperiment(tx, experimentId);
  if (!seen) throw notFound(act);
  const reason = given.trim();
  if (reason === '' || reason.length > 2000)
    return refused(userError('INVALID', say('reasonMissing'), language, ['reason']));
  const today = plainDateIn(now, viewer.workspace.timeZone);
  await tx.becomeWorker();
  const experiment = await lockExperiment(tx, experimentId);
  const notNow = (sentence: Text) => refused(userError('NOT_NOW', sentence, language, ['experimentId']));
  if (experiment.status !== 'RUNNING' && experiment.status !== 'DESIGNED') return notNow(say('endedAlready'));
  if (how === 'STOP') {
    if (experiment.status !== 'RUNNING') return notNow(say('notRunning'));
    if (today >= experiment.analysisOn) return notNow(say('openInstead'));
  }
  return done({ experiment, today });
}

async function markEnded(
  act: Act,
  { experimentId, reason, how }: EndExperiment,
  status: 'CANCELLED' | 'STOPPED',
): Promise<void> {
  await act.tx.em.nativeUpdate(
    ExperimentEntity,
    { id: experimentId },
    { status, endReason: reason.trim(), endedAt: act.now, endedBy: act.viewer.personId },
  );
  await audited(act, {
    action: how === 'CANCEL' ? 'cancelExperiment' : 'stopExperiment',
    subject: `Experiment:${experimentId}`,
    detail: { reason: reason.trim() },
  });
}
