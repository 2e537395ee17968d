import { type AncovaResult, ancova, leastSquares, type TestResult, welchTTest } from '../../statistics/index.js';
import { adjustForBaseline } from './adjust-for-baseline.js';
import { exactShares, line, METHODS, ranks, shares, withNote } from './estimate-lines.js';
import type { EstimateLine, ExperimentData, Member } from './experiment-data.js';
import { levelOfOne, oneOf, simultaneous } from './simultaneous.js';

export interface Difference {
  primary: EstimateLine;
  sensitivity: EstimateLine[];
  /** Units measured in reference and arm: people, or clusters. */
  perArm: [number, number];
  /** Of this comparison alone, so that all with the reference together hold in 95 % of all experiments. */
  level: number;
}

export type Measured = Member & { outcome: number };
const isMeasured = (member: Member): member is Measured => member.outcome !== null;
const values = (members: readonly Measured[]): number[] => members.map(({ outcome }) => outcome);

interface Compared {
  before: Measured[];
  after: Measured[];
  others: string[];
  comparisons: number;
  level: number;
}

function compared(data: ExperimentData, arm: string): Compared {
  const [reference, ...others] = data.arms.map(({ key }) => key);
  const comparisons = Math.max(1, others.length);
  const before = measuredIn(data, reference);
  return { before, after: measuredIn(data, arm), others, comparisons, level: levelOfOne(comparisons) };
}

const measuredIn = (data: ExperimentData, arm: string | undefined): Measured[] =>
  data.members.filter((member) => member.arm === arm).filter(isMeasured);

/**
 * The estimate that decides (facts of the decision table: what was drawn, then the scale of the metric, then whether a baseline was
 * captured): second arm minus reference. With several arms their intervals hold at once.
 */
export function decidingEstimate(data: ExperimentData, arm: string): Omit<Difference, 'sensitivity'> {
  const { before, after, others, comparisons, level } = compared(data, arm);
  const at = Math.max(0, others.indexOf(arm));
  const plain = () => oneOf(line(METHODS.welch, welchTTest(values(after), values(before), { level })), comparisons);
  if (data.unit !== 'PERSON') {
    const means = clusterMeans(data, before);
    const found = others.map((key) => ({
      method: METHODS.clusters,
      result: cautious(means, clusterMeans(data, measuredIn(data, key))),
    }));
    const perArm: [number, number] = [means.length, clusterMeans(data, after).length];
    return { primary: simultaneous(found, at) ?? plain(), perArm, level };
  }
  const perArm: [number, number] = [before.length, after.length];
  if (data.metric.scale === 'YES_NO') {
    if (before.length === 0 || after.length === 0) return { primary: plain(), perArm, level };
    return { primary: oneOf(exactShares(values(before), values(after), level), comparisons), perArm, level };
  }
  // Ratings of a few steps, too: their mean says more than a median that can only be a whole step.
  const baselines = adjustForBaseline(data.members.filter(isMeasured));
  const found = others.map((key) => difference(before, measuredIn(data, key), baselines.of));
  const primary = withNote(simultaneous(found, at) ?? plain(), found[at]?.adjusted ? baselines.note : null);
  return { primary, perArm, level };
}

/** The same with other ways of looking beside it, each corrected for how many comparisons there are. */
export function estimateDifference(data: ExperimentData, arm: string): Difference {
  const { before, after, comparisons, level } = compared(data, arm);
  const [first, second] = [values(before), values(after)];
  const welch = line(METHODS.welch, welchTTest(second, first, { level }));
  const beside = (): EstimateLine[] => {
    if (data.unit !== 'PERSON') return [byPerson(data, before, after, level)].filter((one) => one !== null);
    if (data.metric.scale !== 'YES_NO') return [welch, ...ranks(first, second, level)];
    return first.length === 0 || second.length === 0 ? [] : [shares(first, second, level), welch];
  };
  return {
    ...decidingEstimate(data, arm),
    sensitivity: beside().map((one) => oneOf(one, comparisons)),
  };
}

function difference(
  before: readonly Measured[],
  after: readonly Measured[],
  baselineOf: ((member: Measured) => number) | null,
) {
  const both = [...before, ...after];
  const baseline = baselineOf ? both.map(baselineOf) : [];
  if (new Set(baseline).size > 1) {
    const arms = both.map((_, i): 0 | 1 => (i < before.length ? 0 : 1));
    const result = ancova(values(both), arms, { baseline });
    if (result.estimate !== null && result.interval !== null)
      return { method: METHODS.ancova, result, adjusted: true as const };
  }
  return { method: METHODS.means, result: cautious(values(before), values(after)), adjusted: false as const };
}

/** Welch's difference of means; where arms are unequal its degrees of freedom allow for how little is known of the smaller one. */
function cautious(before: readonly number[], after: readonly number[]): AncovaResult {
  const none = (result: TestResult): AncovaResult => ({ ...result, referenceShare: null });
  if (before.length < 2 || after.length < 2) return none(welchTTest(after, before));
  const arms = [...before, ...after].map((_, i): 0 | 1 => (i < before.length ? 0 : 1));
  const result = ancova([...before, ...after], arms, {});
  return result.interval === null ? none(welchTTest(after, before)) : result;
}

const clusterOf = ({ unit }: ExperimentData, { mentorId, departmentId, personId }: Member): string =>
  (unit === 'MENTOR' ? mentorId : departmentId) ?? `person:${personId}`;

/** Whole clusters were drawn, so a cluster counts as one. */
function clusterMeans(data: ExperimentData, members: readonly Measured[]): number[] {
  const groups = Map.groupBy(members, (member) => clusterOf(data, member));
  return [...groups.values()].map((group) => group.reduce((sum, { outcome }) => sum + outcome / group.length, 0));
}

function byPerson(
  data: ExperimentData,
  before: readonly Measured[],
  after: readonly Measured[],
  level: number,
): EstimateLine | null {
  if (clusterMeans(data, before).length < 2 || clusterMeans(data, after).length < 2) return null;
  const both = [...before, ...after];
  const model = leastSquares(
    values(both),
    { arm: both.map((_, i) => (i < before.length ? 0 : 1)) },
    { covariance: 'CR2', cluster: both.map((member) => clusterOf(data, member)), level },
  );
  const effect = model.coefficients[1];
  if (!effect) return null;
  const { estimate, interval, pValue, standardError } = effect;
  return { method: METHODS.clusterRobust, estimate, low: interval.low, high: interval.high, pValue, standardError };
}
