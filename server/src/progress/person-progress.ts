import {
  COUNTS,
  type CountName,
  type FIGURES,
  type FigureColumn,
  SHARE_NAMES,
  type ShareName,
  shareFigure,
  shareIn,
} from '@planwright/schema/figures';
import type { ListedField } from '../access/graphql/index.js';
import type { StateRow } from './projection-rows.js';

type List = typeof FIGURES;
type FieldOf<Row> = Row extends { person: { field: infer Name extends string } } ? Name : never;
type CountField = FieldOf<List[ShareName]['count' | 'of'] | List[CountName]>;

/** Shares as the API says them: null while nothing counts, unless the figure says what it is then. */
export type SharesShown = { [Name in ShareName]: List[Name] extends { ofNothing: number } ? number : number | null };

/** `Progress` of the API. */
export type PersonProgress = SharesShown & Record<CountField, number> & { score: number | null };

/** Fields of the shares, which the API calls by the names of the figures. */
export const shareFields = (of: 'person' | 'board'): ListedField[] =>
  SHARE_NAMES.map((name) => {
    const { about, ofNothing } = shareFigure(name);
    return { name, type: 'Float', isNullable: ofNothing === undefined, about: about[of] };
  });

const numbers = COUNTS.flatMap(({ column, person }) => (person ? [{ column, ...person }] : []));

export const PROGRESS_FIELDS: ListedField[] = [
  ...shareFields('person'),
  ...numbers.map(({ field, about }): ListedField => ({ name: field, type: 'Int', about })),
  {
    name: 'score',
    type: 'Float',
    isNullable: true,
    about: "Score of the whole plan, 0 to 100, by the plan's scoring. Null until there is one.",
  },
];

type Columns = Readonly<Record<FigureColumn, number>>;

/** The shares that columns hold; `columns` null = there is nobody, and so not even a plan with nothing to do in it. */
export const sharesShown = (columns: Columns | null): SharesShown =>
  Object.fromEntries(
    SHARE_NAMES.map((name) => {
      const { count, of } = columns ? shareIn(columns, name) : { count: 0, of: 0 };
      const { ofNothing } = shareFigure(name);
      return [name, of > 0 ? count / of : ofNothing === undefined ? null : columns ? ofNothing : 0];
    }),
  ) as SharesShown;

/** null = a partner, who sees that the enrolment is there, but none of its figures. */
export const personProgress = (state: StateRow | null): PersonProgress => ({
  ...sharesShown(state),
  ...(Object.fromEntries(numbers.map(({ field, column }) => [field, state?.[column] ?? 0])) as Record<
    CountField,
    number
  >),
  score: state?.score ?? null,
});
