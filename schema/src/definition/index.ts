export { canonicalJson, contentHash } from './canonical.js';
export { INSTALLATION, type Installation, isCarriedOut, offered } from './carried-out.js';
export {
  dateRuleInSentence,
  describeAmount,
  describeDateRule,
  describeLag,
  type NameOf,
} from './describe-date-rule.js';
export { describeCompletion, describeCondition, describeJoin, describeLinkResult } from './describe-link.js';
export { describeDuration, describeItemKind, describeRequirement, list, wordFor } from './describe-words.js';
export { duplicateKeys } from './duplicate-keys.js';
export { compileExpression } from './expression.js';
export type { Facts } from './facts.js';
export { issueToProblems } from './issue-to-problem.js';
export { findItem, itemsOf, type PlacedItem } from './items-of.js';
export { type Condition, condition, type Join, join, type Link, link } from './link.js';
export { type ParsedPlan, parsePlan } from './parse-plan.js';
export { capitalised, itemName, type Place, placeAt, quoted, sentenceStart, valueAt } from './place.js';
export { PLACEHOLDER_TITLES, placeholderTitles } from './placeholder-title.js';
export {
  type ElectiveGroup,
  electiveGroup,
  FORMAT,
  type PlanDefinition,
  planDefinition,
  type Reminder,
  type ReminderRecipient,
  reminder,
  reminderRecipient,
  type Stage,
  type StageCompletion,
  stage,
  stageCompletion,
} from './plan-definition.js';
export type { Problem } from './problem.js';
export { problemOf } from './problem-of.js';
export { isProperty, propertyName } from './property-names.js';
export { htmlProblems, missingLanguages } from './text-problems.js';
