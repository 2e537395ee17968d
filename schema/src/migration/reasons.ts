import { type Evaluation, type VersionId } from '../engine/index.js';
import { type LocalizedText } from '../text/index.js';
import { type Instant, plainDateIn } from '../time/index.js';
import { listOf } from '../words/index.js';
import { say } from './generated/messages.js';

/** Why somebody is not moved, or not moved back: a sentence for HR, with what to do where there is something to do. */

/** Who is through, or was never on the version, stays there; undefined for everybody else. */
export function staysBecause({ status, versionId }: Evaluation, from: VersionId): LocalizedText | undefined {
  if (versionId !== from) return say('reasons.notVersion');
  switch (status) {
    case 'COMPLETED':
      return say('reasons.completedPlan');
    case 'CANCELLED':
      return say('reasons.leftPlan');
    case 'SCHEDULED':
    case 'ACTIVE':
    case 'PAUSED':
      return undefined;
    default:
      return status satisfies never;
  }
}

/** Whose last due date has passed: what they did and what was measured belongs to the version they went through. */
export function endedBefore({ dueAt, zone }: Evaluation, now: Instant): LocalizedText | undefined {
  if (dueAt === undefined || dueAt >= now) return undefined;
  const date = plainDateIn(dueAt, zone);
  return say('reasons.endedBefore', { date });
}

export const leftOut: LocalizedText = say('reasons.leftOut');

export const blockedByExperiment: LocalizedText = say('reasons.blockedByExperiment');

export function blockedBySubmission(title: LocalizedText): LocalizedText {
  return say('reasons.blockedBySubmission', { title });
}

export const neverMoved: LocalizedText = say('reasons.neverMoved');
export const alreadyBack: LocalizedText = say('reasons.alreadyBack');
export const movedOn: LocalizedText = say('reasons.movedOn');
export const tooLate: LocalizedText = say('reasons.tooLate');

export function workedOn(titles: readonly LocalizedText[]): LocalizedText {
  return say('reasons.workedOn', { titles: listOf(titles) });
}
