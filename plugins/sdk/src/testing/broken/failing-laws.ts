import { type Law, lawsFor } from '../law.js';

/** Names of the laws that do not hold. */
export async function failingLaws<Subject>(laws: readonly Law<Subject>[], subject: Subject): Promise<string[]> {
  const failing: string[] = [];
  for (const law of lawsFor(laws, subject)) {
    try {
      await law.check(subject);
    } catch {
      failing.push(law.name);
    }
  }
  return failing;
}

/** Laws that no broken plugin in the list breaks: the list is to have one for each. */
export const untried = <Subject>(laws: readonly Law<Subject>[], broken: Readonly<Record<string, unknown>>): string[] =>
  laws.map(({ name }) => name).filter((name) => !Object.hasOwn(broken, name));

/** Pure work that answers otherwise when the same is asked twice running; the third time it is itself again. */
export function changingItsMind<Given extends unknown[], Answer>(
  work: (...given: Given) => Answer,
  otherwise: (answer: Answer) => Answer,
): (...given: Given) => Answer {
  let last = '';
  let times = 0;
  return (...given) => {
    const asked = JSON.stringify(given);
    times = asked === last ? times + 1 : 0;
    last = asked;
    const answer = work(...given);
    return times === 1 ? otherwise(answer) : answer;
  };
}
