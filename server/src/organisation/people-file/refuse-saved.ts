import { inEach } from '@planwright/schema/words';
import type { PersonField, RejectedPerson } from '../people/person-change.js';
import type { ReadColumn } from './decided-row.js';
import type { DraftRow } from './draft-row.js';
import { say } from './generated/messages.js';
import type { KnownWorkspace } from './known-workspace.js';
import { managerColumn } from './managers-of-rows.js';
import { columnOf } from './show-known.js';

/** What saving people would refuse, said at the cell that it is about and with how to repair it in the file. */
export function refuseSaved(draft: DraftRow, rejection: RejectedPerson, known: KnownWorkspace): void {
  const { row, department, manager, person } = draft;
  const [field] = rejection.path;
  const said = inEach(() => rejection.message);
  switch (rejection.code) {
    case 'TAKEN':
      if (field === 'email') row.refuse('email', 'TAKEN', say('emailTaken'));
      else if (field === 'employeeNumber') row.refuse('employeeNumber', 'TAKEN', say('numberTaken'));
      else row.refuse(null, 'TAKEN', said);
      return;
    case 'CYCLE':
      row.refuse(managerColumn(draft), 'CYCLE', say('cycle', { names: namesUp(draft, known).join(' → ') }));
      return;
    case 'FORBIDDEN':
      if (field === 'email') row.refuse('email', 'FORBIDDEN', say('outranked'));
      else if (field === undefined) row.refuse(null, 'FORBIDDEN', say('notCovered'));
      else if (department || person) row.refuse('department', 'FORBIDDEN', say('departmentNotCovered'));
      else row.refuse('department', 'FORBIDDEN', say('departmentNeeded'));
      return;
    case 'NOT_FOUND':
      // Below a row that is left out: that is told once it is known of all.
      if (field === 'managerId' && manager && 'row' in manager && !manager.row.row.isGood) return;
      row.refuse(columnIn(draft, field), 'INVALID', said);
      return;
    case 'OWNED_ELSEWHERE':
    case 'INVALID':
      row.refuse(columnIn(draft, field), rejection.code, said);
      return;
    default:
      rejection.code satisfies never;
  }
}

/** The names of managers above a row, up to where one comes back. */
function namesUp(draft: DraftRow, { people }: KnownWorkspace): string[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const names: string[] = [];
  const seen = new Set<DraftRow | string>();
  let at: { row: DraftRow } | { id: string } | undefined = { row: draft };
  while (at && names.length < MOST_NAMES) {
    const one: DraftRow | string = 'row' in at ? at.row : at.id;
    const person = 'row' in at ? at.row.person : byId.get(at.id);
    names.push(('row' in at ? at.row.said.name : undefined) ?? person?.name ?? '');
    if (seen.has(one)) break;
    seen.add(one);
    at = above(at, person?.managerId);
  }
  return names;
}

const MOST_NAMES = 12;

function above(
  at: { row: DraftRow } | { id: string },
  managerId: string | null | undefined,
): { row: DraftRow } | { id: string } | undefined {
  const manager = 'row' in at ? at.row.manager : undefined;
  if (manager) return 'row' in manager ? { row: manager.row } : { id: manager.person.id };
  return manager === undefined && managerId ? { id: managerId } : undefined;
}

const FIELDS: ReadonlySet<string> = new Set<PersonField>([
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
]);
const isField = (name: string): name is PersonField => FIELDS.has(name);

const columnIn = (draft: DraftRow, field: string | undefined): ReadColumn | null =>
  field !== undefined && isField(field) ? columnOf(draft, field) : null;
