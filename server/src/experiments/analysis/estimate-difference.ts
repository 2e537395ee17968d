import type { LocalizedText } from '@planwright/schema';
import {
  ancova,
  fisherExact,
  hodgesLehmann,
  leastSquares,
  mannWhitney,
  newcombe,
  permutationTest,
  type TestResult,
  welchTTest,
} from '../../statistics/index.js';
import type { EstimateLine, ExperimentData, Member } from './experiment-data.js';

const METHODS = {
  ancova: { 'zh-CN': '以起点为协变量的协方差分析（HC2）', en: 'ANCOVA on the baseline (HC2)' },
  welch: { 'zh-CN': 'Welch t 检验', en: 'Welch t-test' },
  ranks: { 'zh-CN': 'Mann–Whitney 与 Hodges–Lehmann', en: 'Mann–Whitney with Hodges–Lehmann' },
  permutation: { 'zh-CN': '置换检验（均值）', en: 'Permutation test of the mean' },
  newcombe: { 'zh-CN': 'Newcombe 区间与 Fisher 精确检验', en: 'Newcombe interval with Fisher’s exact test' },
  clusters: { 'zh-CN': '按组取均值后的 Welch t 检验', en: 'Welch t-test of cluster means' },
  clusterRobust: { 'zh-CN': '按人回归，组间稳健误差（CR2）', en: 'Regression by person, cluster-robust errors (CR2)' },
} as const satisfies Record<string, LocalizedText>;

type Measured = Member & { outcome: number };
const isMeasured = (member: Member): member is Measured => member.outcome !== null;

/**
 * The estimate that the design asks for, and others beside it (facts of the decision table: what was drawn decides, then the
 * scale of the metric, then whether a baseline was captured). All are second arm minus reference.
 */
export function estimateDifference(
  data: ExperimentData,
  arm: string,
): { primary: EstimateLine; sensitivity: EstimateLine[]; perArm: [number, number] } {
  const reference = data.arms[0]?.key ?? '';
  const of = (key: string) => data.members.filter((member) => member.arm === key).filter(isMeasured);
  const [before, after] = [of(reference), of(arm)];
  if (data.unit !== 'PERSON') return byCluster(data, before, after);
  const lines = linesFor(data, before, after);
  const [primary = line(METHODS.welch, welchTTest(values(after), values(before))), ...sensitivity] = lines;
  return { primary, sensitivity, perArm: [before.length, after.length] };
}

const values = (members: readonly Measured[]): number[] => members.map(({ outcome }) => outcome);

function linesFor({ metric }: ExperimentData, before: readonly Measured[], after: readonly Measured[]): EstimateLine[] {
  const welch = line(METHODS.welch, welchTTest(values(after), values(before)));
  switch (metric.scale) {
    case 'YES_NO':
      return before.length === 0 || after.length === 0 ? [welch] : [shares(values(before), values(after)), welch];
    case 'RATING':
      return [...ranks(values(before), values(after)), welch];
    case 'CONTINUOUS': {
      const both = [...before, ...after];
      const hasBaseline = both.every(({ baseline }) => baseline !== null);
      const adjusted = hasBaseline ? line(METHODS.ancova, adjustedDifference(before, after)) : undefined;
      const beside = [welch, ...ranks(values(before), values(after))];
      return adjusted?.estimate == null ? beside : [adjusted, ...beside];
    }
  }
}

function adjustedDifference(before: readonly Measured[], after: readonly Measured[]): TestResult {
  const both = [...before, ...after];
  const baseline = both.map((member) => member.baseline ?? 0);
  const covariates: Record<string, number[]> = new Set(baseline).size > 1 ? { baseline } : {};
  return ancova(
    both.map(({ outcome }) => outcome),
    both.map((_, i): 0 | 1 => (i < before.length ? 0 : 1)),
    covariates,
  );
}

/** The second group's shift against the first: by ranks, and by redrawing its mean. */
export function ranks(before: readonly number[], after: readonly number[]): EstimateLine[] {
  if (before.length === 0 || after.length === 0) return [];
  const [a, b] = [after, before];
  const shift = hodgesLehmann(a, b);
  return [
    {
      method: METHODS.ranks,
      estimate: shift.estimate,
      low: shift.interval.low,
      high: shift.interval.high,
      pValue: mannWhitney(a, b).pValue,
    },
    line(METHODS.permutation, permutationTest(a, b, { seed: 'planwright' })),
  ];
}

/** Difference of two shares, second minus first; neither group is empty. */
export function shares(before: readonly number[], after: readonly number[]): EstimateLine {
  const yes = (outcomes: readonly number[]) => outcomes.filter((outcome) => outcome >= 0.5).length;
  const [x1, n1, x2, n2] = [yes(after), after.length, yes(before), before.length];
  const { estimate, interval } = newcombe(x1, n1, x2, n2);
  const { pValue } = fisherExact([
    [x1, n1 - x1],
    [x2, n2 - x2],
  ]);
  return { method: METHODS.newcombe, estimate, low: interval.low, high: interval.high, pValue };
}

/** Whole clusters were drawn, so a cluster counts as one. */
function byCluster(data: ExperimentData, before: readonly Measured[], after: readonly Measured[]) {
  const keyOf = (member: Member) =>
    (data.unit === 'MENTOR' ? member.mentorId : member.departmentId) ?? `person:${member.personId}`;
  const meansOf = (members: readonly Measured[]): number[] => {
    const groups = Map.groupBy(members, keyOf);
    return [...groups.values()].map((group) => group.reduce((sum, { outcome }) => sum + outcome / group.length, 0));
  };
  const [first, second] = [meansOf(before), meansOf(after)];
  const sensitivity: EstimateLine[] = [];
  const both = [...before, ...after];
  if (first.length >= 2 && second.length >= 2) {
    const model = leastSquares(
      values(both),
      { arm: both.map((_, i) => (i < before.length ? 0 : 1)) },
      { covariance: 'CR2', cluster: both.map(keyOf) },
    );
    const effect = model.coefficients[1];
    if (effect)
      sensitivity.push({
        method: METHODS.clusterRobust,
        estimate: effect.estimate,
        low: effect.interval.low,
        high: effect.interval.high,
        pValue: effect.pValue,
        standardError: effect.standardError,
      });
  }
  const perArm: [number, number] = [first.length, second.length];
  return { primary: line(METHODS.clusters, welchTTest(second, first)), sensitivity, perArm };
}

/** A result of a test in words: the method's name, and why there is no figure. */
export function line(method: LocalizedText, result: TestResult): EstimateLine {
  const { estimate, interval, pValue, standardError, reason } = result;
  return {
    method,
    estimate,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    pValue,
    standardError,
    ...(reason === undefined ? {} : { note: REASONS[reason] ?? REASONS.unknown }),
  };
}

const REASONS: Record<string, LocalizedText> & { unknown: LocalizedText } = {
  'too-few': { 'zh-CN': '人数太少', en: 'Too few people' },
  constant: { 'zh-CN': '所有人的数值相同', en: 'Everybody has the same value' },
  separated: { 'zh-CN': '两组几乎没有相似的人', en: 'Hardly anybody of one group is like anybody of the other' },
  unknown: { 'zh-CN': '无法计算', en: 'Cannot be computed' },
};
