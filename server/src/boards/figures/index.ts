/** The figures of a board, all made from the plan language's list of figures: how they add up, their SQL, and what the API says. */
export {
  type AddedFigures,
  addPerson,
  type BoardFigures,
  NO_FIGURES,
  noFigures,
  type PersonFigures,
} from './added-figures.js';
export { type BoardCounters, boardCounters, COUNTER_FIELDS } from './board-counters.js';
export { FIGURE_SQL } from './figure-sql.js';
