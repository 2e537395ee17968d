import { FEWEST_ANSWERS } from './surveys/whom-to-ask.js';

/** Everybody has one superior: what is known of a person by this metric is one answer to a survey, which nobody may read. */
export const restsOnOneAnswer = (metricKey: string): boolean => metricKey === 'satisfaction-superior';

/** Whether a figure over so many people of a metric would tell what one of a few has answered. */
export const tellsAnswers = (metricKey: string, people: number): boolean =>
  restsOnOneAnswer(metricKey) && people > 0 && people < FEWEST_ANSWERS;

/** The people with what was measured taken out of groups in which it would tell an answer. */
export function withoutFewAnswers<T extends { outcome: number | null }>(
  metricKey: string,
  people: readonly T[],
  groupOf: (person: T) => string | number,
): T[] {
  const measured = Map.groupBy(
    people.filter(({ outcome }) => outcome !== null),
    groupOf,
  );
  return people.map((person) =>
    tellsAnswers(metricKey, measured.get(groupOf(person))?.length ?? 0) ? { ...person, outcome: null } : person,
  );
}
