import type { PlainDate } from '@planwright/schema/time';
import type { Table } from '../../tables/index.js';
import type { PeopleColumns } from './columns.js';
import type { ReadColumn } from './decided-row.js';
import { DepartmentNames } from './department-names.js';
import type { DraftRow } from './draft-row.js';
import { refuseDuplicates } from './duplicate-rows.js';
import { say } from './generated/messages.js';
import { JobRoleNames } from './job-role-names.js';
import type { KnownWorkspace } from './known-workspace.js';
import { findManagers } from './managers-of-rows.js';
import { PeopleByName } from './people-by-name.js';
import { readPersonRow } from './read-person-row.js';
import { type Places, RowBeingRead } from './row-being-read.js';
import { whoIsMeant } from './who-is-meant.js';

export interface DraftOptions {
  today: PlainDate;
  /**
   * Departments and job roles that nobody has made yet: CREATE makes them with the people, ASK refuses the row and says that they can be
   * made so, REFUSE is for who may not make any.
   */
  units: 'CREATE' | 'ASK' | 'REFUSE';
}

/** Reads the rows of a table of people, and finds in the workspace whatever they refer to. Changes nothing; pure. */
export function draftPeople(
  table: Table,
  columns: PeopleColumns,
  known: KnownWorkspace,
  options: DraftOptions,
): DraftRow[] {
  const places = placesOf(columns);
  const departments = new DepartmentNames(known);
  const jobRoles = new JobRoleNames(known);
  const findable = {
    active: new PeopleByName(known.people.filter(({ active }) => active)),
    left: new PeopleByName(known.people.filter(({ active }) => !active)),
  };
  const rows: DraftRow[] = [];
  for (const given of table.rows.slice(columns.head + 1)) {
    const row = new RowBeingRead(given, places);
    if (row.isEmpty) continue;
    const said = readPersonRow(row, columns.facts.keys(), options.today);
    const person = whoIsMeant(row, said, findable);
    if (!person && row.isGood && said.name === undefined) row.refuse('name', 'NO_NAME', say('noName'));
    rows.push({ row, said, person, department: undefined, jobRole: undefined, manager: undefined });
  }
  refuseDuplicates(rows);
  for (const draft of rows) {
    draft.department = departmentOf(draft, departments, options.units);
    draft.jobRole = jobRoleOf(draft, jobRoles, options.units);
  }
  findManagers(rows, known.people);
  return rows;
}

/** In the order of the table, facts too: a preview shows rows as people know them. */
function placesOf({ columns, facts }: PeopleColumns): Places {
  const places: [ReadColumn, number][] = [
    ...Object.entries(columns).map(([column, place]): [ReadColumn, number] => [column as ReadColumn, place]),
    ...[...facts].map(([key, place]): [ReadColumn, number] => [`fact.${key}`, place]),
  ];
  return new Map(places.sort(([, one], [, other]) => one - other));
}

function departmentOf(
  { row, said }: DraftRow,
  names: DepartmentNames,
  how: DraftOptions['units'],
): DraftRow['department'] {
  const text = said.department;
  if (text == null) return text;
  const found = names.find(text);
  switch (found.kind) {
    case 'known':
      return { id: found.id };
    case 'closed':
      row.refuse('department', 'CLOSED_DEPARTMENT', say('closedDepartment', { name: found.name }));
      return undefined;
    case 'several':
      row.refuse(
        'department',
        'AMBIGUOUS_DEPARTMENT',
        say('severalDepartments', { paths: found.paths.slice(0, 3).join('; ') }),
      );
      return undefined;
    case 'new': {
      if (how === 'CREATE') {
        const { parentId } = found;
        return { below: parentId === null ? null : { id: parentId, path: names.pathOf(parentId) }, names: found.names };
      }
      row.refuse(
        'department',
        'UNKNOWN_DEPARTMENT',
        say(how === 'ASK' ? 'unknownDepartment' : 'unknownDepartmentForOthers', { name: text }),
      );
      return undefined;
    }
    default:
      return found satisfies never;
  }
}

function jobRoleOf({ row, said }: DraftRow, names: JobRoleNames, how: DraftOptions['units']): DraftRow['jobRole'] {
  const text = said.jobRole;
  if (text == null) return text;
  const key = names.find(text);
  if (key !== undefined) return { key };
  if (how === 'CREATE') return { newTitle: text };
  row.refuse(
    'jobRole',
    'UNKNOWN_JOB_ROLE',
    say(how === 'ASK' ? 'unknownJobRole' : 'unknownJobRoleForOthers', { name: text }),
  );
  return undefined;
}
