import type { Facts } from '@planwright/schema/definition';
import type { Language } from '@planwright/schema/text';
import type { PlainDate, Zone } from '@planwright/schema/time';
import type { OwnedField, PersonSource } from '../../people/index.js';

/** What a change may say about a person. Absent = as it is, or the usual for somebody new; null = nothing. */
export interface PersonValues {
  name?: string;
  givenName?: string | null;
  familyName?: string | null;
  email?: string | null;
  employeeNumber?: string | null;
  departmentId?: string | null;
  jobRoleKey?: string | null;
  joinedOn?: PlainDate | null;
  locale?: Language;
  timeZone?: Zone;
  /** Facts by name: those that are named are set or, by null, removed; null removes all. */
  facts?: Facts | null;
  mentorCapacity?: number | null;
  mentorExperienceYears?: number | null;
}

export interface PersonChange extends PersonValues {
  /** How the caller calls this change: a row, an id of another system. No two of one call have the same. */
  ref: string;
  /** Absent: somebody new. */
  personId?: string;
  /** `ref` is the person of another change of the same call. */
  manager?: { personId: string } | { ref: string } | null;
  /** How the source of the change calls the person, and what only it may say about them from now on. */
  identity?: { source: PersonSource; externalId: string; owns: readonly OwnedField[] };
}

export type PersonField = keyof PersonValues | 'managerId';

/** One field of a person, before and after. */
export interface FieldChange {
  field: PersonField;
  from: unknown;
  to: unknown;
}

export interface SavedPerson {
  ref: string;
  personId: string;
  changes: readonly FieldChange[];
}

export type RejectionCode = 'TAKEN' | 'CYCLE' | 'OWNED_ELSEWHERE' | 'INVALID' | 'NOT_FOUND' | 'FORBIDDEN';

export interface RejectedPerson {
  ref: string;
  code: RejectionCode;
  /** Keys into the change. */
  path: string[];
  /** In the language of the act. */
  message: string;
}

export interface SavedPeople {
  created: SavedPerson[];
  updated: SavedPerson[];
  unchanged: SavedPerson[];
  /** Nothing of these was written. */
  rejected: RejectedPerson[];
}
