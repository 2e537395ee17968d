import type { Count, CountFigure, FigureField, Measured, Share, ShareFigure } from './figure.js';
import { FIGURES } from './figure-list.js';

type List = typeof FIGURES;
export type FigureName = keyof List;
export type ShareName = { [Name in FigureName]: List[Name]['kind'] extends 'SHARE' ? Name : never }[FigureName];
export type CountName = Exclude<FigureName, ShareName>;

/** The columns that a person's figures are kept in. */
export type FigureColumn = List[ShareName]['count' | 'of']['column'] | List[CountName]['column'];

/** The figures of one person, or of several added up. */
export type MeasuredFigures = Record<ShareName, Share> & Record<CountName, number>;

const isShare = (name: FigureName): name is ShareName => FIGURES[name].kind === 'SHARE';
const isCount = (name: FigureName): name is CountName => FIGURES[name].kind === 'COUNT';

const names = Object.keys(FIGURES) as FigureName[];
export const SHARE_NAMES: readonly ShareName[] = names.filter(isShare);
export const COUNT_NAMES: readonly CountName[] = names.filter(isCount);

/** A share's row, without its literals. */
export const shareFigure = (name: ShareName): ShareFigure => FIGURES[name];

const countFigure = (name: CountName): CountFigure => FIGURES[name];

/** What a person's columns hold, each column once, in the order of the list. */
export const COUNTS: readonly (Count & { column: FigureColumn })[] = [
  ...new Map(
    [
      ...SHARE_NAMES.flatMap((name) => [FIGURES[name].count, FIGURES[name].of]),
      ...COUNT_NAMES.map((name) => FIGURES[name]),
    ].map((count) => [count.column, count] as const),
  ).values(),
];

export const FIGURE_COLUMNS: readonly FigureColumn[] = COUNTS.map(({ column }) => column);

/** The column of people who have at least one of something. */
export type PeopleColumn = {
  [Name in CountName]: List[Name] extends { people: { field: infer Field extends string } } ? Field : never;
}[CountName];

/** Counts of which boards also say how many people have any. */
export const COUNTED_PEOPLE: readonly { column: FigureColumn; people: FigureField & { field: PeopleColumn } }[] =
  COUNT_NAMES.flatMap((name) => {
    const { people } = countFigure(name);
    return people ? [{ column: FIGURES[name].column, people: people as FigureField & { field: PeopleColumn } }] : [];
  });

const everyFigure = (share: (name: ShareName) => Share, count: (name: CountName) => number): MeasuredFigures =>
  Object.fromEntries([
    ...SHARE_NAMES.map((name) => [name, share(name)]),
    ...COUNT_NAMES.map((name) => [name, count(name)]),
  ]);

export const measureFigures = (evaluation: Measured): MeasuredFigures =>
  everyFigure(
    (name) => FIGURES[name].measure(evaluation),
    (name) => FIGURES[name].measure(evaluation),
  );

/** Figures of several people: numerators and denominators added up, never means of percentages. Scores are not pooled. */
export function poolFigures(people: readonly MeasuredFigures[]): MeasuredFigures {
  const sum = (value: (figures: MeasuredFigures) => number): number =>
    people.reduce((total, figures) => total + value(figures), 0);
  return everyFigure(
    (name) => ({ count: sum((figures) => figures[name].count), of: sum((figures) => figures[name].of) }),
    (name) => sum((figures) => figures[name]),
  );
}

/** A number for each column of a person's figures. */
export const everyColumn = <T>(make: (column: FigureColumn) => T): Record<FigureColumn, T> =>
  Object.fromEntries(FIGURE_COLUMNS.map((column) => [column, make(column)])) as Record<FigureColumn, T>;

/** Figures as their columns keep them. */
export function columnsOf(figures: MeasuredFigures): Record<FigureColumn, number> {
  const columns = everyColumn(() => 0);
  for (const name of SHARE_NAMES) {
    columns[FIGURES[name].count.column] = figures[name].count;
    columns[FIGURES[name].of.column] = figures[name].of;
  }
  for (const name of COUNT_NAMES) columns[FIGURES[name].column] = figures[name];
  return columns;
}

/** A share as its columns keep it. */
export const shareIn = (columns: Readonly<Record<FigureColumn, number>>, name: ShareName): Share => ({
  count: columns[FIGURES[name].count.column],
  of: columns[FIGURES[name].of.column],
});

/** A value for each share. */
export const everyShare = <T>(make: (name: ShareName) => T): Record<ShareName, T> =>
  Object.fromEntries(SHARE_NAMES.map((name) => [name, make(name)])) as Record<ShareName, T>;
