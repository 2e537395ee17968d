import type { LocalizedText } from '@planwright/schema/text';
import { benjaminiHochberg, pearson, spearman } from '../../statistics/index.js';
import { say } from '../generated/messages.js';
import type { CorrelationLine } from './report-data.js';

/** Below this a coefficient is noise with a name: 40 noise metrics on 10 people give a median strongest |r| of 0.72. */
const FEWEST_PAIRS = 10;
const SOLID_PAIRS = 30;
/** Exposures that nearly everybody has had cannot tell those who had it from those who had not. */
const NEARLY_ALL_OF_TEN = 9;

export interface Series {
  key: string;
  title: LocalizedText;
  /** By person; null = not known. */
  values: (number | null)[];
  /** Whether the series only tells who did something: then nearly everybody is no comparison. */
  exposure?: boolean;
}

/** Pairs in which both are known, with what may be said of them and no more. */
export function correlate(x: Series, y: Series): CorrelationLine {
  const pairs = x.values.flatMap((value, i) => {
    const other = y.values[i];
    return value === null || other == null ? [] : [[value, other] as const];
  });
  const n = pairs.length;
  const empty: CorrelationLine = {
    x: x.key,
    y: y.key,
    xTitle: x.title,
    yTitle: y.title,
    n,
    pearson: null,
    spearman: null,
    low: null,
    high: null,
    pValue: null,
    adjustedP: null,
    badge: 'NONE',
    reason: null,
  };
  const had = pairs.filter(([value]) => value >= 1).length;
  // In whole numbers: 3 of 30 is not a tenth to a computer.
  if (x.exposure && n > 0 && 10 * Math.max(had, n - had) >= NEARLY_ALL_OF_TEN * n)
    return {
      ...empty,
      reason: say('correlate.peopleCompletedSo', { n, had, title: y.title }),
    };
  if (n < FEWEST_PAIRS)
    return {
      ...empty,
      badge: 'TOO_FEW',
      reason: say('correlate.onlyPeopleBoth', { n, fewest: FEWEST_PAIRS }),
    };
  const [a, b] = [pairs.map(([value]) => value), pairs.map(([, value]) => value)];
  const [linear, ranked] = [pearson(a, b), spearman(a, b)];
  if (linear.estimate === null)
    return {
      ...empty,
      reason: say('correlate.everybodySameValue'),
    };
  return {
    ...empty,
    pearson: linear.estimate,
    spearman: ranked.estimate,
    low: linear.interval?.low ?? null,
    high: linear.interval?.high ?? null,
    pValue: linear.pValue,
    badge: n < SOLID_PAIRS ? 'EXPLORATORY' : 'SOLID',
  };
}

/** All pairs of two families, with p adjusted for how many were looked at. Sorted by how surely they differ from none. */
export function correlationScreen(
  xs: readonly Series[],
  ys: readonly Series[],
): { lines: CorrelationLine[]; scanned: number } {
  const lines = xs.flatMap((x) => ys.map((y) => correlate(x, y)));
  const tested = lines.filter(({ pValue }) => pValue !== null);
  const adjusted = benjaminiHochberg(tested.map(({ pValue }) => pValue ?? 1));
  const byLine = new Map(tested.map((line, i) => [line, adjusted[i] ?? null]));
  const surest = ({ low, high }: CorrelationLine) => (low === null || high === null ? -1 : Math.max(low, -high));
  return {
    lines: lines
      .map((line) => ({ ...line, adjustedP: byLine.get(line) ?? null }))
      .sort((one, other) => surest(other) - surest(one)),
    scanned: lines.length,
  };
}
