import type { LocalizedText } from '@planwright/schema/text';
import type { FieldChange, PersonField } from '../people/person-change.js';
import type { ReadColumn } from './decided-row.js';
import type { DepartmentNames } from './department-names.js';
import type { DraftRow } from './draft-row.js';
import type { KnownWorkspace, WorkspacePerson } from './known-workspace.js';
import { managerColumn } from './managers-of-rows.js';

/** What is known of people, as a cell would say it. */
export class KnownInWords {
  readonly #titles: ReadonlyMap<string, LocalizedText>;
  readonly #people: ReadonlyMap<string, WorkspacePerson>;

  constructor(
    known: KnownWorkspace,
    private readonly departments: DepartmentNames,
  ) {
    this.#titles = new Map(known.jobRoles.map(({ key, titles }) => [key, titles]));
    this.#people = new Map(known.people.map((person) => [person.id, person]));
  }

  of(person: WorkspacePerson, column: ReadColumn): LocalizedText | string | null {
    if (column.startsWith('fact.')) return text(person.facts[column.slice('fact.'.length)]);
    switch (column) {
      case 'department':
        return person.departmentId === null ? null : this.departments.pathOf(person.departmentId);
      case 'jobRole':
        return person.jobRole === null ? null : (this.#titles.get(person.jobRole) ?? person.jobRole);
      case 'manager':
        return this.#managerOf(person)?.name ?? null;
      case 'managerNumber':
        return this.#managerOf(person)?.employeeNumber ?? null;
      case 'employeeNumber':
      case 'name':
      case 'familyName':
      case 'givenName':
      case 'email':
      case 'joinedOn':
      case 'locale':
      case 'timeZone':
      case 'mentorCapacity':
      case 'mentorExperienceYears':
        return text(person[column]);
      default:
        return null;
    }
  }

  #managerOf({ managerId }: WorkspacePerson): WorkspacePerson | undefined {
    return managerId === null ? undefined : this.#people.get(managerId);
  }
}

const text = (value: unknown): string | null => (value === undefined || value === null ? null : String(value));

/** Which column of a row a field of a person stands in. */
export function columnOf(draft: DraftRow, field: PersonField): ReadColumn | null {
  switch (field) {
    case 'name':
      return draft.row.cell('name') ? 'name' : 'familyName';
    case 'departmentId':
      return 'department';
    case 'jobRoleKey':
      return 'jobRole';
    case 'managerId':
      return managerColumn(draft);
    case 'facts':
      return null;
    default:
      return field;
  }
}

/** Shows at each cell of somebody known what is there today, and marks what would be another. */
export function showKnown(draft: DraftRow, words: KnownInWords, changes: readonly FieldChange[]): void {
  const { row, person } = draft;
  const changed = new Set(changes.map(({ field }) => columnOf(draft, field)));
  const factsChange = changes.some(({ field }) => field === 'facts');
  for (const cell of row.cells) {
    if (person) cell.now = words.of(person, cell.column);
    const isNew = isNewUnit(draft, cell.column);
    if (cell.column.startsWith('fact.')) cell.changes = factsChange && cell.given !== '' && cell.now !== cell.given;
    else cell.changes = changed.has(cell.column) || isNew;
  }
}

/** A department or job role that is made with the people is another one than whatever there was. */
function isNewUnit({ department, jobRole }: DraftRow, column: ReadColumn): boolean {
  if (column === 'department') return !!department && 'names' in department;
  return column === 'jobRole' && !!jobRole && 'newTitle' in jobRole;
}
