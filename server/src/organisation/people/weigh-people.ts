import { say } from '../generated/messages.js';
import type { OrganisationAct } from '../organisation-act.js';
import type { Sentence } from './check-values.js';
import { identityKey, type KnownPeople, type KnownPerson } from './known-people.js';
import { inCycles } from './manager-cycles.js';
import type { PersonChange, PersonField, RejectionCode } from './person-change.js';
import { isChanged, type Rejected, type Weighed, weighPerson } from './weigh-person.js';

/** What each change would do, or why it is rejected. Pure: everything it goes by is in `known`. */
export function weighPeople(
  { actor }: Pick<OrganisationAct, 'actor'>,
  known: KnownPeople,
  changes: readonly PersonChange[],
): { weighed: Weighed[]; rejected: Rejected[] } {
  const rejected: Rejected[] = [];
  let standing: Weighed[] = [];
  const idOf = new Map(changes.map(({ ref, personId }) => [ref, personId ?? crypto.randomUUID()]));
  for (const change of changes) {
    const weighed = weighPerson({ actor, known, idOf }, change);
    if ('code' in weighed) rejected.push(weighed);
    else standing.push(weighed);
  }
  // Each that falls may take others with it: who has a manager that is not made, or got an address that is not free.
  for (;;) {
    const fallen = clashes(known, standing, new Set(rejected.map(({ ref }) => ref)));
    if (fallen.length === 0) return { weighed: standing, rejected };
    rejected.push(...fallen);
    const refs = new Set(fallen.map(({ ref }) => ref));
    standing = standing.filter(({ change }) => !refs.has(change.ref));
  }
}

/** What only holds over all of them together: one address is one person's, and nobody is above themselves. */
function clashes(known: KnownPeople, standing: readonly Weighed[], gone: ReadonlySet<string>): Rejected[] {
  const byPerson = new Map(standing.map((one) => [one.personId, one]));
  const fallen = new Map<string, Rejected>();
  const fall = ({ change: { ref } }: Weighed, code: RejectionCode, sentence: Sentence, ...path: PersonField[]) => {
    if (!fallen.has(ref)) fallen.set(ref, { ref, code, path, sentence });
  };
  /** Who keeps what they have; those who get something new ask for it in their order. */
  const kept = (field: PersonField, keyOf: (person: KnownPerson) => string | undefined) => {
    const owners = new Map<string, string>();
    for (const person of known.people.values()) {
      const one = byPerson.get(person.id);
      const key = one && isChanged(one.changes, field) ? undefined : keyOf(person);
      if (key !== undefined) owners.set(key, person.id);
    }
    return owners;
  };
  const emails = kept('email', (person) => (person.active ? mailboxOf(person) : undefined));
  const numbers = kept('employeeNumber', ({ employeeNumber }) => employeeNumber ?? undefined);
  const identities = new Map(known.identities);
  for (const one of standing) {
    const { personId, after, change } = one;
    if (change.manager && 'ref' in change.manager && gone.has(change.manager.ref))
      fall(one, 'NOT_FOUND', say('person.managerRejected'), 'managerId');
    const isActive = one.before?.active ?? true;
    const email = mailboxOf(after);
    if (email !== undefined && isActive && isChanged(one.changes, 'email')) {
      const account = known.accounts.get(email);
      if (owner(emails, email, personId) !== personId || (account !== undefined && account !== personId))
        fall(one, 'TAKEN', say('person.emailTaken'), 'email');
    }
    const { employeeNumber } = after;
    if (
      employeeNumber !== null &&
      isChanged(one.changes, 'employeeNumber') &&
      owner(numbers, employeeNumber, personId) !== personId
    )
      fall(one, 'TAKEN', say('person.numberTaken'), 'employeeNumber');
    if (change.identity) {
      const key = identityKey(change.identity.source, change.identity.externalId);
      if (owner(identities, key, personId) !== personId) fall(one, 'TAKEN', say('person.identityTaken'));
    }
  }
  const leads = standing.filter((one) => isChanged(one.changes, 'managerId'));
  const circle = inCycles(
    (id) => {
      const person = byPerson.get(id)?.after ?? known.people.get(id);
      return person ? person.managerId : known.managerOf.get(id);
    },
    leads.map(({ personId }) => personId),
  );
  for (const one of leads) if (circle.has(one.personId)) fall(one, 'CYCLE', say('person.cycle'), 'managerId');
  return [...fallen.values()];
}

/** Who has it; whoever asks first where nobody has. */
function owner(first: Map<string, string>, key: string, personId: string): string {
  const there = first.get(key);
  if (there === undefined) first.set(key, personId);
  return there ?? personId;
}

const mailboxOf = ({ email }: { email: string | null }): string | undefined => email?.toLowerCase();
