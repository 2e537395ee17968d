import type { LocalizedText } from '@planwright/schema/text';
import {
  brunnerMunzel,
  exactShareDifference,
  fisherExact,
  hodgesLehmann,
  mannWhitney,
  newcombe,
  permutationTest,
  type TestResult,
} from '../../statistics/index.js';
import { say } from '../generated/messages.js';
import type { EstimateLine } from './experiment-data.js';

export const METHODS = {
  ancova: say('estimateLines.ancova'),
  means: say('estimateLines.means'),
  welch: say('estimateLines.welch'),
  shift: say('estimateLines.shift'),
  tendency: say('estimateLines.tendency'),
  permutation: say('estimateLines.permutation'),
  exact: say('estimateLines.exact'),
  newcombe: say('estimateLines.newcombe'),
  clusters: say('estimateLines.clusters'),
  clusterRobust: say('estimateLines.clusterRobust'),
} as const satisfies Record<string, LocalizedText>;

/** Equal pairs of one person here and one there, beyond which a shift is no longer a shift but a step. */
const FEW_TIES = 0.05;

/** The second group against the first without regard to how far apart the values lie, and by redrawing its mean. */
export function ranks(before: readonly number[], after: readonly number[], level = 0.95): EstimateLine[] {
  if (before.length === 0 || after.length === 0) return [];
  return [
    hasFewTies(before, after) ? shiftLine(before, after, level) : tendencyLine(before, after, level),
    line(METHODS.permutation, permutationTest(after, before, { seed: 'planwright' })),
  ];
}

function hasFewTies(before: readonly number[], after: readonly number[]): boolean {
  const counts = new Map<number, number>();
  for (const value of before) counts.set(value, (counts.get(value) ?? 0) + 1);
  const equal = after.reduce((sum, value) => sum + (counts.get(value) ?? 0), 0);
  return equal <= FEW_TIES * before.length * after.length;
}

function shiftLine(before: readonly number[], after: readonly number[], level: number): EstimateLine {
  const { estimate, interval } = hodgesLehmann(after, before, { level });
  const { pValue } = mannWhitney(after, before);
  return { method: METHODS.shift, estimate, low: interval.low, high: interval.high, pValue };
}

/** On a scale of its own, −1 to 1: without an error, so that nobody pools it with differences of the metric. */
function tendencyLine(before: readonly number[], after: readonly number[], level: number): EstimateLine {
  const { standardError: _own, ...rest } = line(METHODS.tendency, brunnerMunzel(after, before, { level }));
  return rest;
}

/** Difference of two shares, second minus first; neither group is empty. */
export function shares(before: readonly number[], after: readonly number[], level = 0.95): EstimateLine {
  const [x1, n1, x2, n2] = countsOf(before, after);
  const { estimate, interval } = newcombe(x1, n1, x2, n2, level);
  const { pValue } = fisherExact([
    [x1, n1 - x1],
    [x2, n2 - x2],
  ]);
  return { method: METHODS.newcombe, estimate, low: interval.low, high: interval.high, pValue };
}

/** The same by a test that is never surer than it says: what verdicts on yes and no go by. */
export function exactShares(before: readonly number[], after: readonly number[], level = 0.95): EstimateLine {
  const { standardError: _none, ...rest } = line(
    METHODS.exact,
    exactShareDifference(...countsOf(before, after), level),
  );
  return rest;
}

function countsOf(before: readonly number[], after: readonly number[]): [number, number, number, number] {
  const yes = (outcomes: readonly number[]) => outcomes.filter((outcome) => outcome >= 0.5).length;
  return [yes(after), after.length, yes(before), before.length];
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
    ...(reason === undefined ? {} : { reason, note: reasonIn(reason, estimate) }),
  };
}

/** A line with one more thing to say about it. */
export function withNote(of: EstimateLine, note: LocalizedText | null): EstimateLine {
  if (note === null) return of;
  const { note: before } = of;
  if (before === undefined) return { ...of, note };
  return { ...of, note: say('estimateLines.withNote', { before, note }) };
}

/** “The same value” only where it is: values that differ between the groups alone have no spread within them either. */
const reasonIn = (reason: string, estimate: number | null): LocalizedText =>
  (reason === 'constant' && estimate !== 0 ? NO_SPREAD : REASONS[reason]) ?? REASONS.unknown;

const NO_SPREAD: LocalizedText = say('estimateLines.noSpread');

export const SAME_VALUE: LocalizedText = say('estimateLines.sameValue');

const REASONS: Record<string, LocalizedText> & { unknown: LocalizedText } = {
  'too-few': say('estimateLines.tooFew'),
  constant: SAME_VALUE,
  separated: say('estimateLines.separated'),
  unknown: say('estimateLines.unknown'),
};
