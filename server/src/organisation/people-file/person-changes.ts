import type { PersonChange } from '../people/person-change.js';
import type { DraftRow } from './draft-row.js';
import type { WorkspacePerson } from './known-workspace.js';
import { keyOfPath, keyOfTitle } from './new-units.js';
import { mailboxKey, numberKey } from './people-by-name.js';
import type { FactValue } from './read-person-row.js';

/** Departments (by `keyOfPath`) and job roles (by `keyOfTitle`) that were made for a file. */
export interface MadeUnits {
  departments: ReadonlyMap<string, string>;
  jobRoles: ReadonlyMap<string, string>;
}

/** How a row is called where people are saved: its line. */
export const refOf = ({ row }: Pick<DraftRow, 'row'>): string => String(row.line);

/** A row as a change of a person. Until they are made, new departments and job roles are left out. */
export function changeOf(draft: DraftRow, made?: MadeUnits): PersonChange {
  const { said, person } = draft;
  const { name, familyName, givenName, email, employeeNumber, joinedOn, locale, timeZone } = said;
  const { mentorCapacity, mentorExperienceYears } = said;
  const departmentId = departmentOf(draft, made);
  const jobRoleKey = jobRoleOf(draft, made);
  const manager = managerOf(draft);
  const facts = factsOf(said.facts, person);
  return {
    ref: refOf(draft),
    ...(person ? { personId: person.id } : {}),
    ...(name === undefined ? {} : { name }),
    ...(familyName === undefined ? {} : { familyName }),
    ...(givenName === undefined ? {} : { givenName }),
    ...(email === undefined || sameBut(mailboxKey, email, person?.email) ? {} : { email }),
    ...(employeeNumber === undefined || sameBut(numberKey, employeeNumber, person?.employeeNumber)
      ? {}
      : { employeeNumber }),
    ...(departmentId === undefined ? {} : { departmentId }),
    ...(jobRoleKey === undefined ? {} : { jobRoleKey }),
    ...(manager === undefined ? {} : { manager }),
    ...(joinedOn === undefined ? {} : { joinedOn }),
    ...(locale === undefined ? {} : { locale }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(mentorCapacity === undefined ? {} : { mentorCapacity }),
    ...(mentorExperienceYears === undefined ? {} : { mentorExperienceYears }),
    ...(Object.keys(facts).length === 0 ? {} : { facts }),
  };
}

/** Written in other letters it is still the same address, or number: no change. */
const sameBut = (keyOf: (text: string) => string, given: string | null, known: string | null | undefined): boolean =>
  given !== null && known != null && keyOf(given) === keyOf(known);

function departmentOf({ department }: DraftRow, made?: MadeUnits): string | null | undefined {
  if (!department) return department;
  return 'id' in department ? department.id : made?.departments.get(keyOfPath(department));
}

function jobRoleOf({ jobRole }: DraftRow, made?: MadeUnits): string | null | undefined {
  if (!jobRole) return jobRole;
  return 'key' in jobRole ? jobRole.key : made?.jobRoles.get(keyOfTitle(jobRole.newTitle));
}

function managerOf({ manager }: DraftRow): PersonChange['manager'] {
  if (!manager) return manager;
  if ('person' in manager) return { personId: manager.person.id };
  const { person } = manager.row;
  return person ? { personId: person.id } : { ref: refOf(manager.row) };
}

/** A cell is text: what reads the same as what is known is the same, a number or not. */
function factsOf(said: Readonly<Record<string, FactValue>>, person: WorkspacePerson | undefined) {
  return Object.fromEntries(
    Object.entries(said).filter(([key, value]) => {
      const known = person?.facts[key];
      return value === null ? known != null : known == null || String(known) !== String(value);
    }),
  );
}
