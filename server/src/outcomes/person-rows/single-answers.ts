import { FEWEST_RESPONDENTS } from './fewest-respondents.js';

/** Everybody has one superior: what is known of a person by this metric is one answer to a survey, which nobody may read. */
export const restsOnOneAnswer = (metricKey: string): boolean => metricKey === 'satisfaction-superior';

/** Who gave the answers that a figure is made of, one a value; null = nobody knows, which may all be the same. */
export type Raters = readonly (string | null)[];

/**
 * Whether a figure of a metric over values of these raters would tell what one of a few has answered. People count, not values: a
 * superior who rates five of their own is one.
 */
export const tellsAnswers = (metricKey: string, raters: Raters): boolean =>
  restsOnOneAnswer(metricKey) && raters.length > 0 && new Set(raters).size < FEWEST_RESPONDENTS;

/** What is needed to know of somebody in a group, whatever else is. */
interface InGroup {
  group: string | number;
  raterId: string | null;
}

/** The people with what was measured taken out of groups in which it would tell an answer. */
export function withoutFewAnswers<T extends { outcome: number | null }>(
  metricKey: string,
  people: readonly T[],
  of: (person: T) => InGroup,
): T[] {
  const measured = Map.groupBy(
    people.flatMap((person) => (person.outcome === null ? [] : [of(person)])),
    ({ group }) => group,
  );
  return people.map((person) => {
    const raters = measured.get(of(person).group)?.map(({ raterId }) => raterId) ?? [];
    return tellsAnswers(metricKey, raters) ? { ...person, outcome: null } : person;
  });
}
