import type { LocalizedText } from '@planwright/schema/text';
import { describe, replayTest, verdict } from '../../statistics/index.js';
import { say } from '../generated/messages.js';
import { analyseMeasures } from './analyse-measures.js';
import { attainableP } from './attainable-p.js';
import { checkIntegrity } from './check-integrity.js';
import { clusterKeyOf } from './clusters.js';
import { estimateDifference } from './estimate-difference.js';
import type { ArmComparison, EstimateLine, ExperimentAnalysis, ExperimentData, Member } from './experiment-data.js';
import { verdictSentence } from './verdict-sentence.js';

const REPLAY: LocalizedText = say('analyseExperiment.replay');
const PER_PROTOCOL: LocalizedText = say('analyseExperiment.perProtocol');

/** Everything that can be said about an experiment on its analysis date. Pure: the same data give the same words. */
export function analyseExperiment(data: ExperimentData, { replicates = 9_999 } = {}): ExperimentAnalysis {
  const integrity = checkIntegrity(data);
  const [reference, ...others] = data.arms;
  return {
    arms: data.arms.map(({ key }) => summary(data.members, key)),
    integrity,
    comparisons: others.map((arm): ArmComparison => {
      const { primary, sensitivity, perArm, level } = estimateDifference(data, arm.key);
      const interval =
        primary.low === null || primary.high === null ? null : { low: primary.low, high: primary.high, level };
      const decided = verdict({
        design: 'RANDOMISED',
        registered: data.exploratory === undefined,
        perArm,
        interval,
        smallestEffect: data.smallestEffect,
        direction: data.metric.direction,
        integrity: integrity.map(({ key, passed, blocking }) => ({ key, passed: passed || !blocking })),
        attainableP: attainableP(perArm),
      });
      return {
        arm: arm.key,
        reference: reference?.key ?? '',
        primary,
        sensitivity: [...sensitivity, ...replayed(data, arm.key, replicates), ...perProtocol(data, arm.key)],
        verdict: decided,
        sentence: verdictSentence({
          verdict: decided,
          metric: data.metric,
          arm: arm.label,
          reference: reference?.label ?? '',
          primary,
          smallestEffect: data.smallestEffect,
          sizes: { unit: data.unit, all: [unitsIn(data, reference?.key), unitsIn(data, arm.key)], measured: perArm },
          integrity,
          ...(data.exploratory ? { exploratory: data.exploratory } : {}),
        }),
      };
    }),
    ...(data.measures?.length ? { measures: analyseMeasures(data) } : {}),
  };
}

const unitsIn = ({ members, unit }: ExperimentData, key: string | undefined): number =>
  new Set(members.filter(({ arm }) => arm === key).map((member) => clusterKeyOf(unit, member))).size;

function summary(members: readonly Member[], key: string) {
  const own = members.filter(({ arm }) => arm === key);
  const values = own.flatMap(({ outcome }) => (outcome === null ? [] : [outcome]));
  const known = values.length === 0 ? null : describe(values);
  return {
    key,
    allocated: own.length,
    measured: values.length,
    mean: known?.mean ?? null,
    standardDeviation: known?.standardDeviation ?? null,
  };
}

/** Only for the two arms as they were drawn together; with more arms the drawing of two of them is no drawing of its own. */
function replayed(data: ExperimentData, arm: string, replicates: number): EstimateLine[] {
  if (data.arms.length !== 2 || arm !== data.arms[1]?.key) return [];
  const outcome = Object.fromEntries(
    data.members.flatMap(({ personId, outcome: value }) => (value === null ? [] : [[personId, value] as const])),
  );
  const assignments = Object.fromEntries(data.members.map((member) => [member.personId, member.arm]));
  const drawn = data.roster.filter(({ id }) => assignments[id] !== undefined);
  const result = replayTest(
    drawn,
    outcome,
    { ...data.allocation, assignments },
    { seed: `${data.seed}:replay`, replicates },
  );
  return [{ method: REPLAY, estimate: result.estimate, low: null, high: null, pValue: result.pValue }];
}

function perProtocol(data: ExperimentData, arm: string): EstimateLine[] {
  const kept = data.members.filter((member) => member.delivered === member.arm);
  if (kept.length === data.members.length) return [];
  const { primary } = estimateDifference({ ...data, members: kept }, arm);
  return [{ ...primary, method: PER_PROTOCOL }];
}
