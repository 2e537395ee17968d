import type { Text } from '@planwright/schema/words';
import { notFound, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../access/index.js';
import { statement } from '../database/index.js';
import { type DecisionKind, type DecisionRecord, findExperiment, lockExperiment } from './experiment-records.js';
import { say } from './generated/messages.js';

export interface DecideExperiment {
  experimentId: string;
  kind: DecisionKind;
  /** The version that everybody gets; null where the experiment is repeated. */
  versionId: string | null;
  reason: string;
}

const DECIDE_EXPERIMENT = statement({}, `update experiment set decisions = decisions || $2::jsonb where id = $1::uuid`);

/**
 * Keeps what HR decides once an experiment has ended, with the verdicts that it had then or without one. A later decision
 * does not erase the one before.
 */
export async function decideExperiment(act: Act, input: DecideExperiment): Promise<Outcome<object>> {
  const { tx, viewer, language, now } = act;
  const { experimentId, kind } = input;
  const seen = await findExperiment(tx, experimentId);
  if (!seen) throw notFound(act);
  const bad = (sentence: Text, path: string) => refused(userError('INVALID', sentence, language, [path]));
  const reason = input.reason.trim();
  if (reason === '' || reason.length > 2000) return bad(say('reasonMissing'), 'reason');
  const [reference, ...tried] = seen.arms.map(({ versionId }) => versionId);
  const fits =
    kind === 'REPEAT'
      ? input.versionId === null
      : kind === 'KEEP'
        ? input.versionId === reference
        : input.versionId !== null && tried.includes(input.versionId);
  if (!fits) return bad(say(`wrongDecision.${kind}`), 'versionId');
  await tx.becomeWorker();
  const experiment = await lockExperiment(tx, experimentId);
  if (experiment.status === 'DESIGNED' || experiment.status === 'RUNNING')
    return refused(userError('NOT_NOW', say('endFirst'), language, ['experimentId']));
  const verdicts = experiment.analysis?.comparisons.map(({ verdict }) => verdict) ?? [];
  const decision: DecisionRecord = {
    kind,
    versionId: input.versionId,
    reason,
    verdicts,
    at: now,
    by: viewer.personId,
  };
  await tx.rows(DECIDE_EXPERIMENT, [experimentId, JSON.stringify([decision])]);
  await audited(act, {
    action: 'decideExperiment',
    subject: `Experiment:${experimentId}`,
    detail: { decision: kind, verdicts },
  });
  return done({});
}
