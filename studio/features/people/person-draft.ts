import type { CreatePersonInput, PersonDetailsFragment, UpdatePersonInput } from '@/gql/graphql';

/** A person as the form holds them: texts as they are typed, '' = nothing. */
export interface PersonDraft {
  name: string;
  email: string;
  employeeNumber: string;
  departmentId: string;
  jobRoleKey: string;
  manager: { id: string; name: string } | undefined;
  joinedOn: string;
  /** '' = the language of the workspace */
  locale: string;
  /** '' = the zone of the workspace */
  timeZone: string;
  mentorCapacity: string;
  mentorExperienceYears: string;
}

export const NOBODY_YET: PersonDraft = {
  name: '',
  email: '',
  employeeNumber: '',
  departmentId: '',
  jobRoleKey: '',
  manager: undefined,
  joinedOn: '',
  locale: '',
  timeZone: '',
  mentorCapacity: '',
  mentorExperienceYears: '',
};

const text = (value: string | number | null | undefined): string => (value == null ? '' : String(value));

export const draftOf = (person: PersonDetailsFragment): PersonDraft => ({
  name: person.name,
  email: text(person.email),
  employeeNumber: text(person.employeeNumber),
  departmentId: text(person.department?.id),
  jobRoleKey: text(person.jobRole),
  manager: person.manager ?? undefined,
  joinedOn: text(person.joinedOn),
  locale: person.locale,
  timeZone: person.timeZone,
  mentorCapacity: text(person.mentorCapacity),
  mentorExperienceYears: text(person.mentorExperienceYears),
});

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());
const numberOrNull = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed));

function wholeInput(draft: PersonDraft): Omit<UpdatePersonInput, 'personId'> {
  return {
    name: draft.name.trim(),
    email: orNull(draft.email),
    employeeNumber: orNull(draft.employeeNumber),
    departmentId: orNull(draft.departmentId),
    jobRoleKey: orNull(draft.jobRoleKey),
    managerId: draft.manager?.id ?? null,
    joinedOn: orNull(draft.joinedOn),
    locale: orNull(draft.locale),
    timeZone: orNull(draft.timeZone),
    mentorCapacity: numberOrNull(draft.mentorCapacity),
    mentorExperienceYears: numberOrNull(draft.mentorExperienceYears),
  };
}

/** Somebody new: what was left empty is not said. What makes them a mentor is said later, on their page. */
export function newPerson(draft: PersonDraft): CreatePersonInput {
  const { mentorCapacity: _, mentorExperienceYears: __, ...whole } = wholeInput(draft);
  const said = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null));
  return { ...said, name: draft.name.trim() };
}

/** What was changed, and nothing else: meanwhile somebody may have changed the rest. Empty = nothing was. */
export function changesOf(before: PersonDraft, after: PersonDraft): Omit<UpdatePersonInput, 'personId'> {
  const old = wholeInput(before);
  return Object.fromEntries(
    Object.entries(wholeInput(after)).filter(([field, value]) => value !== old[field as keyof typeof old]),
  );
}
