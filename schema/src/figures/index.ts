/** Figures about people: what they are, how they add up, and how they are written. */
export type { Count, CountFigure, Figure, FigureField, Share, ShareFigure } from './figure.js';
export { FIGURES } from './figure-list.js';
export {
  COUNT_NAMES,
  COUNTED_PEOPLE,
  COUNTS,
  type CountName,
  columnsOf,
  everyColumn,
  everyShare,
  FIGURE_COLUMNS,
  type FigureColumn,
  type FigureName,
  type MeasuredFigures,
  measureFigures,
  type PeopleColumn,
  poolFigures,
  SHARE_NAMES,
  type ShareName,
  shareFigure,
  shareIn,
} from './figures-of.js';
export { pText, shareText, wholePercent } from './share-text.js';
