import type { EnrolmentStatus } from '@planwright/schema/engine';
import { COUNTED_PEOPLE, FIGURE_COLUMNS, type FigureColumn, type PeopleColumn } from '@planwright/schema/figures';
import type { Instant } from '@planwright/schema/time';
import { columnName } from '../../database/index.js';

/** What one enrolment adds to its board: its figures, as the projection keeps them. */
export type PersonFigures = Readonly<Record<FigureColumn, number>> & { readonly status: EnrolmentStatus };

type AddedFigure = FigureColumn | PeopleColumn | 'people' | 'finished';
export type AddedFigures = Record<AddedFigure, number>;

/** Numerators and denominators of everybody on a board, added up; shares are made of them only when shown. */
export type BoardFigures = AddedFigures & { nextFeedbackDueAt: Instant | null };

interface Adding {
  figure: AddedFigure;
  /** What a person adds. */
  of(person: PersonFigures): number;
  /** The same over rows of `enrolment_state s`; no rows count 0. */
  counted: string;
}

const countIf = (condition: string): string => `(count(s.id) filter (where ${condition}))::int`;

/** Columns of `board_counter` that are kept by adding differences: how a person is added, and how all are counted again. */
export const ADDED: readonly Adding[] = [
  { figure: 'people', of: () => 1, counted: 'count(s.id)::int' },
  ...FIGURE_COLUMNS.map(
    (figure): Adding => ({
      figure,
      of: (person) => person[figure],
      counted: `coalesce(sum(s.${columnName(figure)}), 0)::int`,
    }),
  ),
  ...COUNTED_PEOPLE.map(
    ({ column, people }): Adding => ({
      figure: people.field,
      of: (person) => (person[column] > 0 ? 1 : 0),
      counted: countIf(`s.${columnName(column)} > 0`),
    }),
  ),
  {
    figure: 'finished',
    of: ({ status }) => (status === 'COMPLETED' ? 1 : 0),
    counted: countIf(`s.status = 'COMPLETED'`),
  },
];

/** Something for each of them. */
export const everyFigure = <T>(make: () => T): Record<AddedFigure, T> =>
  Object.fromEntries(ADDED.map(({ figure }) => [figure, make()])) as Record<AddedFigure, T>;

export const noFigures = (): AddedFigures => everyFigure(() => 0);

/** A board that nobody is on. */
export const NO_FIGURES: BoardFigures = { ...noFigures(), nextFeedbackDueAt: null };

/** Adds (`sign` 1) or takes away (−1) a person; null and cancelled people are on no board. */
export function addPerson(sum: AddedFigures, person: PersonFigures | null, sign: 1 | -1): void {
  if (person === null || person.status === 'CANCELLED') return;
  for (const { figure, of } of ADDED) sum[figure] += sign * of(person);
}
