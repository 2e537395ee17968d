import type { Share } from '@planwright/schema/figures';
import type { LocalizedText } from '@planwright/schema/text';
import { say } from '../generated/messages.js';
import { assignLeastCost } from './assign-least-cost.js';

export interface MenteeToMatch {
  enrolmentId: string;
  personId: string;
  /** Their own superior, who is never their mentor. */
  managerId: string | null;
}

export interface MentorCandidate {
  mentorId: string;
  /** People led so far, in whatever plan. */
  led: number;
  /** Feedback in time of all that was given or due. */
  feedback: Share;
  /** People led now. */
  load: number;
}

export interface ProposedMentor {
  enrolmentId: string;
  mentorId: string;
  reason: LocalizedText;
}

/** Timely feedback is what the finding was about: it counts twice as much as experience and load. */
const WEIGHTS = { timeliness: 2, experience: 1, load: 1 } as const;
/** Reviews' worth of the common rate that everybody starts with, so that two late ones out of two do not damn a newcomer. */
const PRIOR_REVIEWS = 10;
/** People led at which half of what experience gives is reached. */
const HALF_EXPERIENCED = 5;

/**
 * Another mentor for each of these people at least cost: timely, experienced, and nobody with much more than their share of
 * people (one above what an even share would be). Everybody else keeps their mentor. People that nobody can take are left out.
 */
export function proposeMentors(
  mentees: readonly MenteeToMatch[],
  candidates: readonly MentorCandidate[],
): ProposedMentor[] {
  if (mentees.length === 0 || candidates.length === 0) return [];
  const people = candidates.reduce((sum, { load }) => sum + load, mentees.length);
  const fair = Math.ceil(people / candidates.length);
  const rate = rateOf(candidates.map(({ feedback }) => feedback));
  // Each further person of a mentor is a place of its own that costs more than the one before.
  const places = candidates.flatMap((candidate) =>
    Array.from({ length: Math.min(mentees.length, Math.max(0, fair + 1 - candidate.load)) }, (_, further) => ({
      candidate,
      cost: costOf(candidate, rate) + (WEIGHTS.load * (candidate.load + further)) / (fair + 1),
    })),
  );
  const isBarred = ({ personId, managerId }: MenteeToMatch, mentorId: string) =>
    mentorId === personId || mentorId === managerId;
  const chosen = assignLeastCost(
    mentees.map((mentee) =>
      places.map(({ candidate, cost }) => (isBarred(mentee, candidate.mentorId) ? Number.POSITIVE_INFINITY : cost)),
    ),
  );
  return mentees.flatMap(({ enrolmentId }, i) => {
    const place = places[chosen[i] ?? -1];
    return place ? [{ enrolmentId, mentorId: place.candidate.mentorId, reason: reasonFor(place.candidate) }] : [];
  });
}

/** Nobody is moved to a mentor with no record: whether they answer in time is what the finding was about. */
export const withRecord = (candidates: readonly MentorCandidate[]): MentorCandidate[] =>
  candidates.filter(({ feedback }) => feedback.of > 0);

function rateOf(shares: readonly Share[]): number {
  const [count, of] = shares.reduce(([a, b], share) => [a + share.count, b + share.of], [0, 0]);
  return of === 0 ? 1 : count / of;
}

function costOf({ led, feedback }: MentorCandidate, rate: number): number {
  const timely = (feedback.count + PRIOR_REVIEWS * rate) / (feedback.of + PRIOR_REVIEWS);
  const experienced = led / (led + HALF_EXPERIENCED);
  return WEIGHTS.timeliness * (1 - timely) + WEIGHTS.experience * (1 - experienced);
}

function reasonFor({ led, feedback: { count, of }, load }: MentorCandidate): LocalizedText {
  return say('proposeMentors.reason', { led, timely: say('proposeMentors.timely', { count, of }), load });
}
