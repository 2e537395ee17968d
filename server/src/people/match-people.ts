import { nameKey, visibleText } from '@planwright/schema/tables';

export interface NamedPerson {
  id: string;
  name: string;
  email: string | null;
}

/** The person that a row of a table names. */
export type Match<Person> =
  | { kind: 'one'; person: Person; loosely: boolean }
  | { kind: 'several' }
  | { kind: 'nobody' };

/**
 * Finds the person that a row names: by e-mail where there is one, which is one person's; else by the whole name as it stands, and where
 * nobody has it so, whatever the width of its letters, its case, spaces and middle dots. Where two fit, neither is taken.
 */
export function matchPeople<Person extends NamedPerson>(
  people: readonly Person[],
): (email: string, name: string) => Match<Person> {
  const mailbox = (text: string) => visibleText(text).normalize('NFKC').toLowerCase();
  const byEmail = Map.groupBy(people, ({ email }) => mailbox(email ?? ''));
  // One space or two: nobody sees a difference.
  const asItStands = (name: string) => visibleText(name).replace(/\s+/g, ' ');
  const byName = Map.groupBy(people, ({ name }) => asItStands(name));
  const byKey = Map.groupBy(people, ({ name }) => nameKey(name));
  return (email, name) => {
    if (email !== '') return matchOf(byEmail.get(mailbox(email)), false);
    if (nameKey(name) === '') return { kind: 'nobody' };
    const exact = byName.get(asItStands(name));
    return exact ? matchOf(exact, false) : matchOf(byKey.get(nameKey(name)), true);
  };
}

function matchOf<Person>(found: readonly Person[] | undefined, loosely: boolean): Match<Person> {
  const [person, another] = found ?? [];
  if (person === undefined) return { kind: 'nobody' };
  return another === undefined ? { kind: 'one', person, loosely } : { kind: 'several' };
}
