import type { RuleEnvironment, RuleOccurrence } from '@planwright/schema/rules';

/** Why firings do not answer the question that was asked; undefined when they do. */
export function firingsProblem(
  firings: readonly RuleOccurrence[],
  people: ReadonlySet<string>,
  { from, until }: Pick<RuleEnvironment, 'from' | 'until'>,
): string | undefined {
  const seen = new Set<string>();
  for (const { person, key, at } of firings) {
    if (!people.has(person)) return 'a firing for somebody who was not asked about';
    if (at < from || at >= until) return `a firing at ${at}, outside [${from}, ${until})`;
    const identity = JSON.stringify([person, key]);
    if (seen.has(identity)) return `two firings with the key “${key}” for one person`;
    seen.add(identity);
  }
  return undefined;
}

/** One answer for each person asked, in the order asked; undefined when some are missing, twice, or of somebody else. */
export function oneEach<T extends { person: string }>(
  answers: readonly T[],
  people: readonly string[],
): T[] | undefined {
  const byPerson = new Map(answers.map((answer) => [answer.person, answer]));
  if (answers.length !== people.length || byPerson.size !== answers.length) return undefined;
  const inOrder = people.map((person) => byPerson.get(person));
  return inOrder.every((answer) => answer !== undefined) ? inOrder : undefined;
}
