export { type AttributedRow, countsFor, hasRun, outcomesOn } from './attribution.js';
export { metricValue } from './metric-value.js';
export type { ItemFact, PersonRow } from './person-row.js';
export { restsOnOneAnswer, tellsAnswers, withoutFewAnswers } from './single-answers.js';
