import { byName } from '@/features/i18n/by-name';
import { lookOfLetter } from '@/features/states/look';
import type { StateLook } from '@/features/tokens/tokens';
import type { Row } from './board-state';

/** What of the board is shown. Absent = all. */
export interface BoardFilter {
  search: string;
  mentorId?: string;
  departmentId?: string;
  /** People with at least one item in this state. */
  look?: StateLook;
  order: RowOrder;
}

export type RowOrder = 'given' | 'name' | 'completion' | 'overdue';

export const NO_FILTER: BoardFilter = { search: '', order: 'given' };

const ordering = (locale: string): Record<RowOrder, (a: Row, b: Row) => number> => ({
  given: () => 0,
  name: byName(locale, ({ personName }) => personName),
  completion: (a, b) => a.completion - b.completion,
  overdue: (a, b) => b.overdue - a.overdue,
});

const fits = (row: Row, { search, mentorId, departmentId, look }: BoardFilter): boolean =>
  (search === '' || row.personName.toLowerCase().includes(search.trim().toLowerCase())) &&
  (mentorId === undefined || row.mentorId === mentorId) &&
  (departmentId === undefined || row.departmentId === departmentId) &&
  (look === undefined || [...row.states].some((letter) => lookOfLetter(letter) === look));

/** The rows that fit, in the asked order; rows that are equal in it keep the server's. */
export function filterRows(rows: readonly Row[], filter: BoardFilter, locale: string): Row[] {
  const kept = rows.filter((row) => fits(row, filter));
  return filter.order === 'given' ? kept : kept.sort(ordering(locale)[filter.order]);
}

/** The mentors of a board, each once, by name. */
export function mentorsOf(rows: readonly Row[], locale: string): { id: string; name: string }[] {
  const names = new Map<string, string>();
  for (const { mentorId, mentorName } of rows) if (mentorId && mentorName) names.set(mentorId, mentorName);
  return [...names].map(([id, name]) => ({ id, name })).sort(byName(locale, ({ name }) => name));
}

/** Numbers of the versions that people run, the newest first: by the live rows, and by the page while there are none. */
export function versionsOf(
  rows: readonly Pick<Row, 'versionNumber'>[],
  known: readonly { number: number }[],
): number[] {
  const numbers = rows.length > 0 ? rows.map(({ versionNumber }) => versionNumber) : known.map(({ number }) => number);
  return [...new Set(numbers)].sort((a, b) => b - a);
}
