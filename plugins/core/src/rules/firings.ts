import type { PlanProgress, RuleEnvironment, RuleOccurrence } from '@planwright/schema/rules';
import { compareDates, type Instant, instantAt, laterOf } from '@planwright/schema/time';

/** A firing of one person, before it is known whether it was asked for. */
export type Firing = Omit<RuleOccurrence, 'person'>;

/** Nobody is reminded before being enrolled, nor before the first day. */
export const beginningOf = ({ enrolledAt, startsOn, zone }: PlanProgress): Instant =>
  laterOf(enrolledAt, instantAt(startsOn, '00:00', zone));

/**
 * All firings in [from, until) of everyone who is in the plan: a pause, a cancellation and the end of the plan are silent.
 * Sorted, so that the order in which people are given makes no difference.
 */
export function firingsOf(
  people: readonly PlanProgress[],
  { from, until }: RuleEnvironment,
  firingsOfPerson: (person: PlanProgress) => readonly Firing[],
): RuleOccurrence[] {
  return people
    .filter(({ status }) => status === 'ACTIVE' || status === 'SCHEDULED')
    .flatMap((progress) => {
      const first = laterOf(from, beginningOf(progress));
      return firingsOfPerson(progress)
        .filter(({ at }) => first <= at && at < until)
        .map((firing) => ({ person: progress.person, ...firing }));
    })
    .sort((a, b) => compareDates(a.person, b.person) || compareDates(a.at, b.at) || compareDates(a.key, b.key));
}
