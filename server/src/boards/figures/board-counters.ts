import {
  COUNTED_PEOPLE,
  COUNTS,
  type CountName,
  type FIGURES,
  type PeopleColumn,
  type ShareName,
} from '@planwright/schema/figures';
import type { Instant } from '@planwright/schema/time';
import type { ListedField } from '../../access/graphql/index.js';
import { type SharesShown, shareFields, sharesShown } from '../../progress/index.js';
import type { BoardFigures } from './added-figures.js';

type List = typeof FIGURES;
type FieldOf<Row> = Row extends { board: { field: infer Name extends string } } ? Name : never;
type CountField = FieldOf<List[ShareName]['count' | 'of'] | List[CountName]> | PeopleColumn | 'people' | 'finished';

/** `BoardCounters` of the API. */
export type BoardCounters = SharesShown & Record<CountField, number> & { nextFeedbackDueAt: Instant | null };

const numbers = [
  { field: 'people', column: 'people', about: 'People on the board.' },
  ...COUNTS.map(({ column, board }) => ({ column, ...board })),
  ...COUNTED_PEOPLE.map(({ people }) => ({ column: people.field, ...people })),
  { field: 'finished', column: 'finished', about: 'People who have completed the plan.' },
] as const;

export const COUNTER_FIELDS: readonly ListedField[] = [
  ...shareFields('board'),
  ...numbers.map(({ field, about }): ListedField => ({ name: field, type: 'Int', about })),
  {
    name: 'nextFeedbackDueAt',
    type: 'DateTime',
    isNullable: true,
    about: 'The first deadline among the submissions that wait. Null when there is none.',
  },
];

/** Shares are null while nothing counts yet; a plan with nothing needed is complete. */
export const boardCounters = (figures: BoardFigures): BoardCounters => ({
  ...sharesShown(figures.people > 0 ? figures : null),
  ...(Object.fromEntries(numbers.map(({ field, column }) => [field, figures[column]])) as Record<CountField, number>),
  nextFeedbackDueAt: figures.nextFeedbackDueAt,
});
