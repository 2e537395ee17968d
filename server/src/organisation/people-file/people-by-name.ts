import { nameKey, visibleText } from '@planwright/schema/tables';

/** One of those who can be meant. */
export interface NamedOne {
  name: string;
  employeeNumber: string | null;
  email: string | null;
}

export const numberKey = (number: string): string =>
  visibleText(number).normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
export const mailboxKey = (email: string): string => visibleText(email).normalize('NFKC').toLowerCase();
/** One space or two: nobody sees a difference. */
const asItStands = (name: string): string => visibleText(name).replace(/\s+/gu, ' ');

/** People by whatever may stand in a cell that means one of them. */
export class PeopleByName<One extends NamedOne> {
  readonly #byNumber: ReadonlyMap<string, readonly One[]>;
  readonly #byEmail: ReadonlyMap<string, readonly One[]>;
  readonly #byName: ReadonlyMap<string, readonly One[]>;
  readonly #byKey: ReadonlyMap<string, readonly One[]>;

  constructor(people: readonly One[]) {
    this.#byNumber = grouped(people, ({ employeeNumber }) => employeeNumber && numberKey(employeeNumber));
    this.#byEmail = grouped(people, ({ email }) => email && mailboxKey(email));
    this.#byName = grouped(people, ({ name }) => asItStands(name));
    this.#byKey = grouped(people, ({ name }) => nameKey(name));
  }

  withNumber(number: string): readonly One[] {
    return this.#byNumber.get(numberKey(number)) ?? [];
  }

  withEmail(email: string): readonly One[] {
    return this.#byEmail.get(mailboxKey(email)) ?? [];
  }

  /** Who is called exactly so; where nobody is, whatever the width of the letters, their case, spaces and middle dots. */
  called(name: string): readonly One[] {
    return this.#byName.get(asItStands(name)) ?? this.#byKey.get(nameKey(name)) ?? [];
  }

  /** Whatever the text is: `E001`, `li@acme.example`, `王芳`, `王芳 (E001)`, `E001-王芳`. */
  meant(text: string): readonly One[] {
    const number = this.withNumber(text);
    if (number.length > 0) return number;
    if (text.includes('@')) {
      const email = this.withEmail(text);
      if (email.length > 0) return email;
    }
    const called = this.called(text);
    if (called.length > 0) return called;
    const parts = text.split(/[\s()（）[\]【】<>《》/\\|,，;；:：-]+/u).filter((part) => part !== '');
    if (parts.length < 2) return [];
    for (const part of parts) {
      const found = part.includes('@') ? this.withEmail(part) : this.withNumber(part);
      // A number beside a name is believed where both are the same person's.
      const both = found.filter(({ name }) => parts.some((other) => nameKey(name).includes(nameKey(other))));
      if (both.length > 0) return both;
    }
    return [];
  }
}

function grouped<One>(people: readonly One[], keyOf: (one: One) => string | null | undefined): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of people) {
    const key = keyOf(one);
    if (!key) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
