import type { LocalizedText } from '@planwright/schema/text';
import { describe, pearson, powerTTest } from '../../statistics/index.js';
import { say } from '../generated/messages.js';
import { clusterKeyOf } from './clusters.js';
import type { ExperimentData, Member } from './experiment-data.js';
import { figure, percent, withUnit } from './numbers-in-words.js';

/** What can be said while an experiment runs, without looking at which arm anybody is in. */
export interface Outlook {
  measured: number;
  of: number;
  /** Chance to see the smallest effect with those measured so far, and with everybody; null = too few to tell the spread. */
  power: number | null;
  powerOfAll: number | null;
  sentence: LocalizedText;
}

/** With fewer values than this their spread says little. */
const FEWEST_FOR_SPREAD = 8;

/**
 * Who is measured, and what that could show. The spread is that of everybody together: neither a mean of an arm nor their
 * difference enters, so whoever reads this learns nothing of the result.
 */
export function outlookOf(data: ExperimentData): Outlook {
  const measured = data.members.filter(({ outcome }) => outcome !== null);
  const { smallestEffect, metric } = data;
  const spread = spreadOf(data, measured);
  const powerOf = (members: readonly Member[]): number | null => {
    if (spread === null || spread <= 0) return null;
    const sizes = data.arms.map(
      ({ key }) =>
        unitsOf(
          data,
          members.filter(({ arm }) => arm === key),
        ).length,
    );
    const [reference = 0, ...others] = sizes;
    const smallest = Math.min(...others);
    if (reference < 2 || smallest < 2) return null;
    // The harmonic mean is the size of two equal arms that are worth as much.
    const n = (2 * reference * smallest) / (reference + smallest);
    return powerTTest({ n, delta: smallestEffect, sd: spread }).power;
  };
  const [power, powerOfAll] = [powerOf(measured), powerOf(data.members)];
  const smallest = withUnit(figure(smallestEffect), metric.unit);
  return {
    measured: measured.length,
    of: data.members.length,
    power,
    powerOfAll,
    sentence:
      powerOfAll === null
        ? say('outlook.peopleMeasuredToo', { measured: measured.length, all: data.members.length })
        : say('outlook.peopleMeasuredIf', {
            smallest,
            power: power === null ? '0%' : percent(power),
            powerOfAll: percent(powerOfAll),
            measured: measured.length,
            all: data.members.length,
          }),
  };
}

/** Standard deviation of what is compared, less what the baseline explains of it. */
function spreadOf(data: ExperimentData, measured: readonly Member[]): number | null {
  const units = unitsOf(data, measured).map((members) => {
    const outcomes = members.flatMap(({ outcome }) => (outcome === null ? [] : [outcome]));
    return outcomes.reduce((sum, outcome) => sum + outcome / outcomes.length, 0);
  });
  if (units.length < FEWEST_FOR_SPREAD) return null;
  const { standardDeviation } = describe(units);
  if (standardDeviation === null || data.unit !== 'PERSON' || data.metric.scale !== 'CONTINUOUS')
    return standardDeviation;
  const pairs = measured.filter(({ baseline }) => baseline !== null);
  if (pairs.length < measured.length || pairs.length < 4) return standardDeviation;
  const { estimate } = pearson(
    pairs.map(({ baseline }) => baseline ?? 0),
    pairs.map(({ outcome }) => outcome ?? 0),
  );
  return standardDeviation * Math.sqrt(1 - (estimate ?? 0) ** 2);
}

const unitsOf = (data: ExperimentData, members: readonly Member[]): Member[][] =>
  data.unit === 'PERSON'
    ? members.map((member) => [member])
    : [...Map.groupBy(members, (member) => clusterKeyOf(data.unit, member)).values()];
