import type { LocalizedText } from '@planwright/schema/text';
import { figure, type MetricScale } from '../../experiments/analysis/index.js';
import { describe, eValue, riskRatioOfDifference, type TestResult } from '../../statistics/index.js';
import { say } from '../generated/messages.js';

export interface EvidenceNeeded {
  point: number;
  /** For the bound of the interval that is nearer to no difference; 1 = none is needed. */
  limit: number;
  text: LocalizedText;
}

/** Half the width of a 95 % interval of 0.91 d, per standard error of d (T. VanderWeele, P. Ding 2017, table 2). */
const REACH = 1.78;

/**
 * E-values of a difference: how strongly something unmeasured would have to go with version and outcome alike to explain it
 * away. Shares by their risk ratio, everything else by exp(0.91 d). null where there is no difference or no such ratio.
 */
export function evidenceNeeded(
  { estimate, standardError, interval }: TestResult,
  groups: readonly [readonly number[], readonly number[]],
  scale: MetricScale,
): EvidenceNeeded | null {
  if (estimate === null || standardError === null || interval === null || estimate === 0) return null;
  const near = estimate > 0 ? interval.low : interval.high;
  const ratios = scale === 'YES_NO' ? byShare(groups[0], estimate, near) : bySpread(groups, estimate, standardError);
  if (!ratios?.every((ratio) => ratio > 0 && Number.isFinite(ratio ** 2))) return null;
  const { point, limit } = eValue(...ratios);
  return { point, limit: limit ?? 1, text: inWords(point, limit ?? 1) };
}

function byShare(first: readonly number[], estimate: number, near: number): [number, number] | undefined {
  if (first.length === 0) return undefined;
  const share = describe(first).mean;
  return share > 0 && share + near > 0 ? [(share + estimate) / share, (share + near) / share] : undefined;
}

function bySpread(
  groups: readonly [readonly number[], readonly number[]],
  estimate: number,
  standardError: number,
): [number, number] | undefined {
  const [a, b] = groups.map((values) =>
    values.length < 2 ? 0 : (describe(values).variance ?? 0) * (values.length - 1),
  );
  const free = groups[0].length + groups[1].length - 2;
  const spread = free > 0 ? Math.sqrt(((a ?? 0) + (b ?? 0)) / free) : 0;
  if (!(spread > 0)) return undefined;
  const [d, error] = [estimate / spread, standardError / spread];
  return [riskRatioOfDifference(d), Math.exp(0.91 * d - Math.sign(d) * REACH * error)];
}

function inWords(point: number, limit: number): LocalizedText {
  const [e, l] = [figure(point), figure(limit)];
  const shift = limit <= 1;
  return say('evidenceNeeded.inWords', { e, shift, l });
}
