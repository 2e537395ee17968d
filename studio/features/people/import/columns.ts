import type { PeopleImportColumnInput } from '@/gql/graphql';

/** What a column of a file of people may be, in the order in which it is offered. */
export const PEOPLE_COLUMNS = [
  'employeeNumber',
  'name',
  'familyName',
  'givenName',
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
  'status',
] as const;
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number];

/** By letter of the column: what it is; '' = it is not read. */
export type ChosenColumns = Readonly<Record<string, string>>;

interface Question {
  column: string;
  optional: boolean;
}

export const chosenAtFirst = (columns: readonly { letter: string; column?: string | null }[]): ChosenColumns =>
  Object.fromEntries(
    columns.flatMap(({ letter, column }) => (column && !column.startsWith('fact.') ? [[letter, column]] : [])),
  );

/** Questions that must be answered and are not. */
export const openQuestions = (questions: readonly Question[], chosen: ChosenColumns): Question[] =>
  questions.filter(({ column, optional }) => !optional && !Object.values(chosen).includes(column));

/** What was chosen; the table has no other. */
export function columnInputs(chosen: ChosenColumns, questions: readonly Question[]): PeopleImportColumnInput[] {
  const letters = new Map(Object.entries(chosen).map(([letter, column]) => [column, letter]));
  const asked = new Set(questions.map(({ column }) => column));
  return PEOPLE_COLUMNS.flatMap((column) => {
    const letter = letters.get(column);
    // A required column that nobody has chosen is asked for again.
    if (letter === undefined && column === 'name' && !asked.has(column)) return [];
    return [{ column, letter: letter ?? null }];
  });
}
