import { sampleRatio } from '../../statistics/index.js';
import { say } from '../generated/messages.js';
import { meanOf, standardDeviationOf } from './arm-figures.js';
import type { ExperimentData, IntegrityFinding, Member } from './experiment-data.js';
import { missingOutcomes } from './missing-outcomes.js';
import { figure, percent } from './numbers-in-words.js';

/** Below this a ratio of arms does not come of chance (as GrowthBook and others have it). */
const RATIO_P = 0.001;
/** Standardised difference of the baseline beyond which it is told. */
const BALANCE = 0.25;
/** Days that measurements of two arms may lie apart in the age of the plan. */
const AGE_DAYS = 14;

/** Everything that could make the arms differ but the versions. Blocking ones decide the verdict, the others stand beside it. */
export function checkIntegrity(data: ExperimentData): IntegrityFinding[] {
  return [ratio(data), delivery(data), attrition(data), balance(data), contamination(data), age(data)];
}

const inArm = (data: ExperimentData, key: string): Member[] => data.members.filter(({ arm }) => arm === key);

function ratio(data: ExperimentData): IntegrityFinding {
  const counts = data.arms.map(({ key }) => inArm(data, key).length);
  // Clusters of unlike size make unlike arms by design: there the clusters are what was drawn evenly.
  const { pValue } = sampleRatio(
    data.unit === 'PERSON' ? counts : clusterCounts(data),
    data.arms.map(({ weight }) => weight),
  );
  const passed = pValue >= RATIO_P;
  const shown = counts.join(' : ');
  return {
    key: 'ratio',
    passed,
    blocking: true,
    value: pValue,
    text: passed
      ? say('checkIntegrity.peopleArmsAllocated', { shown })
      : say('checkIntegrity.peopleArmsDoes', { shown }),
  };
}

function clusterCounts(data: ExperimentData): number[] {
  return data.arms.map(
    ({ key }) =>
      new Set(
        inArm(data, key).map(
          (one) => (data.unit === 'MENTOR' ? one.mentorId : one.departmentId) ?? `person:${one.personId}`,
        ),
      ).size,
  );
}

/** Assigned is what was delivered. A move by hand stays in its arm; too many of them and the arms are no longer what they say. */
function delivery(data: ExperimentData): IntegrityFinding {
  const other = data.members.filter(({ arm, delivered }) => delivered !== null && delivered !== arm);
  const never = data.members.filter(({ delivered }) => delivered === null);
  const share = (other.length + never.length) / Math.max(1, data.members.length);
  const passed = other.length + never.length === 0;
  return {
    key: 'delivery',
    passed,
    blocking: share > 0.2,
    value: share,
    text: passed
      ? say('checkIntegrity.everybodyRanVersion')
      : say('checkIntegrity.peopleRanAnother', { all: data.members.length, other: other.length, never: never.length }),
  };
}

/** People without an outcome, compared between the arms: how many, and who. */
function attrition(data: ExperimentData): IntegrityFinding {
  const { passed, difference, text } = missingOutcomes(data.arms.map(({ key }) => inArm(data, key)));
  return {
    key: 'attrition',
    passed,
    blocking: true,
    value: difference,
    text: { ...text, en: sentenceCase(text.en ?? '') },
  };
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether the estimate of this design holds baselines equal: what is told of it must be what is done. */
function adjusts(data: ExperimentData): boolean {
  if (data.unit !== 'PERSON' || data.metric.scale === 'YES_NO') return false;
  const measured = data.members.filter(({ outcome }) => outcome !== null);
  // Before anything is measured: what the baselines known so far will allow.
  const of = measured.length > 0 ? measured : data.members;
  return new Set(of.flatMap(({ baseline }) => (baseline === null ? [] : [baseline]))).size > 1;
}

function balance(data: ExperimentData): IntegrityFinding {
  const baselines = data.arms.map(({ key }) =>
    inArm(data, key).flatMap(({ baseline }) => (baseline === null ? [] : [baseline])),
  );
  const [reference = [], ...others] = baselines;
  let worst: number | null = null;
  for (const other of others) {
    if (reference.length < 2 || other.length < 2) continue;
    const spread = Math.sqrt((standardDeviationOf(reference) ** 2 + standardDeviationOf(other) ** 2) / 2);
    const difference = spread === 0 ? 0 : (meanOf(other) - meanOf(reference)) / spread;
    if (worst === null || Math.abs(difference) > Math.abs(worst)) worst = difference;
  }
  const passed = worst === null || Math.abs(worst) <= BALANCE;
  const adjusted = adjusts(data);
  return {
    key: 'balance',
    passed,
    blocking: false,
    value: worst,
    text:
      worst === null
        ? say('checkIntegrity.noBaselineCaptured')
        : passed
          ? say('checkIntegrity.armsStartedAlike', { worst: figure(worst) })
          : say('checkIntegrity.armsStartedStandard', { worst: figure(worst), adjusted }),
  };
}

/** One mentor over several arms carries what one version teaches into the other. */
function contamination(data: ExperimentData): IntegrityFinding {
  const armsOf = new Map<string, Set<string>>();
  for (const { mentorId, arm } of data.members)
    if (mentorId !== null) armsOf.set(mentorId, (armsOf.get(mentorId) ?? new Set()).add(arm));
  const shared = new Set([...armsOf].flatMap(([mentor, arms]) => (arms.size > 1 ? [mentor] : [])));
  const touched = data.members.filter(({ mentorId }) => mentorId !== null && shared.has(mentorId)).length;
  const share = touched / Math.max(1, data.members.length);
  const passed = shared.size === 0;
  return {
    key: 'contamination',
    passed,
    blocking: false,
    value: share,
    text: passed
      ? say('checkIntegrity.noMentorPeople')
      : say('checkIntegrity.mentorsPeopleMore', { size: shared.size, touched, share: percent(share) }),
  };
}

function age(data: ExperimentData): IntegrityFinding {
  const means = data.arms.map(({ key }) => {
    const days = inArm(data, key).flatMap(({ ageDays }) => (ageDays === null ? [] : [ageDays]));
    return days.length === 0 ? null : meanOf(days);
  });
  const known = means.filter((mean) => mean !== null);
  const apart = known.length < 2 ? null : Math.max(...known) - Math.min(...known);
  const passed = apart === null || apart <= AGE_DAYS;
  return {
    key: 'age',
    passed,
    blocking: false,
    value: apart,
    text: passed
      ? say('checkIntegrity.armsMeasuredSame')
      : say('checkIntegrity.armsMeasuredDays', { apart: figure(apart ?? 0) }),
  };
}
