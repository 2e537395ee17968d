import type { LocalizedText } from '@planwright/schema/text';
import { newcombe } from '../../statistics/index.js';
import { say } from '../generated/messages.js';
import { figure } from './numbers-in-words.js';

/** Somebody who was in a group, whether anything was measured of them or not. */
export interface Followed {
  baseline: number | null;
  outcome: number | null;
}

export interface MissingOutcomes {
  passed: boolean;
  /** Largest difference of the share without an outcome, other group minus reference. */
  difference: number;
  cause: 'NONE' | 'RATE' | 'KIND';
  text: LocalizedText;
}

/** Beyond this much of a standard deviation it matters that those who stayed are others than those who began. */
const SHIFT = 0.1;
/** Two-sided 5 %. */
const Z = 1.96;

/**
 * People without an outcome, compared between groups: how many, and who. As many may be missing in both and yet be the weak ones
 * here and the strong ones there; then those who are left differ although nothing was done to them. Baselines of those who
 * stayed are held against those of everybody in the group, which random loss leaves alike.
 * @param groups the first is the reference
 */
export function missingOutcomes(groups: readonly (readonly Followed[])[]): MissingOutcomes {
  const [reference = [], ...others] = groups;
  const counted = groups.map((group) => `${missingOf(group)} / ${group.length}`).join(' · ');
  let difference = 0;
  let isUneven = false;
  let shift = 0;
  for (const other of others) {
    if (reference.length === 0 || other.length === 0) continue;
    const { estimate, interval } = newcombe(missingOf(other), other.length, missingOf(reference), reference.length);
    if (Math.abs(estimate) > Math.abs(difference)) difference = estimate;
    if (interval.low > 0 || interval.high < 0) isUneven = true;
    const apart = shiftBetween(reference, other);
    if (apart !== null && Math.abs(apart) > Math.abs(shift)) shift = apart;
  }
  if (isUneven)
    return {
      passed: false,
      difference,
      cause: 'RATE',
      text: say('missingOutcomes.groupsDifferHow', { counted }),
    };
  if (shift !== 0)
    return {
      passed: false,
      difference,
      cause: 'KIND',
      text: say('missingOutcomes.manyNoOutcome', { counted, shift: figure(Math.abs(shift)) }),
    };
  return {
    passed: true,
    difference,
    cause: 'NONE',
    text: say('missingOutcomes.aboutManyWithout', { counted }),
  };
}

const missingOf = (group: readonly Followed[]): number => group.filter(({ outcome }) => outcome === null).length;

/**
 * By how many standard deviations those who stayed moved apart, where chance does not explain it; null where it does. The error
 * of each move is that of its influence values, so that weak people who leave both groups alike raise no alarm.
 */
function shiftBetween(reference: readonly Followed[], other: readonly Followed[]): number | null {
  const sides = [reference, other].map(moveOf);
  const [first, second] = sides;
  if (!first || !second) return null;
  const spread = Math.sqrt((first.squares + second.squares) / (first.freedom + second.freedom));
  if (!(spread > 0)) return null;
  const apart = (second.move - first.move) / spread;
  const error = Math.sqrt(first.variance + second.variance) / spread;
  return Math.abs(apart) > SHIFT && Math.abs(apart) > Z * error ? apart : null;
}

/** How far the mean baseline moved when only those with an outcome are left. */
function moveOf(group: readonly Followed[]) {
  const known = group.flatMap(({ baseline, outcome }) =>
    baseline === null ? [] : [{ baseline, stayed: outcome !== null }],
  );
  const stayed = known.filter((one) => one.stayed);
  if (known.length < 4 || stayed.length < 2) return null;
  const of = (list: readonly { baseline: number }[]) => meanOf(list.map(({ baseline }) => baseline));
  const [all, left] = [of(known), of(stayed)];
  const share = stayed.length / known.length;
  const influence = known.map((one) => (one.stayed ? (one.baseline - left) / share : 0) - (one.baseline - all));
  return {
    move: left - all,
    variance: influence.reduce((sum, value) => sum + value * value, 0) / known.length ** 2,
    squares: known.reduce((sum, { baseline }) => sum + (baseline - all) ** 2, 0),
    freedom: known.length - 1,
  };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value / values.length, 0);
