import type { ReminderState } from '@/gql/graphql';

interface Occurrence {
  state: ReminderState;
  dueAt: string;
  deferredTo?: string | null;
  sentAt?: string | null;
}

/** Not decided yet: it will go out, or is on its way. */
const AHEAD: readonly ReminderState[] = ['PLANNED', 'QUEUED', 'SENDING'];

export const isAhead = ({ state }: Pick<Occurrence, 'state'>): boolean => AHEAD.includes(state);

/** The instant at which it stands on the line: when it went out, else when it is meant to. */
export const momentOf = (occurrence: Occurrence): string =>
  occurrence.sentAt ?? occurrence.deferredTo ?? occurrence.dueAt;

const byMoment = (a: Occurrence, b: Occurrence): number => Date.parse(momentOf(a)) - Date.parse(momentOf(b));

/**
 * What is ahead, soonest first; what is past, newest first: the eye begins at now and walks away from it. What was cancelled
 * before its day came stands on that day, ahead, and says that it was cancelled.
 */
export function timeline<One extends Occurrence>(
  occurrences: readonly One[],
  now: Date,
): { planned: One[]; past: One[] } {
  const isComing = (each: One): boolean => isAhead(each) || Date.parse(momentOf(each)) > now.getTime();
  const planned = occurrences.filter(isComing).toSorted(byMoment);
  const past = occurrences.filter((each) => !isComing(each)).toSorted((a, b) => byMoment(b, a));
  return { planned, past };
}
