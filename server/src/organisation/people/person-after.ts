import { isDeepStrictEqual } from 'node:util';
import { factsOf, type KnownPeople, type KnownPerson } from './known-people.js';
import type { FieldChange, PersonChange, PersonField } from './person-change.js';

/** A person as they are to be. */
export type PersonAfter = Omit<KnownPerson, 'roles' | 'identities' | 'accountId' | 'active'>;

const FIELDS = [
  'name',
  'givenName',
  'familyName',
  'email',
  'employeeNumber',
  'departmentId',
  'jobRoleKey',
  'managerId',
  'joinedOn',
  'locale',
  'timeZone',
  'facts',
  'mentorCapacity',
  'mentorExperienceYears',
] as const satisfies readonly PersonField[];

/** The person with the change in it. `idOf` gives the people of the same call. */
export function afterOf(
  known: KnownPeople,
  change: PersonChange,
  before: KnownPerson | undefined,
  id: string,
  idOf: ReadonlyMap<string, string>,
): PersonAfter {
  const { manager } = change;
  const managerId = manager && ('personId' in manager ? manager.personId : (idOf.get(manager.ref) ?? manager.ref));
  const given = <T>(value: T | undefined, there: T | undefined, usual: T): T =>
    value !== undefined ? value : (there ?? usual);
  return {
    id,
    name: given(change.name, before?.name, ''),
    givenName: given(change.givenName, before?.givenName, null),
    familyName: given(change.familyName, before?.familyName, null),
    email: given(change.email, before?.email, null),
    employeeNumber: given(change.employeeNumber, before?.employeeNumber, null),
    departmentId: given(change.departmentId, before?.departmentId, null),
    jobRole: given(change.jobRoleKey, before?.jobRole, null),
    managerId: given(managerId, before?.managerId, null),
    joinedOn: given(change.joinedOn, before?.joinedOn, null),
    locale: given(change.locale, before?.locale, known.usual.locale),
    timeZone: given(change.timeZone, before?.timeZone, known.usual.timeZone),
    facts: factsAfter(before, change),
    mentorCapacity: given(change.mentorCapacity, before?.mentorCapacity, null),
    mentorExperienceYears: given(change.mentorExperienceYears, before?.mentorExperienceYears, null),
  };
}

function factsAfter(before: KnownPerson | undefined, { facts }: PersonChange): Record<string, unknown> {
  if (facts === undefined) return before?.facts ?? {};
  if (facts === null) return {};
  return Object.fromEntries(
    Object.entries({ ...factsOf(before?.facts ?? {}), ...facts }).filter(([, value]) => value !== null),
  );
}

/** What the change would make different. */
export function differences(before: KnownPerson | undefined, after: PersonAfter): FieldChange[] {
  return FIELDS.flatMap((field) => {
    const [from, to] = [before ? fieldOf(before, field) : field === 'facts' ? {} : null, fieldOf(after, field)];
    return isDeepStrictEqual(from, to) ? [] : [{ field, from, to }];
  });
}

/** The person with these fields as they were. */
export const withoutChanging = (
  after: PersonAfter,
  before: KnownPerson,
  fields: readonly PersonField[],
): PersonAfter => ({
  ...after,
  ...Object.fromEntries(fields.map((field) => [columnOf(field), fieldOf(before, field)])),
});

const columnOf = (field: PersonField) => (field === 'jobRoleKey' ? 'jobRole' : field);
const fieldOf = (person: PersonAfter | KnownPerson, field: PersonField): unknown => person[columnOf(field)];
