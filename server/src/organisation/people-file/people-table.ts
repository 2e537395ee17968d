import { type Language, textIn } from '@planwright/schema/text';
import { COLUMN_NAMES, factColumnName, type PeopleColumn } from './columns.js';
import { DepartmentNames } from './department-names.js';
import { JobRoleNames } from './job-role-names.js';
import type { KnownWorkspace, WorkspacePerson } from './known-workspace.js';
import { PeopleByName } from './people-by-name.js';

/** What an export holds, in this order; facts follow. A file of these columns says all that is known and can be imported again. */
export const EXPORTED_COLUMNS = [
  'employeeNumber',
  'name',
  'email',
  'department',
  'jobRole',
  'manager',
  'managerNumber',
  'joinedOn',
  'locale',
  'timeZone',
  'mentorCapacity',
  'mentorExperienceYears',
] as const satisfies readonly PeopleColumn[];

export const headIn = (column: PeopleColumn, language: Language): string => {
  const [zh, en] = COLUMN_NAMES[column];
  return textIn({ 'zh-CN': zh, en: en.slice(0, 1).toUpperCase() + en.slice(1) }, language);
};

/** People who are at work as rows of text, the names of the columns first. Imported as it stands, it changes nothing. */
export function peopleTable(
  known: KnownWorkspace,
  managers: ReadonlyMap<string, string>,
  language: Language,
): string[][] {
  const people = known.people.filter(({ active }) => active);
  const departments = new DepartmentNames(known);
  const jobRoles = new JobRoleNames(known);
  const byId = new Map(known.people.map((person) => [person.id, person]));
  const titles = new Map(known.jobRoles.map(({ key, titles: each }) => [key, textIn(each, language)]));
  const called = new PeopleByName(people);
  const facts = [...new Set(people.flatMap(({ facts: each }) => Object.keys(each)))].sort();

  const managerOf = ({ managerId }: WorkspacePerson): { name: string; number: string } => {
    if (managerId === null) return { name: '', number: '' };
    const manager = byId.get(managerId);
    if (!manager) return { name: managers.get(managerId) ?? '', number: '' };
    const { name, employeeNumber, email } = manager;
    const isClear = employeeNumber !== null || called.called(name).length === 1;
    return { name: isClear ? name : (email ?? name), number: employeeNumber ?? '' };
  };
  const jobRoleOf = ({ jobRole }: WorkspacePerson): string => {
    if (jobRole === null) return '';
    const title = titles.get(jobRole) ?? jobRole;
    return jobRoles.find(title) === jobRole ? title : jobRole;
  };
  const cellOf = (person: WorkspacePerson, column: (typeof EXPORTED_COLUMNS)[number]): string => {
    switch (column) {
      case 'department':
        return person.departmentId === null ? '' : departments.nameFor(person.departmentId);
      case 'jobRole':
        return jobRoleOf(person);
      case 'manager':
        return managerOf(person).name;
      case 'managerNumber':
        return managerOf(person).number;
      default:
        return String(person[column] ?? '');
    }
  };
  return [
    [
      ...EXPORTED_COLUMNS.map((column) => headIn(column, language)),
      ...facts.map((key) => textIn(factColumnName(key), language)),
    ],
    ...people.map((person) => [
      ...EXPORTED_COLUMNS.map((column) => cellOf(person, column)),
      ...facts.map((key) => String(person.facts[key] ?? '')),
    ]),
  ];
}
